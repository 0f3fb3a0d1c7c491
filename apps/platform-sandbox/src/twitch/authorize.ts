import type { FastifyInstance } from 'fastify';
import type { Parameters } from '../http/parameters';
import { client, withQuery } from '../oauth/client';
import type { Dialog, Problem } from '../oauth/dialog';
import { dialogRoutes } from '../oauth/dialog-routes';
import type { Sandbox } from '../sandbox';
import { hour } from '../world/growth';
import type { Person } from '../world/person';
import { labels, scopesOf } from './scopes';

function check({ redirectUris }: Sandbox, query: Parameters): Problem | undefined {
  const unknown = scopesOf(query['scope']).filter((name) => !Object.hasOwn(labels, name));
  if (query['client_id'] !== client.id)
    return { code: '400 invalid client', text: 'There is no app with this client_id.' };
  if (!redirectUris.has('twitch', query['redirect_uri']))
    return { code: 'redirect_mismatch', text: 'Parameter redirect_uri does not match registered URI.' };
  if (query['response_type'] !== 'code')
    return { code: 'unsupported_response_type', text: 'The response_type must be code.' };
  if (unknown.length > 0) return { code: 'invalid_scope', text: `Invalid scope requested: ${unknown.join(', ')}.` };
  return undefined;
}

/** `GET /oauth2/authorize` on id.twitch.tv, and what follows it. */
export function twitchPages(app: FastifyInstance, sandbox: Sandbox): void {
  const { standings, codes, clock } = sandbox;

  const goOn = (query: Parameters, person: Person): string => {
    const scopes = scopesOf(query['scope']);
    standings.consent('twitch', person.id, scopes.length === 0 ? ['no scope'] : scopes);
    const redirectUri = query['redirect_uri'] ?? '';
    const code = codes.issue('', { person: person.id, client: client.id, redirectUri, scopes }, clock.now() + hour / 6);
    return withQuery(redirectUri, { code, scope: scopes.join(' '), state: query['state'] });
  };

  const dialog: Dialog = {
    platform: 'twitch',
    site: 'Twitch',
    path: '/twitch/id/oauth2/authorize',
    check: (query) => check(sandbox, query),
    scopes: (query) => scopesOf(query['scope']).map((scope) => ({ scope, label: labels[scope] ?? scope, fixed: true })),
    chosen: () => undefined,
    refuses: () => undefined,
    skips(query, person) {
      const { granted } = standings.of('twitch', person.id);
      const agreed = granted.length > 0 && scopesOf(query['scope']).every((scope) => granted.includes(scope));
      return query['force_verify'] !== 'true' && agreed ? goOn(query, person) : undefined;
    },
    allow: (query, person) => goOn(query, person),
    deny: (query) =>
      withQuery(query['redirect_uri'] ?? '', {
        error: 'access_denied',
        error_description: 'The user denied you access',
        state: query['state'],
      }),
  };
  dialogRoutes(app, sandbox, dialog, '/oauth2/authorize');
}
