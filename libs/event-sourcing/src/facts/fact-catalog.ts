import type { Actor, Fact } from './fact';

/** Encrypted under one person's key before they reach any log; `ERASED` once it is deleted. */
export interface PersonalFields<Data extends object = object> {
  /** Invitation or member id; not personal. Must work on every version: older facts may hold data in the clear. */
  subject(data: Data, by: Actor): string | undefined;
  /** A field of several persons is encrypted for the first, and erased with any of them. */
  readonly fields: readonly (keyof Data & string)[];
}

export interface FactDefinition<Data extends object = object> {
  readonly version: number;
  readonly personal?: PersonalFields<Data> | readonly PersonalFields<Data>[];
  /** From version n (the key) to n + 1. */
  readonly upcast?: Readonly<Record<number, (data: Readonly<Record<string, unknown>>) => Record<string, unknown>>>;
}

/** A forgotten type is a compile error. */
export type FactCatalog<F extends Fact> = {
  readonly [Type in F['type']]: FactDefinition<Extract<F, { type: Type }>['data']>;
};

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- differently typed definitions in one list
export type AnyFactCatalog = Readonly<Record<string, FactDefinition<any>>>;

export const personalFieldsOf = ({ personal = [] }: AnyFactCatalog[string]): readonly PersonalFields[] =>
  'fields' in personal ? [personal] : personal;

/** @throws when a step is missing */
export const upcast = (
  data: Readonly<Record<string, unknown>>,
  version: number,
  definition: FactDefinition,
): Readonly<Record<string, unknown>> => {
  let present = data;
  for (let from = version; from < definition.version; from += 1) {
    const step = definition.upcast?.[from];
    if (!step) throw new Error(`the way from version ${from} to ${from + 1} is missing`);
    present = step(present);
  }
  return present;
};
