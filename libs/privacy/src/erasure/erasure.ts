import type { Decider } from '@linkage/event-sourcing';
import type { ErasureFact, PersonErased } from './erasure.events';

/** Whether a person was erased. It cannot be taken back. */
interface PersonState {
  readonly erased: boolean;
}

export const erasureStream = (subject: string): string => `erasure-${subject}`;

export const erasure: Decider<PersonState, ErasureFact> = {
  initial: { erased: false },
  evolve: () => ({ erased: true }),
};

/** Nothing to add for a person who was erased already. */
export const erasePerson = (data: PersonErased['data'], state: PersonState): readonly PersonErased[] =>
  state.erased ? [] : [{ type: 'PersonErased', data }];
