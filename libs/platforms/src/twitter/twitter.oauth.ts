import type { AccessGrant, AuthorizationRequest, CodeExchange } from '../connector';
import type { ConnectorContext, OAuth } from '../define-connector';
import { PlatformError } from '../errors';
import { urlOf, type PlatformRequest } from '../http';
import { tokenAnswer } from './twitter.answers';
import { tokenRules } from './twitter.errors';
import { twitterPermissions } from './twitter.settings';

/** An access token that ends within this time counts as stale: longer than any reading of an account takes. */
const margin = 15 * 60_000;

/**
 * X's OAuth 2.0 for confidential clients, with PKCE. Access tokens live two hours; a refresh token works once and
 * brings the next.
 */
export class TwitterOAuth implements OAuth {
  constructor(private readonly context: ConnectorContext<'twitter'>) {}

  /** X wants scopes to be parted by `%20`, where a form would have `+`. */
  authorizeUrl(request: AuthorizationRequest): string {
    const { hosts, settings } = this.context;
    return urlOf(hosts.www, '/i/oauth2/authorize', {
      response_type: 'code',
      client_id: settings.clientId,
      redirect_uri: request.redirectUri,
      scope: twitterPermissions.map((permission) => permission.scope).join(' '),
      state: request.state,
      code_challenge: request.codeChallenge,
      code_challenge_method: request.codeChallenge === undefined ? undefined : 'S256',
    }).href.replaceAll('+', '%20');
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
    if (grant.refreshToken === null)
      throw new PlatformError(
        { outcome: 'needs-reauthorization', cause: 'expired' },
        'twitter: there is no refresh token',
      );
    return this.token({ grant_type: 'refresh_token', refresh_token: grant.refreshToken }, grant);
  }

  /** Each token is revoked for itself. One that is dead already is as good as revoked. */
  async revoke({ refreshToken, accessToken }: AccessGrant): Promise<void> {
    const { client } = this.context;
    for (const token of [refreshToken, accessToken]) {
      if (token === null) continue;
      const request = this.request('/2/oauth2/revoke', { token });
      const answer = await client.send(request);
      const isDone = answer.status < 300 || client.verdict(request, answer, tokenRules)?.outcome === dead;
      if (!isDone) throw client.trouble(request, answer, client.verdict(request, answer, tokenRules));
    }
  }

  /** `before`: the grant that is refreshed. Where no new refresh token comes, the old one goes on. */
  private async token(form: Record<string, string>, before: AccessGrant | null): Promise<AccessGrant> {
    const { client } = this.context;
    const issuedAt = client.now;
    const answer = await client.read(this.request('/2/oauth2/token', form), tokenRules, tokenAnswer);
    return {
      accessToken: answer.access_token,
      accessExpiresAt: new Date(issuedAt.getTime() + answer.expires_in * 1000).toISOString(),
      refreshToken: answer.refresh_token ?? before?.refreshToken ?? null,
      refreshExpiresAt: null,
      issuedAt: issuedAt.toISOString(),
      granted: answer.scope?.split(/\s+/).filter((each) => each !== '') ?? before?.granted ?? [],
    };
  }

  private request(path: string, form: Record<string, string>): PlatformRequest {
    const { hosts, settings } = this.context;
    const basic = { user: settings.clientId, password: settings.clientSecret };
    return { method: 'POST', url: urlOf(hosts.api, path), call: `POST ${path}`, form, basic };
  }
}

const dead = 'needs-reauthorization';
