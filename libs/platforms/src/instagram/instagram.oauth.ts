import type { AccessGrant, AuthorizationRequest, CodeExchange, PlatformSettings } from '../connector';
import { isObject, urlOf, type PlatformClient, type PlatformRequest } from '../http';
import { count, text } from '../mapping/reading';
import { instagramVerdict } from './instagram.errors';
import { basicScope, instagramPermissions, type InstagramHosts } from './instagram.settings';

const hour = 3_600_000;
const refreshableAfter = 24 * hour;
const refreshWhenLeft = 30 * 24 * hour;

/** Instagram's three tokens: a code, a token for an hour, a token for 60 days that is renewed while it lives. There is no refresh token. */
export class InstagramOAuth {
  constructor(
    private readonly settings: PlatformSettings,
    private readonly hosts: InstagramHosts,
    private readonly client: PlatformClient,
  ) {}

  authorizeUrl(request: AuthorizationRequest): string {
    return urlOf(this.hosts.www, '/oauth/authorize', {
      client_id: this.settings.clientId,
      redirect_uri: request.redirectUri,
      response_type: 'code',
      scope: requestedScopes.join(','),
      state: request.state,
    }).href;
  }

  async exchangeCode(exchange: CodeExchange): Promise<AccessGrant> {
    const call = 'POST /oauth/access_token';
    const answer = await this.ask({
      method: 'POST',
      url: urlOf(this.hosts.api, '/oauth/access_token'),
      call,
      form: {
        client_id: this.settings.clientId,
        client_secret: this.settings.clientSecret,
        grant_type: 'authorization_code',
        redirect_uri: exchange.redirectUri,
        code: exchange.code,
      },
    });
    const short = shortTokenOf(answer);
    if (short === undefined) throw this.client.malformed(call);
    const parameters = {
      grant_type: 'ig_exchange_token',
      client_secret: this.settings.clientSecret,
      access_token: short.token,
    };
    return this.longToken('/access_token', parameters, short.granted);
  }

  /** Instagram renews tokens that are at least a day old and not expired. */
  async refreshAccess(grant: AccessGrant, now: Date): Promise<AccessGrant | null> {
    const left = grant.accessExpiresAt === null ? 0 : Date.parse(grant.accessExpiresAt) - now.getTime();
    const age = now.getTime() - Date.parse(grant.issuedAt);
    if (left > 0 && (left >= refreshWhenLeft || age <= refreshableAfter)) return null;
    return this.longToken(
      '/refresh_access_token',
      { grant_type: 'ig_refresh_token', access_token: grant.accessToken },
      grant.granted,
    );
  }

  private async longToken(
    path: string,
    parameters: Record<string, string>,
    granted: readonly string[],
  ): Promise<AccessGrant> {
    const issuedAt = this.client.now;
    const call = `GET ${path}`;
    const answer = await this.ask({ method: 'GET', url: urlOf(this.hosts.graph, path, parameters), call });
    const accessToken = text(answer['access_token']);
    const seconds = count(answer['expires_in']);
    if (accessToken === undefined || seconds === undefined) throw this.client.malformed(call);
    return {
      accessToken,
      accessExpiresAt: new Date(issuedAt.getTime() + seconds * 1000).toISOString(),
      refreshToken: null,
      refreshExpiresAt: null,
      issuedAt: issuedAt.toISOString(),
      granted: scopesOf(answer['permissions']) ?? granted,
    };
  }

  private ask(request: PlatformRequest): Promise<Readonly<Record<string, unknown>>> {
    return this.client.json(request, (answer) => instagramVerdict(answer, this.client.now, basicScope));
  }
}

const requestedScopes = instagramPermissions.map((permission) => permission.scope);

/** Both shapes of the answer: flat, and wrapped in `data`. */
export function shortTokenOf(
  answer: Readonly<Record<string, unknown>>,
): { token: string; granted: readonly string[] } | undefined {
  const wrapped: unknown = Array.isArray(answer['data']) ? answer['data'][0] : answer;
  const token = isObject(wrapped) ? text(wrapped['access_token']) : undefined;
  if (token === undefined || !isObject(wrapped)) return undefined;
  // Some answers name no permissions at all; what is missing then shows in the calls themselves.
  return { token, granted: scopesOf(wrapped['permissions']) ?? requestedScopes };
}

/** A list, or names with commas between; undefined: not said. */
function scopesOf(raw: unknown): readonly string[] | undefined {
  const list: readonly unknown[] | undefined = Array.isArray(raw) ? raw : text(raw)?.split(',');
  return list?.map((scope) => String(scope).trim()).filter((scope) => scope !== '');
}
