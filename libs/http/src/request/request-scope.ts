import { AsyncLocalStorage } from 'node:async_hooks';
import type { IdempotencyKey } from '@linkage/event-sourcing';
import type { SignedInMember } from './signed-in-member';

/** What belongs to one running request. */
export interface RequestScope {
  /**
   * UUIDv7: stands in the log, in every fact that the request makes and, as `reference`, in every problem that it is
   * answered with.
   */
  readonly correlationId: string;
  /** Asked for when the body is there: the key is bound to it. */
  readonly idempotencyKey: IdempotencyKey | undefined;
  /** The log position that the client wants to see (`X-Linkage-Position`). */
  readonly position: string | undefined;
  /** Set when the route has taken its key: sent again with the same one, the request is done once. */
  heedsKey?: true;
  /** Set when the session is known; for the log line of the request. */
  member?: SignedInMember;
}

const storage = new AsyncLocalStorage<RequestScope>();

/** undefined outside a request: in a reactor, a schedule or at start. */
export const requestScope = (): RequestScope | undefined => storage.getStore();

export const runInRequestScope = <T>(scope: RequestScope, work: () => T): T => storage.run(scope, work);
