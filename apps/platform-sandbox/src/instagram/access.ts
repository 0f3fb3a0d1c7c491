import { instagram } from './population';
import type { FastifyRequest } from 'fastify';
import type { Parameters } from '../http/parameters';
import type { TokenContent } from '../oauth/tokens';
import type { Sandbox } from '../sandbox';
import { hour } from '../world/growth';
import { appRemoved, badToken, expired, noToken, passwordChanged } from './errors';

export const tokenPrefix = 'IGAA';
export const shortLife = hour;
/** As the documentation prints it: 60 days less 56 s. */
export const longLifeSeconds = 5_183_944;

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
  if (!content || !sandbox.world.of(instagram).has(content.person)) throw badToken();
  const end = sandbox.standings.endOf('instagram', content.person, content.generation);
  if (end === 'password-changed') throw passwordChanged();
  if (end === 'revoked') throw appRemoved();
  const now = sandbox.clock.now();
  if (content.expiresAt !== null && content.expiresAt <= now) throw expired(content.expiresAt, now);
  return content;
}
