import { Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { scopeOf } from '../request/scope-of';

const logger = new Logger('Request');

const isQuiet = (route: string): boolean => route.startsWith('/health') || !route.startsWith('/api');

/**
 * One line per request. The route's pattern instead of the address: an address may hold an invitation link, a query a
 * code.
 */
export function logRequest(request: FastifyRequest, reply: FastifyReply): void {
  const route = request.routeOptions.url ?? '(no route)';
  const { correlationId: reference, member } = scopeOf(request);
  const line = {
    method: request.method,
    route,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
    reference,
    ...(member && { workspace: member.workspaceId, member: member.memberId }),
  };
  if (isQuiet(route) && reply.statusCode < 500) logger.debug(line);
  else logger.log(line);
}
