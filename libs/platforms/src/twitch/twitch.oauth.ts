import type { AccessGrant, AuthorizationRequest, CodeExchange } from '../connector';
import type { ConnectorContext, OAuth } from '../define-connector';
import { PlatformError, troubleOf } from '../errors';
import { urlOf, type PlatformRequest } from '../http';
import { tokenAnswer, validateAnswer } from './twitch.answers';
import { messageOf, twitchRules, twitchTokenRules } from './twitch.errors';
import { twitchScopes } from './twitch.settings';

/** An access token that ends within this time counts as stale: longer than any reading of an account takes. */
const margin = 15 * 60_000;

/**
 * Twitch's authorization code flow for servers, which has no PKCE. Access tokens live about four hours, refresh tokens
 * until they are revoked.
 */
export class TwitchOAuth implements OAuth {
  /** Twitch's rules want each token to be validated once an hour. */
  readonly accessCheck = { everyMs: 3_600_000, check: (grant: AccessGrant) => this.validate(grant) };

  constructor(private readonly context: ConnectorContext<'twitch'>) {}

  /** Verified each time, so that creators see which login it is and can switch. */
  authorizeUrl(request: AuthorizationRequest): string {
    const { hosts, settings } = this.context;
    return urlOf(hosts.id, '/oauth2/authorize', {
      client_id: settings.clientId,
      redirect_uri: request.redirectUri,
      response_type: 'code',
      scope: twitchScopes.join(' '),
      state: request.state,
      force_verify: 'true',
    }).href;
  }

  exchangeCode({ code, redirectUri }: CodeExchange): Promise<AccessGrant> {
    return this.token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri }, null);
  }

  async refreshAccess(grant: AccessGrant, now: Date): Promise<AccessGrant | null> {
    return stillLives(grant, now, margin) ? null : this.renewed(grant);
  }

  /** Twitch takes live access tokens only; one that cannot be renewed has ended already. */
  async revoke(grant: AccessGrant): Promise<void> {
    const { client } = this.context;
    try {
      const { accessToken } = stillLives(grant, client.now, 0) ? grant : await this.renewed(grant);
      await this.revokeToken(accessToken);
    } catch (error) {
      if (troubleOf(error)?.outcome !== 'needs-reauthorization') throw error;
    }
  }

  private async validate(grant: AccessGrant): Promise<void> {
    const { client, hosts } = this.context;
    const path = '/oauth2/validate';
    const headers = { authorization: `OAuth ${grant.accessToken}` };
    const request: PlatformRequest = { method: 'GET', url: urlOf(hosts.id, path), call: `GET ${path}`, headers };
    await client.read(request, twitchRules, validateAnswer);
  }

  /** A token that is dead already is as good as revoked. */
  private async revokeToken(token: string): Promise<void> {
    const { client, settings } = this.context;
    const request = this.request('/oauth2/revoke', { client_id: settings.clientId, token });
    const answer = await client.send(request);
    const isDone = answer.status < 300 || (answer.status === 400 && /\btoken\b/i.test(messageOf(answer.body)));
    if (!isDone) throw client.trouble(request, answer, client.verdict(request, answer, twitchTokenRules));
  }

  private renewed(grant: AccessGrant): Promise<AccessGrant> {
    if (grant.refreshToken === null) throw accessEnded('twitch: there is no refresh token');
    return this.token({ grant_type: 'refresh_token', refresh_token: grant.refreshToken }, grant);
  }

  /** `before`: the grant that is refreshed. The refresh token may be another one afterwards. */
  private async token(form: Record<string, string>, before: AccessGrant | null): Promise<AccessGrant> {
    const { client, settings } = this.context;
    const issuedAt = client.now;
    const ourselves = { client_id: settings.clientId, client_secret: settings.clientSecret };
    const request = this.request('/oauth2/token', { ...form, ...ourselves });
    const answer = await client.read(request, twitchTokenRules, tokenAnswer);
    return {
      accessToken: answer.access_token,
      accessExpiresAt: new Date(issuedAt.getTime() + answer.expires_in * 1000).toISOString(),
      refreshToken: answer.refresh_token ?? before?.refreshToken ?? null,
      refreshExpiresAt: null,
      issuedAt: issuedAt.toISOString(),
      granted: answer.scope ?? before?.granted ?? [],
    };
  }

  private request(path: string, form: Record<string, string>): PlatformRequest {
    return { method: 'POST', url: urlOf(this.context.hosts.id, path), call: `POST ${path}`, form };
  }
}

const stillLives = ({ accessExpiresAt }: AccessGrant, now: Date, longerThan: number): boolean =>
  accessExpiresAt === null || Date.parse(accessExpiresAt) - now.getTime() > longerThan;

const accessEnded = (why: string): PlatformError =>
  new PlatformError({ outcome: 'needs-reauthorization', cause: 'expired' }, why);
