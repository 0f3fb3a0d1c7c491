import type { FastifyRequest } from 'fastify';
import type { Parameters } from '../http/parameters';
import type { TokenContent } from '../oauth/tokens';
import type { Sandbox } from '../sandbox';
import { badToken, expired, noToken, passwordChanged, appRemoved } from './errors';
import { facebook, type FacebookAccount } from './population';

export const tokenPrefix = 'EAA';
/** Seconds: as Facebook prints them for a token that is fresh. */
export const shortLife = 5_108;
export const longLife = 5_183_999;

/** The token of a call, from the query or the header. */
export function tokenOf(request: FastifyRequest, query: Parameters): string {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const token = query['access_token'] ?? bearer;
  if (!token) throw noToken();
  return token;
}

/** @throws GraphError with the subcode that says why the token no longer works */
export function checkToken(sandbox: Sandbox, token: string): TokenContent {
  const content = sandbox.tokens.open(tokenPrefix, token);
  if (!content || !sandbox.world.of(facebook).has(content.person)) throw badToken();
  const end = sandbox.standings.endOf('facebook', content.person, content.generation);
  if (end === 'password-changed') throw passwordChanged();
  if (end === 'revoked') throw appRemoved();
  const now = sandbox.clock.now();
  if (content.expiresAt !== null && content.expiresAt <= now) throw expired(content.expiresAt, now);
  return content;
}

/** The accounts whose Pages a person manages. */
export const managedBy = (sandbox: Sandbox, { person }: FacebookAccount): FacebookAccount[] => {
  const everybody = sandbox.world.of(facebook);
  return (person.manages ?? [person.id]).flatMap((id) => everybody.get(id) ?? []);
};
