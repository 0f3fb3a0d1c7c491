import type { RowFault } from '@linkage/contracts';
import type { Columns, Delimiter, Encoding, FileRefusal } from '@linkage/contracts/creator-file';

/** A row as the worker gives it: read, cleaned and judged by itself. */
export interface SheetRow {
  readonly line: number;
  readonly name: string;
  readonly email: string;
  /** What was cleaned, one sentence each. */
  readonly notes: readonly string[];
  readonly faults: readonly RowFault[];
  /** By which rows are compared; null: by nothing yet. */
  readonly key: string | null;
  /** The e-mail that was probably meant, though this one is right in form. */
  readonly doubt: string | null;
}

export interface Sheet {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly columns: Columns;
  /** False: a person has to say which columns are meant. */
  readonly sure: boolean;
  /** What the columns are called, and the first values of each. */
  readonly labels: readonly string[];
  readonly samples: readonly (readonly string[])[];
  readonly rows: readonly SheetRow[];
}

export type Asked = { readonly file: File } | { readonly columns: Columns };
export type Answered = { readonly sheet: Sheet } | { readonly refused: FileRefusal };
