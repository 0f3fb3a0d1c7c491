import type { AccessGrant, AuthorizationRequest, CodeExchange } from '../connector';
import type { ConnectorContext, OAuth } from '../define-connector';
import { PlatformError } from '../errors';
import { isObject, urlOf, type PlatformRequest } from '../http';
import { tokenAnswer } from './youtube.answers';
import { googleRefreshRules, googleTokenRules } from './youtube.errors';
import { emailScope, youtubePermissions } from './youtube.settings';

/** An access token that ends within this time counts as stale: longer than any reading of an account takes. */
const margin = 15 * 60_000;

/** Google's OAuth for web servers, with PKCE. Access tokens live an hour, refresh tokens until they are revoked. */
export class YoutubeOAuth implements OAuth {
  constructor(private readonly context: ConnectorContext<'youtube'>) {}

  /** `prompt=consent` because Google gives a refresh token only when the creator is asked. */
  authorizeUrl(request: AuthorizationRequest): string {
    const { hosts, settings } = this.context;
    return urlOf(hosts.accounts, '/o/oauth2/v2/auth', {
      client_id: settings.clientId,
      redirect_uri: request.redirectUri,
      response_type: 'code',
      scope: youtubePermissions.map((permission) => permission.scope).join(' '),
      state: request.state,
      access_type: 'offline',
      prompt: 'consent',
      code_challenge: request.codeChallenge,
      code_challenge_method: request.codeChallenge === undefined ? undefined : 'S256',
    }).href;
  }

  exchangeCode(exchange: CodeExchange): Promise<AccessGrant> {
    const verifier = exchange.codeVerifier === undefined ? {} : { code_verifier: exchange.codeVerifier };
    return this.token(
      { grant_type: 'authorization_code', code: exchange.code, redirect_uri: exchange.redirectUri, ...verifier },
      null,
    );
  }

  async refreshAccess(grant: AccessGrant, now: Date): Promise<AccessGrant | null> {
    if (grant.accessExpiresAt === null || Date.parse(grant.accessExpiresAt) - now.getTime() > margin) return null;
    if (grant.refreshToken === null) throw accessEnded('youtube: there is no refresh token');
    try {
      return await this.token({ grant_type: 'refresh_token', refresh_token: grant.refreshToken }, grant);
    } catch (error) {
      throw timeLimited(grant, now, error);
    }
  }

  /** Ends the whole grant, not only this token. A token that is dead already is as good as revoked. */
  async revoke(grant: AccessGrant): Promise<void> {
    const { client, hosts } = this.context;
    const form = { token: grant.refreshToken ?? grant.accessToken };
    const request: PlatformRequest = {
      method: 'POST',
      url: urlOf(hosts.oauth2, '/revoke'),
      call: 'POST /revoke',
      form,
    };
    const answer = await client.send(request);
    const isDead = isObject(answer.body) && answer.body['error'] === 'invalid_token';
    if (answer.status < 300 || isDead) return;
    throw client.trouble(request, answer, client.verdict(request, answer, googleTokenRules));
  }

  /** `before`: the grant that is refreshed. An answer to a refresh has no refresh token: the old one goes on. */
  private async token(form: Record<string, string>, before: AccessGrant | null): Promise<AccessGrant> {
    const { client, hosts, settings } = this.context;
    const issuedAt = client.now;
    const ourselves = { client_id: settings.clientId, client_secret: settings.clientSecret };
    const request: PlatformRequest = {
      method: 'POST',
      url: urlOf(hosts.oauth2, '/token'),
      call: 'POST /token',
      form: { ...form, ...ourselves },
    };
    const answer = await client.read(request, before === null ? googleTokenRules : googleRefreshRules, tokenAnswer);
    const after = (seconds: number): string => new Date(issuedAt.getTime() + seconds * 1000).toISOString();
    const refreshLives = answer.refresh_token_expires_in;
    return {
      accessToken: answer.access_token,
      accessExpiresAt: after(answer.expires_in),
      refreshToken: answer.refresh_token ?? before?.refreshToken ?? null,
      refreshExpiresAt: refreshLives === undefined ? (before?.refreshExpiresAt ?? null) : after(refreshLives),
      issuedAt: issuedAt.toISOString(),
      granted: grantedOf(answer.scope) ?? before?.granted ?? [],
    };
  }
}

/** Creators can untick single scopes, so what was asked for says nothing. */
const grantedOf = (scope: string | undefined): readonly string[] | undefined =>
  scope
    ?.split(' ')
    .filter((each) => each !== '')
    .map((each) => (each === 'email' ? emailScope : each));

/** Google does not say why a refresh token is dead; only its own stated end tells. */
function timeLimited(grant: AccessGrant, now: Date, error: unknown): unknown {
  const dead = error instanceof PlatformError && error.trouble.outcome === 'needs-reauthorization';
  const ended = grant.refreshExpiresAt !== null && Date.parse(grant.refreshExpiresAt) <= now.getTime();
  return dead && ended ? accessEnded(error.message) : error;
}

const accessEnded = (why: string): PlatformError =>
  new PlatformError({ outcome: 'needs-reauthorization', cause: 'expired' }, why);
