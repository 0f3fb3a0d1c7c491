import type { Position } from '../facts/fact';
import type { StoredFact } from '../facts/stored-fact';

/** One batch at a time, in log order. `position` advances without a match, too. A rejection rejects `done`. */
export type BatchHandler = (facts: readonly StoredFact[], position: Position) => Promise<void>;

export interface Subscription {
  /** Resolves when the log has accepted it, maybe after retries. Absent: it has already. */
  readonly opened?: Promise<void>;
  /** Resolves after `stop()`; rejects when the handler or the log failed for good. */
  readonly done: Promise<void>;
  stop(): Promise<void>;
}
