/** Fields are top-level names of the rows. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- where the row's type does not matter, any shape will do
export interface CollectionShape<Row extends object = any> {
  readonly name: string;
  /** A changed version means: build a new generation, then swap; the old one serves until then. */
  readonly version: number;
  readonly fields: Readonly<Partial<Record<keyof Row & string, 'text' | 'number'>>>;
  /** Each list is one index to sort pages by, with the row key last for stable ties. */
  readonly indexes?: readonly (readonly (keyof Row & string)[])[];
  /** Words and their prefixes are found, in any case, accents folded. */
  readonly search?: readonly (keyof Row & string)[];
  /** Any part of a word is found, not its beginning only: for names, not for sentences. */
  readonly searchParts?: boolean;
  /** Combinations of fields by which rows are counted often. */
  readonly counts?: readonly (readonly (keyof Row & string)[])[];
}

export type FieldValue = string | number | null;

/** The fields of one entry of `counts` with their values, or none for all rows. */
export type Counted = Readonly<Record<string, FieldValue>>;
