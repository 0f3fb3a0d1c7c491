import type { FastifyRequest } from 'fastify';
import type { TwitterScope } from '@linkage/platforms/wire';
import { queryOf, type Parameters } from '../http/parameters';
import type { Sandbox } from '../sandbox';
import { ApiError, badToken, forbidden, invalid, notFound, suspended } from './errors';
import { twitter, type TwitterAccount } from './population';
import { accessPrefix } from './token-endpoint';

/** One call of the API whose token was accepted. */
export interface ApiCall {
  readonly sandbox: Sandbox;
  readonly account: TwitterAccount;
  readonly scopes: readonly string[];
  readonly query: Parameters;
  readonly now: number;
}

/** @throws ApiError for a token that is missing, unknown, expired or revoked, and for an account that is closed */
export function openCall(sandbox: Sandbox, request: FastifyRequest): ApiCall {
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const content = token === undefined ? undefined : sandbox.tokens.open(accessPrefix, token);
  const account = content && sandbox.world.of(twitter).get(content.person);
  const now = sandbox.clock.now();
  if (!content || !account || (content.expiresAt ?? 0) <= now) throw badToken();
  if (sandbox.standings.endOf('twitter', content.person, content.generation)) throw badToken();
  request.caller = content.person;
  if (account.person.standing === 'suspended') throw suspended();
  if (account.person.standing === 'deactivated')
    throw new ApiError(200, { errors: [notFound('user', account.userId, 'id')] });
  return { sandbox, account, scopes: content.scopes, query: queryOf(request), now };
}

/** @throws ApiError 403 that does not say which scope is missing, as X's */
export function needs({ scopes }: ApiCall, ...wanted: readonly TwitterScope[]): void {
  if (!wanted.every((scope) => scopes.includes(scope))) throw forbidden();
}

/** Refuses what X does not know. @throws ApiError 400 */
export function onlyParameters({ query }: ApiCall, known: readonly string[]): void {
  for (const [name, value] of Object.entries(query))
    if (!known.includes(name))
      throw invalid(name, value ?? '', `The query parameter [${name}] is not one of [${known.join(',')}]`);
}

/** A comma separated list. @throws ApiError 400 for what is not one of `known` */
export function listOf({ query }: ApiCall, name: string, known: readonly string[]): ReadonlySet<string> {
  const all = (query[name] ?? '').split(',').filter((each) => each !== '');
  const unknown = all.find((each) => !known.includes(each));
  if (unknown !== undefined)
    throw invalid(
      name,
      query[name] ?? '',
      `The \`${name}\` query parameter value [${unknown}] is not one of [${known.join(',')}]`,
    );
  return new Set(all);
}
