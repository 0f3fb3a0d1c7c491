import { instagram } from './population';
import type { FastifyInstance } from 'fastify';
import { html } from '../http/html';
import type { Parameters } from '../http/parameters';
import { client, withQuery } from '../oauth/client';
import type { Dialog } from '../oauth/dialog';
import { dialogRoutes } from '../oauth/dialog-routes';
import type { Sandbox } from '../sandbox';
import { hour } from '../world/growth';

/** What a creator reads. */
export const labels: Readonly<Record<string, string>> = {
  instagram_business_basic: 'View your Instagram profile and posts',
  instagram_business_manage_insights: 'View insights of your posts and your audience',
};

const scopesOf = (query: Parameters): string[] => [...new Set((query['scope'] ?? '').split(/[,\s]+/).filter(Boolean))];

/** `GET /oauth/authorize` on www.instagram.com, and what follows it. */
export function instagramPages(app: FastifyInstance, sandbox: Sandbox): void {
  const dialog: Dialog = {
    platform: 'instagram',
    site: 'Instagram',
    path: '/instagram/www/oauth/authorize',
    check(query) {
      const unknown = scopesOf(query).filter((scope) => !Object.hasOwn(labels, scope));
      if (query['client_id'] !== client.id) {
        return { code: 'invalid_request', text: 'Invalid platform app: there is no app with this client_id.' };
      }
      if (!sandbox.redirectUris.has('instagram', query['redirect_uri'])) {
        return {
          code: 'invalid_redirect_uri',
          text: 'Invalid redirect_uri: it must be identical to one of those that the app has registered.',
        };
      }
      if (query['response_type'] !== 'code')
        return { code: 'invalid_response_type', text: 'The response_type must be code.' };
      if (unknown.length > 0) return { code: 'invalid_scope', text: `Invalid scopes: ${unknown.join(', ')}.` };
      if (!scopesOf(query).includes('instagram_business_basic')) {
        return { code: 'invalid_scope', text: 'instagram_business_basic must be asked for.' };
      }
      return undefined;
    },
    scopes: (query) =>
      scopesOf(query).map((scope) => ({
        scope,
        label: labels[scope] ?? scope,
        fixed: scope === 'instagram_business_basic',
      })),
    chosen: () => undefined,
    refuses: ({ id }) =>
      sandbox.world.of(instagram).get(id)?.person.account === 'PERSONAL'
        ? html`<h1>This is a personal account</h1>
            <p
              >${client.name} can be connected with a professional account only: a business or a creator account. Switch
              the account’s type in its settings, or choose another account.</p
            >`
        : undefined,
    skips: () => undefined,
    allow(query, person, scopes) {
      sandbox.standings.consent('instagram', person.id, scopes);
      const code = sandbox.codes.issue(
        'AQ',
        { person: person.id, client: client.id, redirectUri: query['redirect_uri'] ?? '', scopes },
        sandbox.clock.now() + hour,
      );
      return `${withQuery(query['redirect_uri'] ?? '', { code, state: query['state'] })}#_`;
    },
    deny: (query) =>
      withQuery(query['redirect_uri'] ?? '', {
        error: 'access_denied',
        error_reason: 'user_denied',
        error_description: 'The user denied your request.',
        state: query['state'],
      }),
  };
  dialogRoutes(app, sandbox, dialog, '/oauth/authorize');
}
