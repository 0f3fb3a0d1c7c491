import { IDEMPOTENCY_HEADER, POSITION_HEADER } from '@linkage/contracts';
import { boundKey, newId } from '@linkage/event-sourcing';
import type { FastifyRequest } from 'fastify';
import { readIdempotencyKey } from './idempotency-key';
import type { RequestScope } from './request-scope';

const scopes = new WeakMap<object, RequestScope>();

/** The scope of a request, also before and after it runs in it. */
export function scopeOf(request: FastifyRequest): RequestScope {
  const known = scopes.get(request.raw);
  if (known) return known;
  const position = request.headers[POSITION_HEADER.toLowerCase()];
  const scope: RequestScope = {
    correlationId: newId(),
    get idempotencyKey() {
      const value = readIdempotencyKey(request.headers[IDEMPOTENCY_HEADER.toLowerCase()]);
      const { method, routeOptions, params, query, body } = request;
      return value === undefined ? undefined : boundKey(value, [method, routeOptions.url, params, query, body]);
    },
    position: typeof position === 'string' && position !== '' ? position : undefined,
  };
  scopes.set(request.raw, scope);
  return scope;
}
