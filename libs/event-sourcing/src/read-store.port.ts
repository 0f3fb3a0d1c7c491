import type { Position } from './fact';

/** What a read model is filtered, sorted and searched by. Fields are top-level names of its rows. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- where the row's type does not matter, any shape will do
export interface CollectionShape<Row extends object = any> {
  readonly name: string;
  /** A changed version means: build a new generation, then swap; the old one serves until then. */
  readonly version: number;
  /** Fields that `where` and `sort` may name. */
  readonly fields: Readonly<Partial<Record<keyof Row & string, 'text' | 'number'>>>;
  /** Lists of fields that pages are sorted by; each becomes one index, with the row key last for stable ties. */
  readonly indexes?: readonly (readonly (keyof Row & string)[])[];
  /** Fields in full-text search (words and their prefixes, any case, accents folded). */
  readonly search?: readonly (keyof Row & string)[];
  /**
   * Combinations of fields whose counts are maintained on every write, such as ['workspaceId'], ['workspaceId',
   * 'status'].
   */
  readonly counts?: readonly (readonly (keyof Row & string)[])[];
}

export type FieldValue = string | number | null;

/** A bare value means equal; null equals null only, and lies in no range. */
export type Wanted =
  | FieldValue
  | { readonly in: readonly FieldValue[] }
  | { readonly gte?: string | number; readonly lt?: string | number };

/** Conditions are joined by "and". */
export type Where = Readonly<Record<string, Wanted>>;

export interface PageRequest {
  readonly where: Where;
  /**
   * Words as typed, at most 25; each must match the start of a word in one of the `search` fields. Empty or blank: no
   * search. Signs alone (`%`, an emoji) match nothing.
   */
  readonly search?: string;
  /**
   * The first field decides; null is the smallest value; text compares by bytes; ties are broken by the row key in
   * the last direction.
   */
  readonly sort: readonly { readonly field: string; readonly direction: 'asc' | 'desc' }[];
  /** Opaque, from `PageOf.next` or `.previous` of the same request. */
  readonly cursor?: string;
  readonly limit: number;
}

export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly previous: string | null;
}

export interface RowChange<Row extends object = object> {
  readonly key: string;
  /** Null removes the row. */
  readonly row: Row | null;
  readonly position: Position;
}

/** A row with the position of the last fact folded into it, so that no fact is folded twice. */
export interface LoadedRow<Row extends object = object> {
  readonly row: Row;
  readonly position: Position;
}

/**
 * A collection may exist twice for a while: the generation that serves, and the one that is being built because
 * version or shape changed or a rebuild was asked for. Reads see the serving one only.
 */
export type Generation = 'serving' | 'building';

/** One batch of a projection: its rows together with its checkpoint, all or nothing. */
export interface Commit {
  readonly collection: CollectionShape;
  readonly changes: readonly RowChange[];
  readonly checkpoint: Position;
  /**
   * Which generation to write; absent: the serving one if it has the collection's version and shape, else the one
   * being built.
   */
  readonly into?: Generation;
}

/** A generation that a single builder makes from the first fact on: rows in bulk, indexes at the end. */
export interface BulkBuild {
  /** Rows that were written before, to fold further. */
  load<Row extends object>(keys: readonly string[]): Promise<ReadonlyMap<string, LoadedRow<Row>>>;
  write(changes: readonly RowChange[]): Promise<void>;
  /** Makes the indexes and flushes everything to the disk; the last call. */
  finish(checkpoint: Position | null): Promise<void>;
  /** Releases its resources, also after a failure; the store discards the place. */
  abandon(): Promise<void>;
}

/** For stores whose generations can be built in another thread while the store goes on serving. */
export interface ShadowBuilds {
  /**
   * Reserves a place as plain text, so that it can be handed to a thread. Places left by a process that died are
   * removed at the next start.
   */
  reserve(collection: CollectionShape): Promise<string>;
  /** Begins at the place. A builder in another thread does the same with its adapter's own means. */
  open(collection: CollectionShape, place: string): Promise<BulkBuild>;
  adopt(collection: CollectionShape, place: string): Promise<void>;
  discard(place: string): Promise<void>;
}

/** The port of read models; its adapters run `readStoreContract`. */
export interface ReadStore {
  /**
   * Makes the collection ready. A new one serves at once. If the serving one has another version or shape, a new
   * generation is started (or continued); the old one serves until `promote`.
   */
  ensure(collection: CollectionShape): Promise<void>;
  /** Whether one serves; false before the first `ensure`. */
  has(collection: CollectionShape): Promise<boolean>;
  /** Starts an empty generation although nothing changed; one that was being built is discarded. */
  rebuild(collection: CollectionShape): Promise<void>;
  promote(collection: CollectionShape): Promise<void>;
  get<Row extends object>(collection: CollectionShape<Row>, key: string): Promise<Row | undefined>;
  getMany<Row extends object>(
    collection: CollectionShape<Row>,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, Row>>;
  page<Row extends object>(collection: CollectionShape<Row>, request: PageRequest): Promise<PageOf<Row>>;
  /**
   * A maintained count, in constant time: `where` must name exactly the fields of one entry of `counts`, or none for
   * all rows.
   */
  count<Row extends object>(
    collection: CollectionShape<Row>,
    where: Readonly<Record<string, FieldValue>>,
  ): Promise<number>;
  /** Absent: a generation is built through `rebuild`, `load` and `commit`. */
  readonly shadowBuilds?: ShadowBuilds | undefined;
  load<Row extends object>(
    collection: CollectionShape<Row>,
    keys: readonly string[],
    from?: Generation,
  ): Promise<ReadonlyMap<string, LoadedRow<Row>>>;
  commit(batch: Commit): Promise<void>;
  /** How far the generation that a commit would write has been built; null: not at all. */
  checkpoint(collection: CollectionShape, of?: Generation): Promise<Position | null>;
  collections(): Promise<readonly CollectionShape[]>;
  /** Named positions, for consumers without rows (reactors). */
  loadPosition(name: string): Promise<Position | null>;
  savePosition(name: string, position: Position): Promise<void>;
  /** Removes all rows and the checkpoint of the generation that a commit would write. */
  clear(collection: CollectionShape): Promise<void>;
  /**
   * For stores with a single writing process: resolves true when this one may write (for good), false when the store
   * was closed before. Until then it may read. Absent: every process may write.
   */
  turnToWrite?(): Promise<boolean>;
  /**
   * Calls `listener` whenever another process may have written; returns the unsubscribe function. Absent: the store
   * cannot tell.
   */
  onExternalWrite?(listener: () => void): () => void;
  close(): Promise<void>;
}

/** The read store cannot serve now; the log is untouched, and projections go on from their checkpoints. */
export class ReadStoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ReadStoreUnavailable';
  }
}
