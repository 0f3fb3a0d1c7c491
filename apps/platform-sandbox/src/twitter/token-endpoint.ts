import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TwitterRevoked, TwitterToken } from '@linkage/platforms/wire';
import { formOf, type Parameters } from '../http/parameters';
import { client } from '../oauth/client';
import type { CodeContent } from '../oauth/codes';
import type { Turn } from '../oauth/rotations';
import type { TokenContent } from '../oauth/tokens';
import type { Sandbox } from '../sandbox';
import { day, hour } from '../world/growth';
import { letterId } from '../world/random';
import { badValue, OAuthError } from './errors';
import { twitter } from './population';

export const accessPrefix = 'xat.';
export const refreshPrefix = 'xrt.';
const accessLife = 2 * hour;
const refreshLife = 180 * day;

/** `POST /2/oauth2/token` and `POST /2/oauth2/revoke`. */
export function twitterTokens(app: FastifyInstance, sandbox: Sandbox): void {
  app.setErrorHandler((error, _request, reply) =>
    error instanceof OAuthError
      ? reply.code(error.status).header('cache-control', 'no-store').send(error.body())
      : reply.send(error),
  );

  app.post('/2/oauth2/token', async (request, reply): Promise<TwitterToken> => {
    checkClient(request);
    const form = formOf(request);
    void reply.header('cache-control', 'no-store');
    if (form['grant_type'] === 'authorization_code') {
      const code = redeem(sandbox, form);
      request.caller = code.person;
      return tokensFor(sandbox, code, { line: letterId(16, request.id, sandbox.clock.now(), code.person), turn: 0 });
    }
    if (form['grant_type'] !== 'refresh_token')
      throw new OAuthError(400, 'unsupported_grant_type', 'Value passed for the grant_type is not supported.');
    const token = checkRefresh(sandbox, form['refresh_token']);
    request.caller = token.person;
    return tokensFor(sandbox, token, sandbox.rotations.next(token.turn));
  });

  app.post('/2/oauth2/revoke', async (request): Promise<TwitterRevoked> => {
    checkClient(request);
    const token = formOf(request)['token'] ?? '';
    const content = sandbox.tokens.open(accessPrefix, token) ?? sandbox.tokens.open(refreshPrefix, token);
    if (!content) throw badValue('token');
    request.caller = content.person;
    if (!sandbox.standings.endOf('twitter', content.person, content.generation))
      sandbox.standings.end('twitter', content.person, 'revoked', sandbox.clock.now());
    return { revoked: true };
  });
}

/** A confidential client has its id and secret in the header, and nowhere else. */
function checkClient(request: FastifyRequest): void {
  const given = /^Basic (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (given === undefined) throw new OAuthError(401, 'unauthorized_client', 'Missing valid authorization header');
  if (Buffer.from(given, 'base64').toString() !== `${client.id}:${client.secret}`)
    throw new OAuthError(401, 'invalid_client', 'Value passed for the client was invalid.');
}

function redeem(sandbox: Sandbox, form: Parameters): CodeContent {
  for (const name of ['code', 'redirect_uri', 'code_verifier'])
    if (!form[name]) throw new OAuthError(400, 'invalid_request', `Missing required parameter [${name}].`);
  const code = sandbox.codes.redeem(form['code'] ?? '', sandbox.clock.now());
  if (!code?.challenge || !sandbox.world.of(twitter).has(code.person)) throw badValue('authorization code');
  if (form['redirect_uri'] !== code.redirectUri)
    throw new OAuthError(
      400,
      'invalid_request',
      'Value passed for the redirect uri did not match the uri of the authorization code.',
    );
  const verifier = form['code_verifier'] ?? '';
  const given =
    code.challenge.method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url');
  if (given !== code.challenge.value)
    throw new OAuthError(
      400,
      'invalid_request',
      'Value passed for the code verifier did not match the code challenge.',
    );
  return code;
}

/** @throws OAuthError when it ran out, was used before, was revoked, or is none of ours: they all look the same */
function checkRefresh(sandbox: Sandbox, text: string | undefined): TokenContent & { readonly turn: Turn } {
  const token = sandbox.tokens.open(refreshPrefix, text ?? '');
  const isDead =
    !token?.turn ||
    sandbox.standings.endOf('twitter', token.person, token.generation) ||
    sandbox.rotations.isSpent(token.turn) ||
    (token.expiresAt ?? 0) <= sandbox.clock.now() ||
    !sandbox.world.of(twitter).has(token.person);
  if (isDead) throw badValue('token');
  return { ...token, turn: token.turn };
}

/** An access token of two hours, and with `offline.access` a refresh token that works once. */
function tokensFor(
  sandbox: Sandbox,
  { person, client: app, scopes }: Pick<TokenContent, 'person' | 'client' | 'scopes'>,
  turn: Turn,
): TwitterToken {
  const issuedAt = sandbox.clock.now();
  const content = {
    person,
    client: app,
    scopes,
    issuedAt,
    generation: sandbox.standings.generation('twitter', person),
  };
  const refresh = { ...content, kind: 'refresh', expiresAt: issuedAt + refreshLife, turn } as const;
  return {
    token_type: 'bearer',
    expires_in: accessLife / 1000,
    access_token: sandbox.tokens.seal(accessPrefix, { ...content, kind: 'access', expiresAt: issuedAt + accessLife }),
    scope: scopes.join(' '),
    ...(scopes.includes('offline.access') && { refresh_token: sandbox.tokens.seal(refreshPrefix, refresh) }),
  };
}
