import type { Position } from './fact';
import type { StoredFact } from './stored-fact';

/**
 * Called with one batch at a time, in log order; the next comes when the promise resolves. `position` is how far the
 * log has been read (it advances although nothing matched). A rejection ends the subscription, and `done` rejects
 * with it.
 */
export type BatchHandler = (facts: readonly StoredFact[], position: Position) => Promise<void>;

export interface Subscription {
  /** Resolves after `stop()`; rejects when the handler or the log failed for good. */
  readonly done: Promise<void>;
  /** Starts no more batches; resolves when the running one has ended. */
  stop(): Promise<void>;
}
