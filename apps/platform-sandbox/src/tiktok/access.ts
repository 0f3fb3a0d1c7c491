import type { FastifyRequest } from 'fastify';
import type { TiktokScope } from '@linkage/platforms/wire';
import { queryOf, type Parameters } from '../http/parameters';
import type { Sandbox } from '../sandbox';
import { badParameters, badToken, scopeMissing } from './errors';
import { tiktok, type TiktokAccount } from './population';
import { accessPrefix } from './token-endpoint';

/** One call of the Display API whose token was accepted. */
export interface ApiCall {
  readonly sandbox: Sandbox;
  readonly account: TiktokAccount;
  readonly scopes: readonly string[];
  readonly query: Parameters;
  readonly body: Readonly<Record<string, unknown>>;
  readonly now: number;
}

/** @throws ApiError 401 for a token that is missing, unknown, expired or revoked: all look the same */
export function openCall(sandbox: Sandbox, request: FastifyRequest): ApiCall {
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const content = token === undefined ? undefined : sandbox.tokens.open(accessPrefix, token);
  const account = content && sandbox.world.of(tiktok).get(content.person);
  const now = sandbox.clock.now();
  if (!content || !account || (content.expiresAt ?? 0) <= now) throw badToken();
  if (sandbox.standings.endOf('tiktok', content.person, content.generation)) throw badToken();
  request.caller = content.person;
  const body = typeof request.body === 'object' && request.body !== null ? { ...request.body } : {};
  return { sandbox, account, scopes: content.scopes, query: queryOf(request), body, now };
}

/** @throws ApiError when the scope was not granted */
export function needs({ scopes }: ApiCall, scope: TiktokScope): void {
  if (!scopes.includes(scope)) throw scopeMissing();
}

/** @throws ApiError when `fields` is missing or names something unknown */
export function fieldsOf<Name extends string>({ query }: ApiCall, known: readonly Name[]): readonly Name[] {
  const names = (query['fields'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length === 0) throw badParameters('Fields is required');
  const unknown = names.find((name) => !known.some((one) => one === name));
  if (unknown !== undefined) throw badParameters(`Invalid field: ${unknown}`);
  return known.filter((name) => names.includes(name));
}

/** What of an item was asked for. */
export const pick = <T extends object, Name extends keyof T>(item: T, names: readonly Name[]): Pick<T, Name> =>
  Object.fromEntries(names.map((name) => [name, item[name]])) as Pick<T, Name>;
