import type { FastifyRequest } from 'fastify';

/** Asks again, for an answer that goes on for long: is the session of this request still alive? Provided by Workspaces. */
export abstract class SignedInCheck {
  abstract holds(request: FastifyRequest): Promise<boolean>;
}
