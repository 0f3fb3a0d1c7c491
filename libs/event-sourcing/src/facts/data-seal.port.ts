import type { Actor, Fact } from './fact';
import type { PersonalFields } from './fact-catalog';
import type { StoredFact } from './stored-fact';

export type Data = Readonly<Record<string, unknown>>;

/** Hides personal fields on their way into the log, and shows them on the way out to those that may read them. */
export interface DataSeal {
  learn(type: string, personal: readonly PersonalFields[]): void;
  seal(fact: Fact, by: Actor, id: string): Promise<Data>;
  /** For these facts: the data of each, which `upcast` brings up to date. @throws when it was changed */
  opener(stored: readonly StoredFact[]): Promise<(fact: StoredFact, upcast: (data: Data) => Data) => Data>;
}
