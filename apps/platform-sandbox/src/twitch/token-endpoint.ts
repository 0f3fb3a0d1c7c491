import type { FastifyInstance } from 'fastify';
import type { TwitchAppToken, TwitchToken, TwitchValidation } from '@linkage/platforms/wire';
import { formOf, type Parameters } from '../http/parameters';
import { client } from '../oauth/client';
import type { CodeContent } from '../oauth/codes';
import type { TokenContent } from '../oauth/tokens';
import type { Sandbox } from '../sandbox';
import { TwitchRefusal } from './errors';
import { twitch } from './population';

export const accessPrefix = 'tw';
const refreshPrefix = 'rt';
const appPrefix = 'ta';
const lifeSeconds = 14_154;
const appLifeSeconds = 5_011_271;

/** `POST /oauth2/token`, `POST /oauth2/revoke` and `GET /oauth2/validate` on id.twitch.tv. */
export function twitchTokens(app: FastifyInstance, sandbox: Sandbox): void {
  app.setErrorHandler((error, _request, reply) =>
    error instanceof TwitchRefusal ? reply.code(error.status).send(error.body()) : reply.send(error),
  );

  app.post('/oauth2/token', async (request, reply) => {
    const form = formOf(request);
    checkClient(form);
    void reply.header('cache-control', 'no-store');
    if (form['grant_type'] === 'authorization_code') {
      const code = redeem(sandbox, form);
      request.caller = code.person;
      return tokensFor(sandbox, code);
    }
    if (form['grant_type'] === 'client_credentials') return appToken(sandbox);
    if (form['grant_type'] !== 'refresh_token') throw new TwitchRefusal(400, 'invalid grant type');
    const token = checkRefresh(sandbox, form['refresh_token']);
    request.caller = token.person;
    return tokensFor(sandbox, token);
  });

  app.post('/oauth2/revoke', async (request, reply) => {
    const form = formOf(request);
    if (form['client_id'] !== client.id) throw new TwitchRefusal(404, 'client does not exist');
    const content = liveToken(sandbox, form['token']);
    if (!content) throw new TwitchRefusal(400, 'Invalid token');
    request.caller = content.person;
    sandbox.standings.end('twitch', content.person, 'revoked', sandbox.clock.now());
    return reply.send('');
  });

  app.get('/oauth2/validate', async (request): Promise<TwitchValidation> => {
    const token = /^OAuth (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const content = liveToken(sandbox, token);
    const account = content && sandbox.world.of(twitch).get(content.person);
    if (!content || !account) throw new TwitchRefusal(401, 'invalid access token');
    request.caller = content.person;
    const left = ((content.expiresAt ?? 0) - sandbox.clock.now()) / 1000;
    return {
      client_id: content.client,
      login: account.person.id,
      scopes: content.scopes,
      user_id: account.userId,
      expires_in: Math.floor(left),
    };
  });
}

/** undefined: unknown, expired or revoked; they all look the same. */
export function liveToken(sandbox: Sandbox, token: string | undefined): TokenContent | undefined {
  const content = token === undefined ? undefined : sandbox.tokens.open(accessPrefix, token);
  if (!content || (content.expiresAt ?? 0) <= sandbox.clock.now()) return undefined;
  return sandbox.standings.endOf('twitch', content.person, content.generation) ? undefined : content;
}

/** A token of the app itself, which is for no person. */
function appToken(sandbox: Sandbox): TwitchAppToken {
  const issuedAt = sandbox.clock.now();
  const content: TokenContent = {
    kind: 'access',
    person: '',
    client: client.id,
    scopes: [],
    issuedAt,
    expiresAt: issuedAt + appLifeSeconds * 1000,
    generation: 0,
  };
  return { access_token: sandbox.tokens.seal(appPrefix, content), expires_in: appLifeSeconds, token_type: 'bearer' };
}

/** Whether it is a token of the app itself that has not run out. */
export function isAppToken(sandbox: Sandbox, token: string): boolean {
  const content = sandbox.tokens.open(appPrefix, token);
  return content !== undefined && (content.expiresAt ?? 0) > sandbox.clock.now();
}

function checkClient(form: Parameters): void {
  if (!form['client_id']) throw new TwitchRefusal(400, 'missing client id');
  if (form['client_id'] !== client.id) throw new TwitchRefusal(400, 'invalid client');
  if (!form['client_secret']) throw new TwitchRefusal(400, 'missing client secret');
  if (form['client_secret'] !== client.secret) throw new TwitchRefusal(403, 'invalid client secret');
}

function redeem(sandbox: Sandbox, form: Parameters): CodeContent {
  if (!form['code']) throw new TwitchRefusal(400, 'missing code');
  const code = sandbox.codes.redeem(form['code'], sandbox.clock.now());
  if (!code || !sandbox.world.of(twitch).has(code.person)) throw new TwitchRefusal(400, 'Invalid authorization code');
  if (form['redirect_uri'] !== code.redirectUri)
    throw new TwitchRefusal(400, 'Parameter redirect_uri does not match registered URI');
  return code;
}

/** @throws TwitchRefusal after a new password, when the app was disconnected, and when it is none of ours */
function checkRefresh(sandbox: Sandbox, text: string | undefined): TokenContent {
  if (!text) throw new TwitchRefusal(400, 'missing refresh token');
  const token = sandbox.tokens.open(refreshPrefix, text);
  const ended = token && sandbox.standings.endOf('twitch', token.person, token.generation);
  if (!token || ended || !sandbox.world.of(twitch).has(token.person))
    throw new TwitchRefusal(400, 'Invalid refresh token');
  return token;
}

/** Another access token; the refresh token before it goes on working, as at Twitch. */
function tokensFor(
  sandbox: Sandbox,
  { person, client: app, scopes }: Pick<TokenContent, 'person' | 'client' | 'scopes'>,
): TwitchToken {
  const issuedAt = sandbox.clock.now();
  const generation = sandbox.standings.generation('twitch', person);
  const content = { person, client: app, scopes, issuedAt, generation };
  return {
    access_token: sandbox.tokens.seal(accessPrefix, {
      ...content,
      kind: 'access',
      expiresAt: issuedAt + lifeSeconds * 1000,
    }),
    expires_in: lifeSeconds,
    refresh_token: sandbox.tokens.seal(refreshPrefix, { ...content, kind: 'refresh', expiresAt: null }),
    ...(scopes.length > 0 && { scope: scopes }),
    token_type: 'bearer',
  };
}
