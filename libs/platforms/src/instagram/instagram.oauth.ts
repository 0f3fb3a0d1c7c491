import type { AccessGrant, AuthorizationRequest, CodeExchange } from '../connector';
import type { ConnectorContext, OAuth } from '../define-connector';
import { urlOf } from '../http';
import { longTokenAnswer, shortTokenAnswer } from './instagram.answers';
import { instagramTokenRules } from './instagram.errors';
import { basicScope, instagramPermissions } from './instagram.settings';

const hour = 3_600_000;
const refreshableAfter = 24 * hour;
const refreshWhenLeft = 30 * 24 * hour;
const requestedScopes = instagramPermissions.map((permission) => permission.scope);

/**
 * Instagram's three tokens: a code, a token for an hour, a token for 60 days that is renewed while it lives. There is
 * no refresh token.
 */
export class InstagramOAuth implements OAuth {
  constructor(private readonly context: ConnectorContext<'instagram'>) {}

  authorizeUrl(request: AuthorizationRequest): string {
    const { hosts, settings } = this.context;
    return urlOf(hosts.www, '/oauth/authorize', {
      client_id: settings.clientId,
      redirect_uri: request.redirectUri,
      response_type: 'code',
      scope: requestedScopes.join(','),
      state: request.state,
    }).href;
  }

  async exchangeCode(exchange: CodeExchange): Promise<AccessGrant> {
    const { client, hosts, settings } = this.context;
    const form = {
      client_id: settings.clientId,
      client_secret: settings.clientSecret,
      grant_type: 'authorization_code',
      redirect_uri: exchange.redirectUri,
      code: exchange.code,
    };
    const url = urlOf(hosts.api, '/oauth/access_token');
    const call = 'POST /oauth/access_token';
    const short = await client.read({ method: 'POST', url, call, form }, instagramTokenRules, shortTokenAnswer);
    const parameters = {
      grant_type: 'ig_exchange_token',
      client_secret: settings.clientSecret,
      access_token: short.access_token,
    };
    // Some answers name no permissions at all; what is missing then shows in the calls themselves.
    return this.longToken('/access_token', parameters, short.permissions ?? requestedScopes);
  }

  /** Instagram renews tokens that are at least a day old and not expired. */
  async refreshAccess(grant: AccessGrant, now: Date): Promise<AccessGrant | null> {
    const left = grant.accessExpiresAt === null ? 0 : Date.parse(grant.accessExpiresAt) - now.getTime();
    const age = now.getTime() - Date.parse(grant.issuedAt);
    if (left > 0 && (left >= refreshWhenLeft || age <= refreshableAfter)) return null;
    const parameters = { grant_type: 'ig_refresh_token', access_token: grant.accessToken };
    return this.longToken('/refresh_access_token', parameters, grant.granted);
  }

  private async longToken(
    path: string,
    parameters: Record<string, string>,
    granted: readonly string[],
  ): Promise<AccessGrant> {
    const { client, hosts } = this.context;
    const issuedAt = client.now;
    const request = {
      method: 'GET' as const,
      url: urlOf(hosts.graph, path, parameters),
      call: `GET ${path}`,
      needs: basicScope,
    };
    const {
      access_token: accessToken,
      expires_in: seconds,
      permissions,
    } = await client.read(request, instagramTokenRules, longTokenAnswer);
    return {
      accessToken,
      accessExpiresAt: new Date(issuedAt.getTime() + seconds * 1000).toISOString(),
      refreshToken: null,
      refreshExpiresAt: null,
      issuedAt: issuedAt.toISOString(),
      granted: permissions ?? granted,
    };
  }
}
