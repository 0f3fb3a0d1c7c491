import type { Decider } from './decider';
import type { Fact, FactContext, Position, Recorded } from './fact';

/** One command on one stream. */
export interface Decision<State, F extends Fact> {
  readonly stream: string;
  readonly decider: Decider<State, F>;
  readonly context: FactContext;
  /** The client's `Idempotency-Key`: fact ids derive from it and the workspace, so that a repeated command appends nothing new. */
  readonly idempotencyKey?: string | undefined;
  /** Pure. Gives the new facts (none: nothing to do) or throws a `DomainError`. `now` is the clock port's. */
  decide(state: State, now: Date): readonly F[];
}

export interface Handled<State, F extends Fact> {
  /** What was recorded by this command (or by the first of its repetitions). */
  readonly facts: readonly Recorded<F>[];
  /** State with `facts` folded in. */
  readonly state: State;
  /** How far a read model must have read to show the outcome; null when the log is empty and nothing was decided. */
  readonly position: Position | null;
}

/**
 * Load, decide, append with the expected revision; on a conflict, again (bounded), so a decision is always made on what is true.
 */
export abstract class CommandHandling {
  abstract handle<State, F extends Fact>(decision: Decision<State, F>): Promise<Handled<State, F>>;
}
