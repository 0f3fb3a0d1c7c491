import type { FastifyInstance } from 'fastify';
import type { TiktokToken } from '@linkage/platforms/wire';
import { formOf, type Parameters } from '../http/parameters';
import { client } from '../oauth/client';
import type { CodeContent } from '../oauth/codes';
import type { Turn } from '../oauth/rotations';
import type { TokenContent } from '../oauth/tokens';
import type { Sandbox } from '../sandbox';
import { day, hour } from '../world/growth';
import { letterId } from '../world/random';
import { logId, OAuthError } from './errors';
import { tiktok } from './population';

export const accessPrefix = 'act.';
export const refreshPrefix = 'rft.';
const accessLife = 2 * hour;
const refreshLife = 180 * day;

/** `POST /v2/oauth/token/` and `POST /v2/oauth/revoke/` on open.tiktokapis.com. */
export function tiktokTokens(app: FastifyInstance, sandbox: Sandbox): void {
  app.setErrorHandler((error, request, reply) => {
    if (!(error instanceof OAuthError)) return reply.send(error);
    return reply
      .code(error.status)
      .header('cache-control', 'no-store')
      .send(error.body(logId(sandbox.clock.now(), request.id)));
  });

  app.post('/v2/oauth/token/', async (request, reply) => {
    const form = formOf(request);
    checkClient(form);
    void reply.header('cache-control', 'no-store');
    if (form['grant_type'] === 'authorization_code') {
      const code = redeem(sandbox, form);
      request.caller = code.person;
      return tokensFor(sandbox, code, { line: letterId(16, request.id, sandbox.clock.now(), code.person), turn: 0 });
    }
    if (form['grant_type'] !== 'refresh_token')
      throw new OAuthError(400, 'unsupported_grant_type', 'The grant type is not supported.');
    const token = checkRefresh(sandbox, form['refresh_token']);
    request.caller = token.person;
    return tokensFor(sandbox, token, sandbox.rotations.next(token.turn));
  });

  app.post('/v2/oauth/revoke/', async (request) => {
    const form = formOf(request);
    checkClient(form);
    if (!form['token']) throw new OAuthError(400, 'invalid_request', 'The token is missing.');
    const content = sandbox.tokens.open(accessPrefix, form['token']);
    const ended = content && sandbox.standings.endOf('tiktok', content.person, content.generation);
    if (!content || ended || (content.expiresAt ?? 0) <= sandbox.clock.now())
      throw new OAuthError(400, 'invalid_grant', 'The access token is invalid or expired.');
    request.caller = content.person;
    sandbox.standings.end('tiktok', content.person, 'revoked', sandbox.clock.now());
    return {};
  });
}

function checkClient(form: Parameters): void {
  if (!form['client_key'] || !form['client_secret'])
    throw new OAuthError(400, 'invalid_request', 'The client_key or the client_secret is missing.');
  if (form['client_key'] !== client.id || form['client_secret'] !== client.secret)
    throw new OAuthError(401, 'invalid_client', 'Client key or secret is incorrect.');
}

function redeem(sandbox: Sandbox, form: Parameters): CodeContent {
  if (!form['code']) throw new OAuthError(400, 'invalid_request', 'The code is missing.');
  const code = sandbox.codes.redeem(form['code'], sandbox.clock.now());
  if (!code || !sandbox.world.of(tiktok).has(code.person))
    throw new OAuthError(400, 'invalid_grant', 'Authorization code is expired.');
  if (form['redirect_uri'] !== code.redirectUri)
    throw new OAuthError(400, 'invalid_grant', 'Redirect_uri is not matched with the uri when requesting code.');
  return code;
}

/** @throws OAuthError when it ran out, was used before, was revoked, or is none of ours: they all look the same */
function checkRefresh(sandbox: Sandbox, text: string | undefined): TokenContent & { readonly turn: Turn } {
  if (!text) throw new OAuthError(400, 'invalid_request', 'The refresh token is missing.');
  const token = sandbox.tokens.open(refreshPrefix, text);
  const ended = token && sandbox.standings.endOf('tiktok', token.person, token.generation);
  const isDead =
    !token?.turn ||
    ended ||
    sandbox.rotations.isSpent(token.turn) ||
    (token.expiresAt ?? 0) <= sandbox.clock.now() ||
    !sandbox.world.of(tiktok).has(token.person);
  if (isDead) throw new OAuthError(400, 'invalid_grant', 'Refresh token is invalid or expired.');
  return { ...token, turn: token.turn };
}

/** Both tokens anew: the refresh token that was used is spent. */
function tokensFor(
  sandbox: Sandbox,
  { person, client: app, scopes }: Pick<TokenContent, 'person' | 'client' | 'scopes'>,
  turn: Turn,
): TiktokToken {
  const issuedAt = sandbox.clock.now();
  const generation = sandbox.standings.generation('tiktok', person);
  const content = { person, client: app, scopes, issuedAt, generation };
  return {
    access_token: sandbox.tokens.seal(accessPrefix, { ...content, kind: 'access', expiresAt: issuedAt + accessLife }),
    expires_in: accessLife / 1000,
    open_id: sandbox.world.of(tiktok).get(person)?.openId ?? '',
    refresh_expires_in: refreshLife / 1000,
    refresh_token: sandbox.tokens.seal(refreshPrefix, {
      ...content,
      kind: 'refresh',
      expiresAt: issuedAt + refreshLife,
      turn,
    }),
    scope: scopes.join(','),
    token_type: 'Bearer',
  };
}
