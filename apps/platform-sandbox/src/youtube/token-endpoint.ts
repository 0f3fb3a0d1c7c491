import { youtube } from './population';
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { GoogleToken } from '@linkage/platforms/wire';
import { formOf, originOf, queryOf, type Parameters } from '../http/parameters';
import { client } from '../oauth/client';
import type { CodeContent } from '../oauth/codes';
import type { TokenContent } from '../oauth/tokens';
import type { Sandbox } from '../sandbox';
import { OAuthError } from './errors';
import { idToken } from './id-token';
import { scope } from './scopes';

export const accessPrefix = 'ya29.a0';
export const refreshPrefix = '1//0';
const lifeSeconds = 3599;

/** `POST /token` and `POST /revoke` on oauth2.googleapis.com. */
export function googleTokens(app: FastifyInstance, sandbox: Sandbox): void {
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof OAuthError)
      return reply.code(error.status).header('cache-control', 'no-store').send(error.body());
    return reply.send(error);
  });

  app.post('/token', async (request, reply) => {
    const form = formOf(request);
    checkClient(form);
    void reply.header('cache-control', 'no-store');
    if (form['grant_type'] === 'authorization_code') {
      const code = redeem(sandbox, form);
      request.caller = code.person;
      return fromCode(sandbox, code, originOf(request));
    }
    if (form['grant_type'] !== 'refresh_token') {
      throw new OAuthError(400, 'unsupported_grant_type', `Invalid grant_type: ${form['grant_type'] ?? ''}`);
    }
    const token = checkRefresh(sandbox, form['refresh_token']);
    request.caller = token.person;
    return access(sandbox, token);
  });

  app.post('/revoke', async (request) => {
    const token = formOf(request)['token'] ?? queryOf(request)['token'] ?? '';
    const content = sandbox.tokens.open(accessPrefix, token) ?? sandbox.tokens.open(refreshPrefix, token);
    if (!content || sandbox.standings.endOf('youtube', content.person, content.generation)) {
      throw new OAuthError(400, 'invalid_token', 'Token expired or revoked');
    }
    request.caller = content.person;
    sandbox.standings.end('youtube', content.person, 'revoked', sandbox.clock.now());
    return {};
  });
}

function checkClient(form: Parameters): void {
  if (!form['client_id']) throw new OAuthError(400, 'invalid_request', 'Could not determine client ID from request.');
  if (form['client_id'] !== client.id) throw new OAuthError(401, 'invalid_client', 'The OAuth client was not found.');
  if (!form['client_secret']) throw new OAuthError(400, 'invalid_request', 'client_secret is missing.');
  if (form['client_secret'] !== client.secret) throw new OAuthError(401, 'invalid_client', 'Unauthorized');
}

function redeem(sandbox: Sandbox, form: Parameters): CodeContent {
  if (!form['code']) throw new OAuthError(400, 'invalid_request', 'Missing required parameter: code');
  const code = sandbox.codes.redeem(form['code'], sandbox.clock.now());
  if (!code || !sandbox.world.of(youtube).has(code.person)) throw new OAuthError(400, 'invalid_grant', 'Bad Request');
  if (form['redirect_uri'] !== code.redirectUri) throw new OAuthError(400, 'redirect_uri_mismatch', 'Bad Request');
  if (!code.challenge) return code;
  if (!form['code_verifier']) throw new OAuthError(400, 'invalid_grant', 'Missing code verifier.');
  const given =
    code.challenge.method === 'plain'
      ? form['code_verifier']
      : createHash('sha256').update(form['code_verifier']).digest('base64url');
  if (given !== code.challenge.value) throw new OAuthError(400, 'invalid_grant', 'Invalid code verifier.');
  return code;
}

/** @throws OAuthError when it was revoked, or is none of ours: the two look the same */
function checkRefresh(sandbox: Sandbox, text: string | undefined): TokenContent {
  if (!text) throw new OAuthError(400, 'invalid_request', 'Missing required parameter: refresh_token');
  const token = sandbox.tokens.open(refreshPrefix, text);
  if (!token || !sandbox.world.of(youtube).has(token.person)) throw new OAuthError(400, 'invalid_grant', 'Bad Request');
  if (sandbox.standings.endOf('youtube', token.person, token.generation)) {
    throw new OAuthError(400, 'invalid_grant', 'Token has been expired or revoked.');
  }
  return token;
}

function fromCode(sandbox: Sandbox, code: CodeContent, issuer: string): GoogleToken {
  const issuedAt = sandbox.clock.now();
  const grant: TokenContent = {
    kind: 'refresh',
    person: code.person,
    client: code.client,
    scopes: code.scopes,
    issuedAt,
    expiresAt: null,
    generation: sandbox.standings.generation('youtube', code.person),
  };
  const account = sandbox.world.of(youtube).get(code.person);
  return {
    ...access(sandbox, grant),
    ...(code.offline ? { refresh_token: sandbox.tokens.seal(refreshPrefix, grant) } : {}),
    ...(account && code.scopes.includes(scope.openid)
      ? { id_token: idToken(account, code.scopes, issuer, issuedAt, lifeSeconds) }
      : {}),
  };
}

/** An access token of an hour. Never comes with a new refresh token. */
function access(sandbox: Sandbox, grant: TokenContent): GoogleToken {
  const issuedAt = sandbox.clock.now();
  const token = sandbox.tokens.seal(accessPrefix, {
    ...grant,
    kind: 'access',
    issuedAt,
    expiresAt: issuedAt + lifeSeconds * 1000,
  });
  return { access_token: token, expires_in: lifeSeconds, scope: grant.scopes.join(' '), token_type: 'Bearer' };
}
