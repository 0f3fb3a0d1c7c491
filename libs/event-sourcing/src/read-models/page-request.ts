import type { FieldValue } from './collection-shape';

/** Text compares by bytes. Null lies in no range. */
export interface Range {
  readonly gt?: string | number;
  readonly gte?: string | number;
  readonly lt?: string | number;
  readonly lte?: string | number;
}

/** A bare value means equal; null equals null only. `startsWith` is for text; null starts with nothing. */
export type Wanted = FieldValue | { readonly in: readonly FieldValue[] } | { readonly startsWith: string } | Range;

export type Where = Readonly<Record<string, Wanted>>;

export interface SortField {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

export interface PageRequest {
  readonly where: Where;
  /** A hint: fields of `where` that few of the other fields' rows have, so that no index need hold them. */
  readonly narrowedBy?: readonly string[];
  /** Words as in `RowsQuery`, at most 25. Blank: no search. Signs alone match nothing. */
  readonly search?: string;
  /** Null is the smallest value; text compares by bytes; ties are broken by the row key in the last direction. */
  readonly sort: readonly SortField[];
  /** Opaque, from `PageOf.next` or `.previous` of the same request. */
  readonly cursor?: string;
  /** 1 to 200. */
  readonly limit: number;
}

export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly previous: string | null;
}
