import type { Position } from '../facts/fact';
import type { CollectionShape } from './collection-shape';
import type { LoadedRow, RowChange } from './row-change';

/** While a collection is built anew, reads see the serving generation only. */
export type Generation = 'serving' | 'building';

export interface BulkBuild {
  load<Row extends object>(keys: readonly string[]): Promise<ReadonlyMap<string, LoadedRow<Row>>>;
  write(changes: readonly RowChange[]): Promise<void>;
  /** The last call: makes the indexes and flushes everything to the disk. */
  finish(checkpoint: Position | null): Promise<void>;
  /** Also after a failure; the store discards the place. */
  abandon(): Promise<void>;
}

/** Builds beside the serving generation, in this or another thread. */
export interface ShadowBuilds {
  /** Plain text, to be handed to a thread. Places left by a process that died are removed at the next start. */
  reserve(collection: CollectionShape): Promise<string>;
  open(collection: CollectionShape, place: string): Promise<BulkBuild>;
  adopt(collection: CollectionShape, place: string): Promise<void>;
  /** Also when it was adopted. One that serves is left alone. */
  discard(place: string): Promise<void>;
}

export interface Generations {
  /** What a commit writes. A new one serves at once; another version or shape is built until `promote`. */
  ensure(collection: CollectionShape): Promise<Generation>;
  has(collection: CollectionShape): Promise<boolean>;
  /** Those that serve, as they were declared when they were made. */
  collections(): Promise<readonly CollectionShape[]>;
  /** Starts an empty generation although nothing changed, in place of one being built. A restart gives it up. */
  rebuild(collection: CollectionShape): Promise<void>;
  promote(collection: CollectionShape): Promise<void>;
  /** Also the checkpoint, of the generation that a commit would write. */
  clear(collection: CollectionShape): Promise<void>;
  /** Absent: building goes through commits. */
  readonly shadowBuilds?: ShadowBuilds | undefined;
}
