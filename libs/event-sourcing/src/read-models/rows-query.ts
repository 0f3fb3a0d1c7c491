import type { FieldValue } from './collection-shape';
import type { Range, SortField } from './page-request';

/** Exactly one of them, on one field. */
export type Condition =
  | { readonly field: string; readonly is: 'equal'; readonly value: FieldValue }
  | { readonly field: string; readonly is: 'in'; readonly values: readonly FieldValue[] }
  | { readonly field: string; readonly is: 'starting'; readonly prefix: string }
  | { readonly field: string; readonly is: 'within'; readonly range: Range };

/** The row at which reading begins, whether or not it is still there. */
export interface Start {
  /** Of the sort fields, in their order. */
  readonly values: readonly FieldValue[];
  readonly key: string;
  /** Whether the row itself belongs to the page. */
  readonly inclusive: boolean;
}

/** What an adapter reads: checked, its cursor and words taken apart. */
export interface RowsQuery {
  readonly where: readonly Condition[];
  /** Conditions on these only narrow what the others find. */
  readonly narrowedBy: readonly string[];
  /** Each the start of a word, or of a part of one (`searchText`); null: no search; an empty list finds nothing. */
  readonly words: readonly string[] | null;
  /** In reading direction. Null is the smallest value; text compares by bytes. */
  readonly sort: readonly SortField[];
  /** Ties are broken by the row key. */
  readonly keyDirection: 'asc' | 'desc';
  readonly start: Start | null;
  readonly limit: number;
}

export interface FoundRows<Row extends object> {
  /** In the order of the query. */
  readonly rows: readonly { readonly key: string; readonly row: Row }[];
  readonly more: boolean;
}
