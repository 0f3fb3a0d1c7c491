import type { FastifyRequest } from 'fastify';
import type { TwitchList } from '@linkage/platforms/wire';
import { queryOf, type Parameters } from '../http/parameters';
import { client } from '../oauth/client';
import type { Sandbox } from '../sandbox';
import { badRequest, badToken, noClientId, noToken, otherClientId } from './errors';
import { twitch, type TwitchAccount } from './population';
import { isAppToken, liveToken } from './token-endpoint';

/** @throws TwitchRefusal unless the call is made with a token of the app itself */
export function checkAppCall(sandbox: Sandbox, request: FastifyRequest): void {
  const token = tokenOf(request);
  if (request.headers['client-id'] !== client.id) throw otherClientId();
  if (isAppToken(sandbox, token)) return;
  throw liveToken(sandbox, token) ? badRequest('invalid transport and auth combination') : badToken();
}

/** @throws TwitchRefusal without a token, and without the app's own id */
function tokenOf(request: FastifyRequest): string {
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw noToken();
  if (request.headers['client-id'] === undefined) throw noClientId();
  return token;
}

/** One call of the Helix API whose token was accepted. */
export interface ApiCall {
  readonly sandbox: Sandbox;
  readonly account: TwitchAccount;
  readonly scopes: readonly string[];
  readonly query: Parameters;
  readonly now: number;
}

/** @throws TwitchRefusal 401 for a token that does not work (for whatever reason), and without the app's own id */
export function openCall(sandbox: Sandbox, request: FastifyRequest): ApiCall {
  const token = tokenOf(request);
  const content = liveToken(sandbox, token);
  const account = content && sandbox.world.of(twitch).get(content.person);
  if (!content || !account) throw badToken();
  if (request.headers['client-id'] !== client.id) throw otherClientId();
  request.caller = content.person;
  return { sandbox, account, scopes: content.scopes, query: queryOf(request), now: sandbox.clock.now() };
}

/** Whose channel a call is about. undefined: there is none with this id. @throws TwitchRefusal when it does not say */
export function channelOf(
  { sandbox, query }: ApiCall,
  parameter: 'user_id' | 'broadcaster_id',
): TwitchAccount | undefined {
  const id = query[parameter];
  if (!id) throw badRequest(`Missing required parameter "${parameter}"`);
  return [...sandbox.world.of(twitch).values()].find(({ userId }) => userId === id);
}

const cursorOf = (offset: number): string =>
  Buffer.from(JSON.stringify({ b: null, a: { Offset: offset } })).toString('base64url');

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  try {
    const { a } = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as { a: { Offset: number } };
    if (Number.isInteger(a.Offset)) return a.Offset;
  } catch {
    // Falls through: it is none of ours.
  }
  throw badRequest('The parameter "after" was malformed: the value is not a cursor');
}

/** One page, 20 where nothing else is asked for. The end is an empty `pagination`. */
export function page<From, Item>(
  { query }: ApiCall,
  all: readonly From[],
  make: (one: From) => Item,
): TwitchList<Item> {
  const size = query['first'] === undefined ? 20 : Number(query['first']);
  if (!Number.isInteger(size) || size < 1 || size > 100)
    throw badRequest('The parameter "first" was malformed: the value must be between 1 and 100');
  const from = offsetOf(query['after']);
  const data = all.slice(from, from + size).map(make);
  return { data, pagination: from + size < all.length ? { cursor: cursorOf(from + size) } : {} };
}
