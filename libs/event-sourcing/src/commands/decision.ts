import type { Decider } from './decider';
import type { Fact, FactContext, Position, Recorded } from '../facts/fact';
import type { IdempotencyKey } from './idempotency-key';

export interface Decision<State, F extends Fact> {
  readonly stream: string;
  readonly decider: Decider<State, F>;
  readonly context: FactContext;
  /** A repeated command appends nothing new; another request with the same key is refused. */
  readonly idempotencyKey?: IdempotencyKey | undefined;
  /** Pure. No facts: nothing to do. `now` is the clock port's. @throws DomainError to refuse */
  decide(state: State, now: Date): readonly F[];
}

export interface Handled<State, F extends Fact> {
  readonly facts: readonly Recorded<F>[];
  readonly state: State;
  /** How far a read model must have read to show the outcome; null when the log is empty and nothing was decided. */
  readonly position: Position | null;
}
