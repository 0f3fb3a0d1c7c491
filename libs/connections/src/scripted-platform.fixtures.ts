import { createHash, randomUUID } from 'node:crypto';
import {
  PlatformError,
  type AccessGrant,
  type AuthorizationRequest,
  type CodeExchange,
  type OfferedAccount,
  type PlatformNotice,
  type PlatformConnector,
  type PlatformTrouble,
  type Webhook,
  type WebhookMessage,
} from '@linkage/platforms';
import type { AccountIdentity, PlatformId } from '@linkage/published-facts';

/** What a creator does on the platform's pages. */
interface Consent {
  readonly platformAccountId?: string;
  readonly username?: string;
  /** Permissions left unticked. */
  readonly without?: readonly string[];
  /** Usernames of the accounts that this consent gives access to; absent: one, without being asked. */
  readonly accounts?: readonly string[];
  /** Of these accounts. */
  readonly loginId?: string;
}

interface Authorized {
  readonly consent: Consent;
  readonly challenge: string | null;
  readonly redirectUri: string;
}

/** A platform in memory: its codes work once, it checks PKCE and the redirect URI, and it fails on demand. */
export class ScriptedPlatform implements PlatformConnector {
  readonly permissions = [
    { scope: 'basic', label: 'View your profile', required: true, without: 'the account cannot be connected' },
    { scope: 'insights', label: 'View your insights', required: false, without: 'your reach stays empty' },
  ];
  readonly contentTypes = [];
  canRevoke = true;
  readonly revoked: AccessGrant[] = [];
  exchanged = 0;
  /** The next call of this name ends in this trouble (or with this bug). */
  readonly trouble: Partial<Record<'exchangeCode' | 'identify' | 'revoke', PlatformTrouble | Error>> = {};
  private readonly codes = new Map<string, Authorized>();
  private readonly consents = new Map<string, Consent>();

  constructor(
    readonly platform: PlatformId,
    readonly usesPkce: boolean,
  ) {}

  authorizeUrl({ state, redirectUri, codeChallenge, anotherAccount }: AuthorizationRequest): string {
    return `https://${this.platform}.example/authorize?${new URLSearchParams({ state, redirect_uri: redirectUri, ...(codeChallenge && { code_challenge: codeChallenge }), ...(anotherAccount && { prompt: 'select_account' }) })}`;
  }

  /** The creator agrees. Gives the query of the way back. */
  agree(authorizeUrl: string, consent: Consent = {}): Record<string, string> {
    const asked = new URL(authorizeUrl).searchParams;
    const code = `code-${randomUUID()}`;
    this.codes.set(code, {
      consent,
      challenge: asked.get('code_challenge'),
      redirectUri: asked.get('redirect_uri') ?? '',
    });
    return { code, state: asked.get('state') ?? '' };
  }

  readCallback({
    code,
    error,
  }: Readonly<Record<string, string | undefined>>): { code: string } | { denied: true } | { refused: string } {
    if (error === 'access_denied') return { denied: true };
    return code === undefined ? { refused: error ?? 'no-code' } : { code };
  }

  async exchangeCode({ code, redirectUri, codeVerifier }: CodeExchange): Promise<AccessGrant> {
    this.exchanged += 1;
    this.stumble('exchangeCode');
    const authorized = this.codes.get(code);
    this.codes.delete(code);
    const challenge = codeVerifier === undefined ? null : createHash('sha256').update(codeVerifier).digest('base64url');
    if (authorized === undefined || authorized.redirectUri !== redirectUri || authorized.challenge !== challenge) {
      throw new PlatformError({ outcome: 'needs-reauthorization', cause: 'no-longer-valid' }, 'the code is not good');
    }
    const accessToken = `access-${randomUUID()}`;
    this.consents.set(accessToken, authorized.consent);
    const granted = this.permissions
      .map(({ scope }) => scope)
      .filter((scope) => !authorized.consent.without?.includes(scope));
    return {
      accessToken,
      accessExpiresAt: null,
      refreshToken: `refresh-${randomUUID()}`,
      refreshExpiresAt: null,
      issuedAt: '2026-01-15T09:00:00.000Z',
      granted,
    };
  }

  async identify({ accessToken }: AccessGrant): Promise<AccountIdentity> {
    this.stumble('identify');
    const { platformAccountId = '1784', username = 'misaki.t' } = this.consents.get(accessToken) ?? {};
    return { platformAccountId, username, displayName: username.toUpperCase(), avatarUrl: null };
  }

  async accounts(grant: AccessGrant): Promise<readonly OfferedAccount[]> {
    const { accounts, loginId = 'login-1' } = this.consents.get(grant.accessToken) ?? {};
    if (accounts === undefined) {
      const identity = await this.identify(grant);
      return [{ identity, followers: 4_200, grant: { ...grant, loginId: identity.platformAccountId } }];
    }
    return accounts.map((username, index) => ({
      identity: { platformAccountId: `id-of-${username}`, username, displayName: username, avatarUrl: null },
      followers: 100 * (index + 1),
      grant: {
        ...grant,
        accessToken: `${grant.accessToken}-${username}`,
        accountId: `id-of-${username}`,
        loginId,
      },
    }));
  }

  /** "Signed" by the word. */
  noticeOf({ signed_request: signed = '' }: Readonly<Record<string, string>>): PlatformNotice | null {
    const [word, loginId = '', at] = signed.split(' ');
    return word === 'signed' ? { loginId, at: at === undefined ? null : new Date(at) } : null;
  }

  /** What it was asked, and what it answers. "Signed" by the word, which stands in front of the message as JSON. */
  readonly subscribed: string[] = [];
  subscription: 'stands' | 'asked' | PlatformTrouble = 'asked';
  readonly webhook: Webhook = {
    subscribe: async (address) => {
      this.subscribed.push(address);
      if (typeof this.subscription !== 'string') throw new PlatformError(this.subscription, 'as scripted');
      return this.subscription;
    },
    read: ({ headers, body }) => (headers['x-signed'] === 'signed' ? (JSON.parse(body) as WebhookMessage) : null),
  };

  async revoke(grant: AccessGrant): Promise<void> {
    this.stumble('revoke');
    this.revoked.push(grant);
  }

  refreshAccess = (): never => this.unused();
  open = (): never => this.unused();

  private unused(): never {
    throw new Error('Connecting an account asks for no figures.');
  }

  private stumble(call: 'exchangeCode' | 'identify' | 'revoke'): void {
    const trouble = this.trouble[call];
    delete this.trouble[call];
    if (trouble instanceof Error) throw trouble;
    if (trouble !== undefined) throw new PlatformError(trouble, 'as scripted');
  }
}
