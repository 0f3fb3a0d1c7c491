import type { Fact } from './fact';

/** What the codec must know of one fact type: its present version, which fields are personal and whose, and the way from older versions. */
export interface FactDefinition<Data extends object = object> {
  readonly version: number;
  /** Fields that are encrypted under the data subject's key before they reach any log. A field may hold any JSON value. */
  readonly personal?: {
    /** The person: an invitation id for a creator, a member id for a member. Must not itself be personal. */
    subject(data: Data): string;
    readonly fields: readonly (keyof Data & string)[];
  };
  /** From version n (the key) to n + 1. */
  readonly upcast?: Readonly<Record<number, (data: Readonly<Record<string, unknown>>) => Record<string, unknown>>>;
}

/** One definition per fact type of the union: a forgotten one is a compile error. */
export type FactCatalog<F extends Fact> = {
  readonly [Type in F['type']]: FactDefinition<Extract<F, { type: Type }>['data']>;
};

/** A catalog of any facts, where many stand side by side. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- differently typed definitions in one list
export type AnyFactCatalog = Readonly<Record<string, FactDefinition<any>>>;

/** Stands in the place of a personal value whose person was erased. */
export const ERASED = '[erased]';

/** Keys of data subjects, kept in the vault. Deleting one erases the person from all history. */
export interface SubjectKeys {
  /** 32 bytes; made on first use. */
  obtain(subject: string): Promise<Buffer>;
  /** undefined when the person was erased (or never had a key). */
  find(subject: string): Promise<Buffer | undefined>;
  /** How many people were erased so far, by any process: another number than before says that somebody was. Absent where nobody can be. */
  erasures?(): Promise<number>;
}
