import type { Decider } from './decider';
import type { Fact, FactContext, Position, Recorded } from './fact';
import type { IdempotencyKey } from './idempotency-key';

export interface Decision<State, F extends Fact> {
  readonly stream: string;
  readonly decider: Decider<State, F>;
  readonly context: FactContext;
  /**
   * Fact ids derive from it and the workspace, so that a repeated command appends nothing new; another request with
   * the same key is refused.
   */
  readonly idempotencyKey?: IdempotencyKey | undefined;
  /** Pure. Returns the new facts (none: nothing to do) or throws a `DomainError`. `now` is the clock port's. */
  decide(state: State, now: Date): readonly F[];
}

export interface Handled<State, F extends Fact> {
  readonly facts: readonly Recorded<F>[];
  readonly state: State;
  /** How far a read model must have read to show the outcome; null when the log is empty and nothing was decided. */
  readonly position: Position | null;
}

/** Loads, decides and appends at the expected revision; on a conflict again, a bounded number of times. */
export abstract class CommandHandling {
  abstract handle<State, F extends Fact>(decision: Decision<State, F>): Promise<Handled<State, F>>;
}
