import { type Decider, fold } from '../commands/decider';
import { DomainError } from '../facts/domain-error';
import type { Fact } from '../facts/fact';

export interface Outcome<F extends Fact> {
  /** Exactly these facts, in this order. */
  then(...facts: readonly F[]): void;
  thenNothing(): void;
  /** Refused with this code. */
  thenRefused(code: string): void;
}

/** A scenario starts with the facts that are in the stream already. */
export type Given<State, F extends Fact> = (...facts: readonly F[]) => {
  when(decide: (state: State) => readonly F[]): Outcome<F>;
};

/**
 * Tests of pure decisions:
 *
 *     const given = givenFor(invitation);
 *     given(issued).when((state) => withdrawInvitation(command, state)).then(withdrawn);
 *     given().when((state) => withdrawInvitation(command, state)).thenRefused('not-found');
 */
export const givenFor =
  <State, F extends Fact>(decider: Decider<State, F>): Given<State, F> =>
  (...facts) => ({
    when: (decide) => outcomeOf(() => decide(fold(decider, facts))),
  });

const outcomeOf = <F extends Fact>(decide: () => readonly F[]): Outcome<F> => ({
  then: (...facts) => expect(decide()).toEqual(facts),
  thenNothing: () => expect(decide()).toEqual([]),
  thenRefused: (code) => {
    let refusal: unknown;
    try {
      decide();
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(DomainError);
    expect((refusal as DomainError).code).toBe(code);
  },
});
