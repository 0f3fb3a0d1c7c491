import type { PlatformConnector } from './connector';
import { PlatformError } from './errors';

/**
 * `good`: the platform knows the app by its id and secret. `refused`: it does not, or not with this redirect URI.
 * `no-plan`: it knows the app and has no plan or credits for it. `busy`, `down`: it said nothing about that.
 */
export type CredentialsVerdict = 'good' | 'refused' | 'no-plan' | 'busy' | 'down';

export interface CredentialsTest {
  readonly verdict: CredentialsVerdict;
  /** Of the answer in the log, where it was refused. */
  readonly reportId: string | null;
}

/** No platform ever gave this one away. */
const noCode = 'linkage-asks-whether-this-app-is-known';
const noVerifier = 'linkage-asks-whether-this-app-is-known-to-you';

/**
 * Asks the platform whether the credentials are good, without a creator: with a code that does not exist. A platform
 * looks at the app first; one that then only complains of the code has accepted the app.
 */
export async function testCredentials(connector: PlatformConnector, redirectUri: string): Promise<CredentialsTest> {
  try {
    await connector.exchangeCode({
      code: noCode,
      redirectUri,
      ...(connector.usesPkce && { codeVerifier: noVerifier }),
    });
    return { verdict: 'good', reportId: null };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    switch (error.trouble.outcome) {
      case 'app-out-of-credits':
      case 'app-over-cap':
        return { verdict: 'no-plan', reportId: null };
      case 'needs-reauthorization':
        return { verdict: 'good', reportId: null };
      case 'rate-limited':
        return { verdict: 'busy', reportId: null };
      case 'platform-down':
        return { verdict: 'down', reportId: null };
      default:
        return { verdict: 'refused', reportId: error.reportId };
    }
  }
}
