import type { FastifyInstance } from 'fastify';
import type { Parameters } from '../http/parameters';
import { client, withQuery } from '../oauth/client';
import type { Dialog, Problem } from '../oauth/dialog';
import { dialogRoutes } from '../oauth/dialog-routes';
import type { Sandbox } from '../sandbox';
import { isScope, labels, scopesOf } from './scopes';

const longestState = 500;
/** A code is dead before a person could copy it. */
const codeLife = 30_000;

function check({ redirectUris }: Sandbox, query: Parameters): Problem | undefined {
  const invalid = (text: string): Problem => ({ code: 'invalid_request', text });
  const unknown = scopesOf(query['scope']).filter((name) => !isScope(name));
  if (query['client_id'] !== client.id) return invalid('Value passed for the client_id was invalid.');
  if (!redirectUris.has('twitter', query['redirect_uri']))
    return invalid('Value passed for the redirect uri did not match one of the callback addresses of the app.');
  if (query['response_type'] !== 'code') return invalid('The response_type must be code.');
  if (scopesOf(query['scope']).length === 0) return invalid('The scope is missing.');
  if (unknown.length > 0) return { code: 'invalid_scope', text: `X knows no scope called ${unknown.join(', ')}.` };
  if (!query['state'] || query['state'].length > longestState)
    return invalid(`The state is missing or longer than ${longestState} characters.`);
  if (!query['code_challenge'] || !['S256', 'plain'].includes(query['code_challenge_method'] ?? ''))
    return invalid('The code_challenge or its method is missing: PKCE is not optional.');
  return undefined;
}

/** `GET /i/oauth2/authorize` on x.com, and what follows it. Creators can agree to all or to nothing. */
export function twitterPages(app: FastifyInstance, sandbox: Sandbox): void {
  const { standings, codes, clock } = sandbox;
  const dialog: Dialog = {
    platform: 'twitter',
    site: 'X',
    path: '/twitter/www/i/oauth2/authorize',
    check: (query) => check(sandbox, query),
    scopes: (query) =>
      scopesOf(query['scope'])
        .filter(isScope)
        .map((scope) => ({ scope, label: labels[scope], fixed: true })),
    chosen: () => undefined,
    refuses: () => undefined,
    skips: () => undefined,
    allow(query, person, scopes) {
      standings.consent('twitter', person.id, scopes);
      const redirectUri = query['redirect_uri'] ?? '';
      const method = query['code_challenge_method'] === 'S256' ? 'S256' : 'plain';
      const challenge = { value: query['code_challenge'] ?? '', method } as const;
      const content = { person: person.id, client: client.id, redirectUri, scopes, challenge };
      const code = codes.issue('', content, clock.now() + codeLife);
      return withQuery(redirectUri, { state: query['state'], code });
    },
    deny: (query) => withQuery(query['redirect_uri'] ?? '', { error: 'access_denied', state: query['state'] }),
  };
  dialogRoutes(app, sandbox, dialog, '/i/oauth2/authorize');
}
