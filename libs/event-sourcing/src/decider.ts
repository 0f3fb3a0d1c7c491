import type { Fact } from './fact';

/**
 * The state of an aggregate as its decisions need it: where it starts, and how each fact changes it.
 * Pure: no clock, no randomness, no I/O.
 */
export interface Decider<State, F extends Fact> {
  readonly initial: State;
  evolve(state: State, fact: F): State;
}

/** Folds a stream's facts into the state that a decision is made on. */
export const fold = <State, F extends Fact>(
  decider: Decider<State, F>,
  facts: Iterable<F>,
  from: State = decider.initial,
): State => {
  let state = from;
  for (const fact of facts) state = decider.evolve(state, fact);
  return state;
};
