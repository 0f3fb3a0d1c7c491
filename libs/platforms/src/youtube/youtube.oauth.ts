import type { AccessGrant, AuthorizationRequest, CodeExchange, PlatformSettings } from '../connector';
import { PlatformError } from '../errors';
import { urlOf, type PlatformClient, type PlatformRequest } from '../http';
import { count, text } from '../mapping/reading';
import { googleTokenVerdict } from './youtube.errors';
import { emailScope, youtubePermissions, type YoutubeHosts } from './youtube.settings';

/** An access token that ends within this time counts as stale. */
const margin = 5 * 60_000;

/** Google's OAuth for web servers, with PKCE. Access tokens live an hour, refresh tokens until they are revoked. */
export class YoutubeOAuth {
  constructor(
    private readonly settings: PlatformSettings,
    private readonly hosts: YoutubeHosts,
    private readonly client: PlatformClient,
  ) {}

  /** `prompt=consent` because Google gives a refresh token only when the creator is asked. */
  authorizeUrl(request: AuthorizationRequest): string {
    return urlOf(this.hosts.accounts, '/o/oauth2/v2/auth', {
      client_id: this.settings.clientId,
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
    const form = { token: grant.refreshToken ?? grant.accessToken };
    const request: PlatformRequest = {
      method: 'POST',
      url: urlOf(this.hosts.oauth2, '/revoke'),
      call: 'POST /revoke',
      form,
    };
    const answer = await this.client.send(request);
    if (answer.status < 300 || answer.status === 400) return;
    throw this.client.trouble(request, answer, googleTokenVerdict(answer, this.client.now));
  }

  /** `before`: the grant that is refreshed. An answer to a refresh has no refresh token: the old one goes on. */
  private async token(form: Record<string, string>, before: AccessGrant | null): Promise<AccessGrant> {
    const issuedAt = this.client.now;
    const call = 'POST /token';
    const ourselves = { client_id: this.settings.clientId, client_secret: this.settings.clientSecret };
    const request: PlatformRequest = {
      method: 'POST',
      url: urlOf(this.hosts.oauth2, '/token'),
      call,
      form: { ...form, ...ourselves },
    };
    const answer = await this.client.json(request, (refused) => googleTokenVerdict(refused, this.client.now));
    const accessToken = text(answer['access_token']);
    const lives = count(answer['expires_in']);
    if (accessToken === undefined || lives === undefined) throw this.client.malformed(call);
    const refreshLives = count(answer['refresh_token_expires_in']);
    const after = (seconds: number): string => new Date(issuedAt.getTime() + seconds * 1000).toISOString();
    return {
      accessToken,
      accessExpiresAt: after(lives),
      refreshToken: text(answer['refresh_token']) ?? before?.refreshToken ?? null,
      refreshExpiresAt: refreshLives === undefined ? (before?.refreshExpiresAt ?? null) : after(refreshLives),
      issuedAt: issuedAt.toISOString(),
      granted: grantedOf(text(answer['scope'])) ?? before?.granted ?? [],
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
