import type { AccessGrant, PlatformConnector } from './connector';
import { appTroubles, PlatformError, troubleOf } from './errors';

/**
 * Where grants are kept. `refresh` runs its argument alone per account and merges what it gives into the newest grant;
 * null: leave it.
 */
export interface GrantSource {
  get(accountId: string): Promise<AccessGrant | undefined>;
  refresh(
    accountId: string,
    refresh: (current: AccessGrant) => Promise<AccessGrant | null>,
  ): Promise<AccessGrant | undefined>;
}

/**
 * Runs `work` with access that is good now. Refreshes first when the connector finds it due; when a call says
 * `refresh-token`, refreshes once and runs `work` a second time from its start, so `work` must bear that. An early
 * refresh that fails for the platform's reasons is left for the next time as long as the access token still lives.
 *
 * @throws PlatformError whatever `work` or the refresh says, but never `refresh-token`: no grant, a dead refresh token
 *   or a fresh token that is refused is `needs-reauthorization`.
 */
export async function withFreshAccess<T>(
  grants: GrantSource,
  connector: PlatformConnector,
  accountId: string,
  now: Date,
  work: (grant: AccessGrant) => Promise<T>,
): Promise<T> {
  const grant = await freshGrant(grants, connector, accountId, now);
  try {
    return await work(grant);
  } catch (error) {
    if (troubleOf(error)?.outcome !== 'refresh-token') throw error;
  }
  const renewed = await renewedGrant(grants, connector, accountId, now, grant);
  try {
    return await work(renewed);
  } catch (error) {
    throw troubleOf(error)?.outcome === 'refresh-token' ? accessLost('a token issued just now was refused') : error;
  }
}

async function freshGrant(
  grants: GrantSource,
  connector: PlatformConnector,
  accountId: string,
  now: Date,
): Promise<AccessGrant> {
  let current: AccessGrant | undefined;
  try {
    const refreshed = await grants.refresh(accountId, (latest) => {
      current = latest;
      return connector.refreshAccess(latest, now);
    });
    return refreshed ?? missing();
  } catch (error) {
    if (current !== undefined && canWait(error) && stillLives(current, now)) return current;
    throw withoutRefreshToken(error);
  }
}

/**
 * A refresh that is not due by the clock but that the platform demands. Another refresh meanwhile did the work already.
 */
async function renewedGrant(
  grants: GrantSource,
  connector: PlatformConnector,
  accountId: string,
  now: Date,
  refused: AccessGrant,
): Promise<AccessGrant> {
  try {
    const renewed = await grants.refresh(accountId, async (latest) =>
      latest.accessToken === refused.accessToken
        ? connector.refreshAccess({ ...latest, accessExpiresAt: now.toISOString() }, now)
        : null,
    );
    if (renewed === undefined) return missing();
    if (renewed.accessToken === refused.accessToken) throw accessLost('the token was refused and cannot be refreshed');
    return renewed;
  } catch (error) {
    throw withoutRefreshToken(error);
  }
}

const canWait = (error: unknown): boolean =>
  ['platform-down', 'rate-limited', 'unexpected', ...appTroubles].includes(troubleOf(error)?.outcome ?? '');

const stillLives = ({ accessExpiresAt }: AccessGrant, now: Date): boolean =>
  accessExpiresAt === null || Date.parse(accessExpiresAt) > now.getTime();

const accessLost = (why: string): PlatformError =>
  new PlatformError({ outcome: 'needs-reauthorization', cause: 'no-longer-valid' }, why);

const withoutRefreshToken = (error: unknown): unknown =>
  troubleOf(error)?.outcome === 'refresh-token' ? accessLost('the refresh itself was refused') : error;

function missing(): never {
  throw accessLost('there is no access to this account');
}
