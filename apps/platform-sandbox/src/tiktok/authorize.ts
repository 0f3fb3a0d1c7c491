import type { FastifyInstance } from 'fastify';
import type { Parameters } from '../http/parameters';
import { client, withQuery } from '../oauth/client';
import type { Dialog, Problem } from '../oauth/dialog';
import { dialogRoutes } from '../oauth/dialog-routes';
import type { Sandbox } from '../sandbox';
import { hour } from '../world/growth';
import type { Person } from '../world/person';
import { isScope, labels, scopesOf } from './scopes';

function check({ redirectUris }: Sandbox, query: Parameters): Problem | undefined {
  const unknown = scopesOf(query['scope']).filter((name) => !isScope(name));
  if (query['client_key'] !== client.id)
    return { code: 'client_key', text: 'There is no app with this client_key. Check it in the developer portal.' };
  if (!redirectUris.has('tiktok', query['redirect_uri']))
    return { code: 'redirect_uri', text: 'The redirect_uri is not identical to one that the app has registered.' };
  if (query['response_type'] !== 'code')
    return { code: 'unsupported_response_type', text: 'The response_type must be code.' };
  if (!scopesOf(query['scope']).includes('user.info.basic'))
    return { code: 'invalid_scope', text: 'user.info.basic must be asked for.' };
  if (unknown.length > 0)
    return { code: 'invalid_scope', text: `The app may not ask for these scopes: ${unknown.join(', ')}.` };
  if (!query['state']) return { code: 'invalid_request', text: 'The state is missing.' };
  return undefined;
}

/** `GET /v2/auth/authorize/` on www.tiktok.com, and what follows it. */
export function tiktokPages(app: FastifyInstance, sandbox: Sandbox): void {
  const { standings, codes, clock } = sandbox;

  const goOn = (query: Parameters, person: Person, scopes: readonly string[]): string => {
    standings.consent('tiktok', person.id, scopes);
    const redirectUri = query['redirect_uri'] ?? '';
    const content = { person: person.id, client: client.id, redirectUri, scopes };
    const code = `${codes.issue('', content, clock.now() + hour / 6)}`;
    return withQuery(redirectUri, { code, scopes: scopes.join(','), state: query['state'] });
  };

  const dialog: Dialog = {
    platform: 'tiktok',
    site: 'TikTok',
    path: '/tiktok/www/v2/auth/authorize/',
    check: (query) => check(sandbox, query),
    scopes: (query) =>
      scopesOf(query['scope'])
        .filter(isScope)
        .map((scope) => ({ scope, label: labels[scope], fixed: scope === 'user.info.basic' })),
    chosen: () => undefined,
    refuses: () => undefined,
    skips(query, person) {
      const { granted } = standings.of('tiktok', person.id);
      const agreed = scopesOf(query['scope']).every((name) => granted.includes(name));
      return query['disable_auto_auth'] !== '1' && agreed ? goOn(query, person, scopesOf(query['scope'])) : undefined;
    },
    allow: goOn,
    deny: (query) =>
      withQuery(query['redirect_uri'] ?? '', {
        error: 'access_denied',
        error_description: 'User denied the request',
        state: query['state'],
      }),
  };
  dialogRoutes(app, sandbox, dialog, '/v2/auth/authorize/');
}
