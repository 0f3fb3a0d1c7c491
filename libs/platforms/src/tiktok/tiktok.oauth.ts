import type { AccessGrant, AuthorizationRequest, CodeExchange } from '../connector';
import type { ConnectorContext, OAuth } from '../define-connector';
import { PlatformError, troubleOf } from '../errors';
import { isGood, urlOf, type PlatformRequest } from '../http';
import { tokenAnswer } from './tiktok.answers';
import { tiktokTokenRules } from './tiktok.errors';
import { tiktokScopes } from './tiktok.settings';

/** An access token that ends within this time counts as stale: longer than any reading of an account takes. */
const margin = 15 * 60_000;

/**
 * TikTok's Login Kit for the web, which has no PKCE. Access tokens live two hours; each refresh gives a new refresh
 * token.
 */
export class TiktokOAuth implements OAuth {
  constructor(private readonly context: ConnectorContext<'tiktok'>) {}

  /** The page is always shown, so that creators can switch accounts and grant what they left out before. */
  authorizeUrl(request: AuthorizationRequest): string {
    const { hosts, settings } = this.context;
    return urlOf(hosts.www, '/v2/auth/authorize/', {
      client_key: settings.clientId,
      response_type: 'code',
      scope: tiktokScopes.join(','),
      redirect_uri: request.redirectUri,
      state: request.state,
      disable_auto_auth: '1',
    }).href;
  }

  exchangeCode({ code, redirectUri }: CodeExchange): Promise<AccessGrant> {
    return this.token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri }, null);
  }

  async refreshAccess(grant: AccessGrant, now: Date): Promise<AccessGrant | null> {
    return stillLives(grant, now, margin) ? null : this.renewed(grant, now);
  }

  /** Ends the whole grant. TikTok takes live access tokens only; one that cannot be renewed has ended already. */
  async revoke(grant: AccessGrant): Promise<void> {
    const { client } = this.context;
    try {
      const { accessToken } = stillLives(grant, client.now, 0) ? grant : await this.renewed(grant, client.now);
      await this.revokeToken(accessToken);
    } catch (error) {
      if (troubleOf(error)?.outcome !== 'needs-reauthorization') throw error;
    }
  }

  private async revokeToken(token: string): Promise<void> {
    const { client } = this.context;
    const request = this.request('/v2/oauth/revoke/', { token });
    const answer = await client.send(request);
    if (isDone(answer)) return;
    throw client.trouble(request, answer, client.verdict(request, answer, tiktokTokenRules));
  }

  private async renewed(grant: AccessGrant, now: Date): Promise<AccessGrant> {
    if (grant.refreshToken === null) throw accessEnded('tiktok: there is no refresh token');
    try {
      return await this.token({ grant_type: 'refresh_token', refresh_token: grant.refreshToken }, grant);
    } catch (error) {
      throw timeLimited(grant, now, error);
    }
  }

  /** `before`: the grant that is refreshed. */
  private async token(form: Record<string, string>, before: AccessGrant | null): Promise<AccessGrant> {
    const { client } = this.context;
    const issuedAt = client.now;
    const answer = await client.read(this.request('/v2/oauth/token/', form), tiktokTokenRules, tokenAnswer);
    const after = (seconds: number): string => new Date(issuedAt.getTime() + seconds * 1000).toISOString();
    const refreshLives = answer.refresh_expires_in;
    return {
      accessToken: answer.access_token,
      accessExpiresAt: after(answer.expires_in),
      refreshToken: answer.refresh_token ?? before?.refreshToken ?? null,
      refreshExpiresAt: refreshLives === undefined ? (before?.refreshExpiresAt ?? null) : after(refreshLives),
      issuedAt: issuedAt.toISOString(),
      granted: grantedOf(answer.scope) ?? before?.granted ?? [],
    };
  }

  private request(path: string, form: Record<string, string>): PlatformRequest {
    const { hosts, settings } = this.context;
    const ourselves = { client_key: settings.clientId, client_secret: settings.clientSecret };
    return { method: 'POST', url: urlOf(hosts.api, path), call: `POST ${path}`, form: { ...form, ...ourselves } };
  }
}

/** Revoking answers with `{}` or with nothing at all; a token that is dead already is as good as revoked. */
const isDone = (answer: Parameters<typeof isGood>[0]): boolean => {
  if (answer.body === undefined) return answer.status < 300;
  return isGood(answer, tiktokTokenRules);
};

/** Creators can switch single permissions off, so what was asked for says nothing. */
const grantedOf = (scope: string | undefined): readonly string[] | undefined =>
  scope === undefined ? undefined : scope.split(/[\s,]+/).filter((each) => each !== '');

const stillLives = ({ accessExpiresAt }: AccessGrant, now: Date, longerThan: number): boolean =>
  accessExpiresAt === null || Date.parse(accessExpiresAt) - now.getTime() > longerThan;

/** TikTok does not say why a refresh token is dead; only its own stated end tells. */
function timeLimited(grant: AccessGrant, now: Date, error: unknown): unknown {
  const dead = error instanceof PlatformError && error.trouble.outcome === 'needs-reauthorization';
  const ended = grant.refreshExpiresAt !== null && Date.parse(grant.refreshExpiresAt) <= now.getTime();
  return dead && ended ? accessEnded(error.message) : error;
}

const accessEnded = (why: string): PlatformError =>
  new PlatformError({ outcome: 'needs-reauthorization', cause: 'expired' }, why);
