import type { Position } from '../facts/fact';
import type { CollectionShape, Counted } from './collection-shape';
import type { Generation, Generations } from './generations.port';
import type { LoadedRow, RowChange } from './row-change';
import type { FoundRows, RowsQuery } from './rows-query';

/**
 * One batch of a projection: rows, then checkpoint. A store that dies in between leaves rows ahead of the checkpoint;
 * folding the batch again does no harm, since each row names the fact up to which it holds.
 */
export interface Commit {
  readonly collection: CollectionShape;
  readonly changes: readonly RowChange[];
  /** Where the projection stood before; null: at the beginning. */
  readonly after: Position | null;
  readonly checkpoint: Position;
  /** Absent: the serving one if it has the collection's version and shape, else the one being built. */
  readonly into?: Generation;
}

export interface Rows {
  get<Row extends object>(collection: CollectionShape<Row>, key: string): Promise<Row | undefined>;
  getMany<Row extends object>(
    collection: CollectionShape<Row>,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, Row>>;
  /** Callers ask `pageOf`, which checks the request and reads and writes cursors. */
  find<Row extends object>(collection: CollectionShape<Row>, query: RowsQuery): Promise<FoundRows<Row>>;
  /** Cheap. @throws TypeError for what is not among the collection's `counts` */
  count<Row extends object>(collection: CollectionShape<Row>, of: Counted): Promise<number>;
  /** Each as it is at one moment, in the order they are asked for. @throws TypeError as `count` does */
  countMany<Row extends object>(collection: CollectionShape<Row>, of: readonly Counted[]): Promise<readonly number[]>;
  load<Row extends object>(
    collection: CollectionShape<Row>,
    keys: readonly string[],
    from?: Generation,
  ): Promise<ReadonlyMap<string, LoadedRow<Row>>>;
  /** @throws CheckpointMoved when the checkpoint is not `after`: another writer got there first; nothing is written */
  commit(batch: Commit): Promise<void>;
  /** How far the generation that a commit would write has been built; null: not at all. */
  checkpoint(collection: CollectionShape, of?: Generation): Promise<Position | null>;
}

/** Adapters run `readStoreContract`. */
export interface ReadStore extends Rows, Generations, ConsumerPositions {
  /** For a single writing process. Absent: all may write. */
  readonly turn?: WritersTurn | undefined;
  /** Whenever another process may have written; returns the unsubscribe function. Absent: the store cannot tell. */
  onExternalWrite?(listener: () => void): () => void;
  /** For the operator; null: nothing is wrong. Absent: it has no upkeep of its own. */
  trouble?(): string | null;
  close(): Promise<void>;
}

/** The read store cannot serve now; the log is untouched, and projections go on from their checkpoints. */
export class ReadStoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ReadStoreUnavailable';
  }
}

/** Another writer folded on meanwhile. The projection goes on from the checkpoint that is there now. */
export class CheckpointMoved extends Error {
  constructor(collection: string, after: Position | null, found: Position | null) {
    super(
      `The read model ${collection} was expected at ${after ?? 'the beginning'} and is at ${found ?? 'the beginning'}.`,
    );
    this.name = 'CheckpointMoved';
  }
}

/** Of consumers without rows, by name; any process may write them. */
export interface ConsumerPositions {
  loadPosition(name: string): Promise<Position | null>;
  savePosition(name: string, position: Position): Promise<void>;
}

export interface WritersTurn {
  /**
   * Resolves when this process may write. The signal aborts when it no longer may: from then on the store refuses its
   * writes with `ReadStoreUnavailable`, and another process may have the turn. Null: the store was closed before.
   */
  take(): Promise<AbortSignal | null>;
}
