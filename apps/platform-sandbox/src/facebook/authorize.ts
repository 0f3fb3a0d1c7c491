import type { FastifyInstance } from 'fastify';
import type { Parameters } from '../http/parameters';
import { client, withQuery } from '../oauth/client';
import type { Dialog } from '../oauth/dialog';
import { dialogRoutes } from '../oauth/dialog-routes';
import { avatarUrl } from '../pictures/links';
import type { Sandbox } from '../sandbox';
import { followersAt, hour } from '../world/growth';
import { inThousands } from '../world/crowd';
import { managedBy } from './access';
import { facebook } from './population';

/** What a creator reads. */
export const labels: Readonly<Record<string, string>> = {
  public_profile: 'Your name and your picture',
  email: 'Email address',
  pages_show_list: 'Show a list of the Pages you manage',
  pages_read_engagement: 'Read content posted on the Page',
  read_insights: 'Access your Page and App insights',
  pages_read_user_content: 'Read user content on your Page',
};

const scopesOf = (query: Parameters): string[] => [...new Set((query['scope'] ?? '').split(/[,\s]+/).filter(Boolean))];

/** `GET /<version>/dialog/oauth` on www.facebook.com, and what follows it. */
export function facebookPages(app: FastifyInstance, sandbox: Sandbox, version: string): void {
  const { world, standings, codes, clock, redirectUris } = sandbox;
  const dialog: Dialog = {
    platform: 'facebook',
    site: 'Facebook',
    path: `/facebook/www/${version}/dialog/oauth`,
    check(query) {
      const unknown = scopesOf(query).filter((scope) => !Object.hasOwn(labels, scope));
      if (query['client_id'] !== client.id)
        return { code: 'PLATFORM__INVALID_APP_ID', text: 'Invalid App ID: there is no app with this client_id.' };
      if (!redirectUris.has('facebook', query['redirect_uri'])) {
        return {
          code: 'URL blocked',
          text: 'This redirect failed because the redirect URI is not whitelisted in the app’s client OAuth settings.',
        };
      }
      if (!['code', undefined].includes(query['response_type']))
        return { code: 'invalid_response_type', text: 'The response_type must be code.' };
      if (unknown.length > 0) return { code: 'Invalid Scopes', text: `Invalid Scopes: ${unknown.join(', ')}.` };
      return undefined;
    },
    scopes: (query) =>
      scopesOf(query).map((scope) => ({ scope, label: labels[scope] ?? scope, fixed: scope === 'public_profile' })),
    accounts({ id }) {
      const account = world.of(facebook).get(id);
      if (account === undefined) return [];
      return managedBy(sandbox, account).map(({ pageId, person }) => ({
        id: pageId,
        name: person.name,
        about: `Page · ${inThousands(followersAt(world.seed, person, clock.now()))} followers`,
        pictureUrl: avatarUrl(sandbox, 'facebook', person, 96),
      }));
    },
    chosen: () => undefined,
    refuses: () => undefined,
    skips: () => undefined,
    allow(query, person, scopes, chosen) {
      standings.consent('facebook', person.id, scopes);
      const content = {
        person: person.id,
        client: client.id,
        redirectUri: query['redirect_uri'] ?? '',
        scopes,
        chosen,
      };
      const code = codes.issue('AQ', content, clock.now() + hour / 6);
      return `${withQuery(query['redirect_uri'] ?? '', { code, state: query['state'] })}#_=_`;
    },
    deny: (query) =>
      withQuery(query['redirect_uri'] ?? '', {
        error: 'access_denied',
        error_code: '200',
        error_description: 'Permissions error',
        error_reason: 'user_denied',
        state: query['state'],
      }),
  };
  dialogRoutes(app, sandbox, dialog, `/${version}/dialog/oauth`);
}
