import type { Fact } from '../facts/fact';

/** Pure: no clock, no randomness, no I/O. */
export interface Decider<State, F extends Fact> {
  readonly initial: State;
  evolve(state: State, fact: F): State;
}

export const fold = <State, F extends Fact>(
  decider: Decider<State, F>,
  facts: Iterable<F>,
  from: State = decider.initial,
): State => {
  let state = from;
  for (const fact of facts) state = decider.evolve(state, fact);
  return state;
};
