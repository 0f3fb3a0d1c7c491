import { youtube } from './population';
import type { FastifyInstance } from 'fastify';
import type { Parameters } from '../http/parameters';
import { client, withQuery } from '../oauth/client';
import type { CodeContent } from '../oauth/codes';
import type { Dialog, Problem } from '../oauth/dialog';
import { dialogRoutes } from '../oauth/dialog-routes';
import type { Sandbox } from '../sandbox';
import type { Person } from '../world/person';
import { hour } from '../world/growth';
import { labels, scopesOf } from './scopes';

const prompts = (query: Parameters): string[] => (query['prompt'] ?? '').split(/\s+/).filter(Boolean);

function check({ redirectUris }: Sandbox, query: Parameters): Problem | undefined {
  const unknown = scopesOf(query['scope']).filter((name) => !Object.hasOwn(labels, name));
  if (query['client_id'] !== client.id)
    return { code: 'Error 401: invalid_client', text: 'The OAuth client was not found.' };
  if (!redirectUris.has('youtube', query['redirect_uri'])) {
    return {
      code: 'Error 400: redirect_uri_mismatch',
      text: 'The redirect_uri is missing or not registered for this app.',
    };
  }
  if (query['response_type'] !== 'code')
    return { code: 'Error 400: unsupported_response_type', text: 'The response_type must be code.' };
  if (scopesOf(query['scope']).length === 0)
    return { code: 'Error 400: invalid_request', text: 'Missing required parameter: scope' };
  if (unknown.length > 0)
    return { code: 'Error 400: invalid_scope', text: `Some requested scopes were invalid: ${unknown.join(', ')}` };
  if (query['code_challenge_method'] && !['S256', 'plain'].includes(query['code_challenge_method'])) {
    return { code: 'Error 400: invalid_request', text: 'Invalid code_challenge_method' };
  }
  return undefined;
}

function challengeOf(query: Parameters): Pick<CodeContent, 'challenge'> {
  const value = query['code_challenge'];
  return value ? { challenge: { value, method: query['code_challenge_method'] === 'S256' ? 'S256' : 'plain' } } : {};
}

/** `GET /o/oauth2/v2/auth` on accounts.google.com, and what follows it. */
export function googlePages(app: FastifyInstance, sandbox: Sandbox): void {
  const { standings, codes, clock, world } = sandbox;

  /**
   * A refresh token comes with offline access only, and only with a first consent or when consent is asked for again.
   */
  const goOn = (query: Parameters, person: Person, scopes: readonly string[], asked: boolean): string => {
    const before = standings.of('youtube', person.id).granted;
    const granted = query['include_granted_scopes'] === 'true' ? [...new Set([...scopes, ...before])] : [...scopes];
    const isNew = before.length === 0 || scopes.some((name) => !before.includes(name));
    const offline = query['access_type'] === 'offline' && asked && (isNew || prompts(query).includes('consent'));
    standings.consent('youtube', person.id, [...new Set([...before, ...granted])]);
    const content: CodeContent = {
      person: person.id,
      client: client.id,
      redirectUri: query['redirect_uri'] ?? '',
      scopes: granted,
      offline,
      ...challengeOf(query),
    };
    const code = codes.issue('4/0', content, clock.now() + hour / 6);
    const prompt = asked ? 'consent' : 'none';
    return withQuery(query['redirect_uri'] ?? '', {
      state: query['state'],
      code,
      scope: granted.join(' '),
      authuser: '0',
      prompt,
    });
  };

  const dialog: Dialog = {
    platform: 'youtube',
    site: 'Google',
    path: '/youtube/accounts/o/oauth2/v2/auth',
    check: (query) => check(sandbox, query),
    scopes: (query) =>
      scopesOf(query['scope']).map((name) => ({
        scope: name,
        label: labels[name]?.label ?? name,
        fixed: labels[name]?.fixed ?? false,
      })),
    chosen: ({ login_hint: hint }) =>
      hint ? [...world.of(youtube).values()].find(({ person }) => person.email === hint)?.person.id : undefined,
    identities({ id }) {
      const channels = world.of(youtube);
      const login = channels.get(id)?.person;
      const brands = (login?.brands ?? []).flatMap((brand) => channels.get(brand)?.person ?? []);
      return login === undefined ? [] : [login, ...brands];
    },
    refuses: () => undefined,
    skips(query, person) {
      const agreed = standings.of('youtube', person.id).granted;
      if (prompts(query).includes('consent') || !scopesOf(query['scope']).every((name) => agreed.includes(name)))
        return undefined;
      return goOn(query, person, scopesOf(query['scope']), false);
    },
    allow: (query, person, scopes) => goOn(query, person, scopes, true),
    deny: (query) => withQuery(query['redirect_uri'] ?? '', { error: 'access_denied', state: query['state'] }),
  };
  dialogRoutes(app, sandbox, dialog, '/o/oauth2/v2/auth');
}
