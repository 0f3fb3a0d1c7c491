import type { Position } from './fact';

/** What a read model is filtered, sorted and searched by. Fields are top-level names of its rows. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- where the row's type does not matter, any shape will do
export interface CollectionShape<Row extends object = any> {
  readonly name: string;
  /** A changed version means: build beside, then swap; the old one serves until then. */
  readonly version: number;
  /** Fields that `where` and `sort` may name. */
  readonly fields: Readonly<Partial<Record<keyof Row & string, 'text' | 'number'>>>;
  /** Ordered lists of fields that pages are asked in; each becomes one index (the row key is added as the last, for stable ties). */
  readonly indexes?: readonly (readonly (keyof Row & string)[])[];
  /** Fields in full-text search (words and their beginnings, any case, accents folded). */
  readonly search?: readonly (keyof Row & string)[];
  /** Combinations of fields whose counts are maintained on every write, such as ['workspaceId'], ['workspaceId', 'status']. */
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
   * Words as a person types them; every word must match the beginning of a word in one of the `search` fields. Empty or blank: no search.
   * The first 25 words count.
   * Signs alone (`%`, an emoji) are looked for like a word that nobody has: nothing is found.
   */
  readonly search?: string;
  /** First field decides; null is the smallest value; text is compared byte by byte; ties are broken by the row key in the last direction. */
  readonly sort: readonly { readonly field: string; readonly direction: 'asc' | 'desc' }[];
  /** Opaque, from `PageOf.next` or `.previous` of the same request. */
  readonly cursor?: string;
  /** 1 to 200. */
  readonly limit: number;
}

export interface PageOf<Row> {
  readonly rows: readonly Row[];
  /** Cursor of the following page; null at the end. */
  readonly next: string | null;
  /** Cursor of the page before; null at the start. */
  readonly previous: string | null;
}

export interface RowChange<Row extends object = object> {
  readonly key: string;
  /** null removes the row. */
  readonly row: Row | null;
  /** Position of the last fact folded into it. */
  readonly position: Position;
}

/** A row as its projection needs it: with the position of the last fact folded into it, so that no fact is folded in twice. */
export interface LoadedRow<Row extends object = object> {
  readonly row: Row;
  readonly position: Position;
}

/**
 * A collection may stand twice for a while: the generation that serves, and one that is being built beside it (because the version or the
 * shape changed, or because somebody asked for a rebuild). Reads see the serving one only.
 */
export type Generation = 'serving' | 'building';

/** One batch of a projection: its rows together with its checkpoint, all or nothing. */
export interface Commit {
  readonly collection: CollectionShape;
  readonly changes: readonly RowChange[];
  /** How far the projection has read. */
  readonly checkpoint: Position;
  /** Which generation is written; absent: the serving one if it has the collection's version and shape, else the one being built. */
  readonly into?: Generation;
}

/** A generation that one builder makes from the first fact on, where nobody else reads or writes: rows in bulk, what finds them at the end. */
export interface BulkBuild {
  /** Rows that were written before, to be folded further. */
  load<Row extends object>(keys: readonly string[]): Promise<ReadonlyMap<string, LoadedRow<Row>>>;
  /** Sorted by key, each key once. */
  write(changes: readonly RowChange[]): Promise<void>;
  /** Makes what rows are found by, and puts all of it on the disk. Nothing follows it. */
  finish(checkpoint: Position | null): Promise<void>;
  /** Lets go of what it holds, also after a failure. The place is for the store to discard. */
  abandon(): Promise<void>;
}

/** What a store offers whose generations can be built without a hand on the store, in another thread: the store goes on serving meanwhile. */
export interface ShadowBuilds {
  /** A place that nobody else gets: plain text, so that it can be handed to a thread. What is left there by a process that died is gone at the next start. */
  reserve(collection: CollectionShape): Promise<string>;
  /** Begins at the place. A builder in another thread does the same with its adapter's own means. */
  open(collection: CollectionShape, place: string): Promise<BulkBuild>;
  /** What was finished at the place is the generation being built from now on; one that was before is given up. */
  adopt(collection: CollectionShape, place: string): Promise<void>;
  /** Removes what is at the place. */
  discard(place: string): Promise<void>;
}

/** Read models. Two adapters: embedded SQLite documents and MongoDB; both run `readStoreContract`. */
export interface ReadStore {
  /**
   * Makes the collection ready. A new one serves at once. When the one that serves has another version or shape, a generation is started
   * (or gone on with) beside it; the old one serves until `promote`.
   */
  ensure(collection: CollectionShape): Promise<void>;
  /** Whether there is one that serves; before the first `ensure` there is none. */
  has(collection: CollectionShape): Promise<boolean>;
  /** Starts an empty generation beside the serving one although nothing changed; one that was being built is given up. */
  rebuild(collection: CollectionShape): Promise<void>;
  /** The generation being built, if there is one, serves from now on; the old one goes. In one step for every reader. */
  promote(collection: CollectionShape): Promise<void>;
  get<Row extends object>(collection: CollectionShape<Row>, key: string): Promise<Row | undefined>;
  getMany<Row extends object>(
    collection: CollectionShape<Row>,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, Row>>;
  page<Row extends object>(collection: CollectionShape<Row>, request: PageRequest): Promise<PageOf<Row>>;
  /** A maintained count: `where` must name exactly the fields of one entry of `counts`, or none for all rows. Constant time. */
  count<Row extends object>(
    collection: CollectionShape<Row>,
    where: Readonly<Record<string, FieldValue>>,
  ): Promise<number>;
  /** Absent: a generation is built through `rebuild`, `load` and `commit`. */
  readonly shadowBuilds?: ShadowBuilds | undefined;
  /** Rows to fold further, from the generation that a commit of this collection would write. */
  load<Row extends object>(
    collection: CollectionShape<Row>,
    keys: readonly string[],
    from?: Generation,
  ): Promise<ReadonlyMap<string, LoadedRow<Row>>>;
  commit(batch: Commit): Promise<void>;
  /** How far the collection (the generation that a commit would write) has been built; null when nothing was applied yet. */
  checkpoint(collection: CollectionShape, of?: Generation): Promise<Position | null>;
  /** The collections that serve, by name; for tools that know no projections. */
  collections(): Promise<readonly CollectionShape[]>;
  /** Named positions for consumers without rows (reactors). */
  loadPosition(name: string): Promise<Position | null>;
  savePosition(name: string, position: Position): Promise<void>;
  /** Removes all rows and the checkpoint of the generation that a commit would write. */
  clear(collection: CollectionShape): Promise<void>;
  /**
   * Where one process at a time may write: resolves true as soon as it is this one's turn (then it stays), false when the store was closed before.
   * Until then this process may read. A store that lets all write leaves it out.
   */
  turnToWrite?(): Promise<boolean>;
  /** Calls `listener` whenever another process may have written. Returns the way to stop. A store that cannot tell leaves it out. */
  onExternalWrite?(listener: () => void): () => void;
  close(): Promise<void>;
}

/** The read store cannot serve now; the log is untouched, and projections go on from their checkpoints when it can. */
export class ReadStoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ReadStoreUnavailable';
  }
}
