import { youtube } from './population';
import type { FastifyRequest } from 'fastify';
import { queryOf, type Parameters } from '../http/parameters';
import type { Sandbox } from '../sandbox';
import type { YoutubeAccount } from './population';
import { badToken, channelSuspended, noToken, scopeMissing, signupRequired } from './errors';
import { accessPrefix } from './token-endpoint';

/** One call to Google's APIs whose token was accepted. */
export interface ApiCall {
  readonly sandbox: Sandbox;
  readonly account: YoutubeAccount;
  readonly scopes: readonly string[];
  readonly query: Parameters;
  readonly now: number;
}

/** @throws ApiError 401 for a token that is missing, unknown, expired or revoked; the last three look the same */
export function openCall(sandbox: Sandbox, request: FastifyRequest): ApiCall {
  const query = queryOf(request);
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? query['access_token'];
  if (!token) throw noToken();
  const content = sandbox.tokens.open(accessPrefix, token);
  const account = content && sandbox.world.of(youtube).get(content.person);
  const now = sandbox.clock.now();
  if (!content || !account || (content.expiresAt ?? 0) <= now) throw badToken();
  if (sandbox.standings.endOf('youtube', content.person, content.generation)) throw badToken();
  request.caller = content.person;
  return { sandbox, account, scopes: content.scopes, query, now };
}

/** @throws ApiError when the scope was not granted, or the account has no channel that may be read */
export function needs(call: ApiCall, scope: string, service: string): void {
  if (!call.scopes.includes(scope)) throw scopeMissing(service);
  if (call.account.person.channel === 'unused') throw signupRequired();
  if (call.account.person.channel === 'suspended') throw channelSuspended();
}
