import type { FieldValue } from './collection-shape';

/** Text compares by bytes. Null lies in no range. */
export interface Range {
  readonly gt?: string | number;
  readonly gte?: string | number;
  readonly lt?: string | number;
  readonly lte?: string | number;
}

/** A bare value means equal; null equals null only. `startsWith` is for text, and is met by none when the field is null. */
export type Wanted = FieldValue | { readonly in: readonly FieldValue[] } | { readonly startsWith: string } | Range;

export type Where = Readonly<Record<string, Wanted>>;

export interface SortField {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

export interface PageRequest {
  readonly where: Where;
  /** Fields of `where` that are few among what the others find, so that no index need hold them. A hint: the rows are the same without it. */
  readonly narrowedBy?: readonly string[];
  /** At most 25 words, each the start of a word in a `search` field, or a part of one (`searchParts`). Blank: no search. Signs alone match nothing. */
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
