import type { FastifyRequest } from 'fastify';

/**
 * Asks again, for an answer that goes on for long: is the session of this request still alive? Provided by Workspaces.
 */
export abstract class SignedInCheck {
  abstract holds(request: FastifyRequest): Promise<boolean>;
  /**
   * Calls `ended` when it ends: at once in this process, within about a second when another process ends it. Returns
   * the way to stop waiting for it.
   */
  abstract whenEnded(request: FastifyRequest, ended: () => void): () => void;
}
