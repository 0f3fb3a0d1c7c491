import type { Actor, Fact } from './fact';

/**
 * Fields that are encrypted under one person's key before they reach any log, and read as `ERASED` once it is
 * deleted.
 */
export interface PersonalFields<Data extends object = object> {
  /**
   * An invitation id for a creator, a member id for a member; undefined: this fact names no such person. Must not
   * itself be personal, and must work on data of every version: what older facts hold in the clear is withheld, too,
   * once the person was erased.
   */
  subject(data: Data, by: Actor): string | undefined;
  /**
   * A field may hold any JSON value. A field of several persons is encrypted for the first, and erased with any of
   * them.
   */
  readonly fields: readonly (keyof Data & string)[];
}

/** What the codec must know of one fact type: its version, its personal fields and whose they are, and its upcasts. */
export interface FactDefinition<Data extends object = object> {
  readonly version: number;
  /** Absent: nothing in it is personal. */
  readonly personal?: PersonalFields<Data> | readonly PersonalFields<Data>[];
  /** From version n (the key) to n + 1. */
  readonly upcast?: Readonly<Record<number, (data: Readonly<Record<string, unknown>>) => Record<string, unknown>>>;
}

/** One definition per fact type of the union: a forgotten one is a compile error. */
export type FactCatalog<F extends Fact> = {
  readonly [Type in F['type']]: FactDefinition<Extract<F, { type: Type }>['data']>;
};

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- differently typed definitions in one list
export type AnyFactCatalog = Readonly<Record<string, FactDefinition<any>>>;

/** The personal fields of a fact type, person by person. */
export const personalFieldsOf = ({ personal = [] }: AnyFactCatalog[string]): readonly PersonalFields[] =>
  'fields' in personal ? [personal] : personal;

/** Replaces a personal value of an erased person. */
export const ERASED = '[erased]';

/** Keys of data subjects, kept in the vault. Deleting one erases the person from all history. */
export interface SubjectKeys {
  /** 32 bytes; made on first use. */
  obtain(subject: string): Promise<Buffer>;
  /** Undefined when the person was erased (or never had a key). */
  find(subject: string): Promise<Buffer | undefined>;
  /** Deletes the person's key for good, in all processes. Absent where erasure is not possible. */
  erase?(subject: string): Promise<void>;
  /**
   * How many people were erased so far, by any process; it changes with each erasure. Absent where erasure is not
   * possible.
   */
  erasures?(): Promise<number>;
}
