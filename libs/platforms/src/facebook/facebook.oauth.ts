import type { AccessGrant, AuthorizationRequest, CodeExchange, OfferedAccount, PlatformNotice } from '../connector';
import type { ConnectorContext, OAuth } from '../define-connector';
import { PlatformError, troubleOf } from '../errors';
import { isObject, urlOf, type PlatformRequest } from '../http';
import { isLoss } from '../loss';
import { readSignedRequest } from './facebook-signed-request';
import { permissionsAnswer, tokenAnswer } from './facebook.answers';
import { facebookRules, facebookTokenRules } from './facebook.errors';
import { offeredPages } from './facebook-offered-pages';
import { emailScope, graphVersion, pagesScope, requestedScopes } from './facebook.settings';

const day = 86_400_000;
const usualLife = 60 * day;
const renewWhenLeft = 30 * day;

/**
 * Facebook's tokens: a code, a token of the person for an hour, one for 60 days, and from that one for each Page that
 * does not run out. The person's stays beside a Page's in the place of a refresh token: with it access is given back
 * and the e-mail read.
 */
export class FacebookOAuth implements OAuth {
  constructor(private readonly context: ConnectorContext<'facebook'>) {}

  authorizeUrl(request: AuthorizationRequest): string {
    const { hosts, settings } = this.context;
    return urlOf(hosts.www, `/${graphVersion}/dialog/oauth`, {
      client_id: settings.clientId,
      redirect_uri: request.redirectUri,
      response_type: 'code',
      scope: requestedScopes.join(','),
      state: request.state,
      // Without it Facebook does not ask again for what was declined once.
      auth_type: 'rerequest',
    }).href;
  }

  async exchangeCode({ code, redirectUri }: CodeExchange): Promise<AccessGrant> {
    const issuedAt = this.context.client.now;
    const short = await this.token({ redirect_uri: redirectUri, code });
    const long = await this.lengthened(short.access_token);
    return {
      accessToken: long.access_token,
      accessExpiresAt: this.endOf(long.expires_in),
      refreshToken: null,
      refreshExpiresAt: null,
      issuedAt: issuedAt.toISOString(),
      granted: await this.granted(long.access_token),
    };
  }

  accounts(grant: AccessGrant): Promise<readonly OfferedAccount[]> {
    return offeredPages(this.context, grant);
  }

  /**
   * A Page's token does not run out; the person's is renewed while it lives. That it cannot be renewed says nothing of
   * the Page's: the call that names the Page does.
   */
  async refreshAccess(grant: AccessGrant, now: Date): Promise<AccessGrant | null> {
    const { accessExpiresAt, refreshToken, refreshExpiresAt } = grant;
    const isDemanded = accessExpiresAt !== null && Date.parse(accessExpiresAt) <= now.getTime();
    const left = refreshExpiresAt === null ? Infinity : Date.parse(refreshExpiresAt) - now.getTime();
    if (!isDemanded && (refreshToken === null || left <= 0 || left >= renewWhenLeft)) return null;
    try {
      const long = await this.lengthened(refreshToken ?? grant.accessToken);
      const refreshed = { refreshToken: long.access_token, refreshExpiresAt: this.endOf(long.expires_in) };
      return { ...grant, ...refreshed, ...(isDemanded && { accessExpiresAt: null }), issuedAt: now.toISOString() };
    } catch (error) {
      if (!isDemanded && troubleOf(error)?.outcome === 'needs-reauthorization') return null;
      throw error;
    }
  }

  /** Meta posts `signed_request` when a person removes the app or wants their data deleted. */
  noticeOf({ signed_request: signed = '' }: Readonly<Record<string, string>>): PlatformNotice | null {
    const said = readSignedRequest(signed, this.context.settings.clientSecret);
    return said === undefined ? null : { loginId: said.userId, at: said.issuedAt };
  }

  /** Takes back all that this person gave to the app. Access that has ended already is as good as given back. */
  async revoke({ accessToken, refreshToken }: AccessGrant): Promise<void> {
    const { client, hosts } = this.context;
    const url = urlOf(hosts.graph, `/${graphVersion}/me/permissions`);
    const request = {
      method: 'DELETE' as const,
      url,
      call: 'DELETE /me/permissions',
      bearer: refreshToken ?? accessToken,
    };
    const answer = await client.send(request);
    const isDenied = isObject(answer.body) && answer.body['success'] === false;
    if (answer.status < 300 && !isDenied) return;
    const verdict = client.verdict(request, answer, facebookRules);
    if (verdict?.outcome !== 'needs-reauthorization') throw client.trouble(request, answer, verdict);
  }

  private lengthened(token: string) {
    return this.token({ grant_type: 'fb_exchange_token', fb_exchange_token: token });
  }

  private token(parameters: Readonly<Record<string, string>>) {
    const { client, hosts, settings } = this.context;
    const own = { client_id: settings.clientId, client_secret: settings.clientSecret };
    const url = urlOf(hosts.graph, `/${graphVersion}/oauth/access_token`, { ...own, ...parameters });
    return client.read(
      { method: 'GET', url, call: 'GET /oauth/access_token', needs: pagesScope },
      facebookTokenRules,
      tokenAnswer,
    );
  }

  /** Long-lived tokens come without a life now and then; it is 60 days. */
  private endOf(seconds: number | undefined): string {
    return new Date(
      this.context.client.now.getTime() + (seconds === undefined ? usualLife : seconds * 1000),
    ).toISOString();
  }

  /** Where Facebook does not say what was granted, what is missing shows in the calls themselves. */
  private async granted(token: string): Promise<readonly string[]> {
    const { client, hosts } = this.context;
    const url = urlOf(hosts.graph, `/${graphVersion}/me/permissions`);
    const request: PlatformRequest = {
      method: 'GET',
      url,
      call: 'GET /me/permissions',
      needs: emailScope,
      bearer: token,
    };
    try {
      const { data } = await client.read(request, facebookRules, permissionsAnswer);
      if (isLoss(data)) return requestedScopes;
      return data.flatMap((each) => {
        if (each === undefined || isLoss(each) || isLoss(each.permission) || each.permission === undefined) return [];
        return each.status === 'granted' ? [each.permission] : [];
      });
    } catch (error) {
      if (error instanceof PlatformError) return requestedScopes;
      throw error;
    }
  }
}
