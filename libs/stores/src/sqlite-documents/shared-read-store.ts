import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type ShadowBuilds,
  type CollectionShape,
  type Commit,
  type Counted,
  type Generation,
  type LoadedRow,
  type FoundRows,
  type Position,
  type RowsQuery,
  type WritersTurn,
  type ReadStore,
  ReadStoreUnavailable,
} from '@linkage/event-sourcing';
import { DatabaseFileWatcher, DatabaseUnusable } from '@linkage/sqlite';
import { StoreInUse } from '../store-in-use';
import { MissingCollection } from './missing-collection.errors';
import { SharedPositions } from './shared-positions';
import { SqliteReadStore } from './sqlite-read-store';

export interface SharedReadStoreOptions {
  /** Whether it queues for the writer's turn. */
  readonly writes: boolean;
}

/** A try costs less than a millisecond. */
const TRY_AGAIN_MS = 500;
const NEVER_LOST = new AbortController().signal;

/** One process writes, others stand by. The lock is free the moment its holder dies, also after `kill -9`. */
export class SharedReadStore implements ReadStore {
  private readonly closing = new AbortController();
  private readonly positions: SharedPositions;
  private readonly elsewhere: DatabaseFileWatcher;
  private writer: SqliteReadStore | undefined;
  private reader: SqliteReadStore | undefined;

  private constructor(
    private readonly file: string,
    private readonly options: SharedReadStoreOptions,
  ) {
    this.positions = new SharedPositions(file);
    this.elsewhere = new DatabaseFileWatcher(file, () => this.letGoOfReader());
  }

  /** @throws DatabaseUnusable when this process is the writer and the file is damaged */
  static open(file: string, options: SharedReadStoreOptions): SharedReadStore {
    const store = new SharedReadStore(file, options);
    try {
      if (options.writes) store.tryToWrite();
      return store;
    } catch (error) {
      store.elsewhere.close();
      throw error;
    }
  }

  /** A lock of the operating system, which is never taken from a process that lives: its signal never aborts. */
  readonly turn: WritersTurn = {
    take: async () => {
      while (!this.closing.signal.aborted) {
        if (this.writer || (this.options.writes && this.tryToWrite())) return NEVER_LOST;
        await pause(TRY_AGAIN_MS, undefined, { signal: this.closing.signal }).catch(() => undefined);
      }
      return null;
    },
  };

  onExternalWrite(listener: () => void): () => void {
    return this.elsewhere.add(listener);
  }

  async ensure(collection: CollectionShape): Promise<Generation> {
    return this.writing().ensure(collection);
  }

  get shadowBuilds(): ShadowBuilds | undefined {
    return this.writer?.shadowBuilds;
  }

  async has(collection: CollectionShape): Promise<boolean> {
    try {
      return await this.ask((store) => store.has(collection));
    } catch (error) {
      if (error instanceof NotMadeYet) return false;
      throw error;
    }
  }

  async rebuild(collection: CollectionShape): Promise<void> {
    await this.writing().rebuild(collection);
  }

  async promote(collection: CollectionShape): Promise<void> {
    await this.writing().promote(collection);
  }

  async commit(batch: Commit): Promise<void> {
    await this.writing().commit(batch);
  }

  async clear(collection: CollectionShape): Promise<void> {
    await this.writing().clear(collection);
  }

  get<Row extends object>(collection: CollectionShape<Row>, key: string): Promise<Row | undefined> {
    return this.ask((store) => store.get(collection, key));
  }

  getMany<Row extends object>(
    collection: CollectionShape<Row>,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, Row>> {
    return this.ask((store) => store.getMany(collection, keys));
  }

  find<Row extends object>(collection: CollectionShape<Row>, query: RowsQuery): Promise<FoundRows<Row>> {
    return this.ask((store) => store.find(collection, query));
  }

  count<Row extends object>(collection: CollectionShape<Row>, of: Counted): Promise<number> {
    return this.ask((store) => store.count(collection, of));
  }

  countMany<Row extends object>(collection: CollectionShape<Row>, of: readonly Counted[]): Promise<readonly number[]> {
    return this.ask((store) => store.countMany(collection, of));
  }

  load<Row extends object>(
    collection: CollectionShape<Row>,
    keys: readonly string[],
    from?: Generation,
  ): Promise<ReadonlyMap<string, LoadedRow<Row>>> {
    return this.ask((store) => store.load(collection, keys, from));
  }

  async checkpoint(collection: CollectionShape, of?: Generation): Promise<Position | null> {
    try {
      return await this.ask((store) => store.checkpoint(collection, of));
    } catch (error) {
      if (error instanceof NotMadeYet) return null;
      throw error;
    }
  }

  collections(): Promise<readonly CollectionShape[]> {
    return this.ask((store) => store.collections());
  }

  loadPosition(name: string): Promise<Position | null> {
    return this.ask((store) => store.loadPosition(name));
  }

  /** For a consumer without rows, which may run in any process. */
  async savePosition(name: string, position: Position): Promise<void> {
    if (this.writer) return this.writer.savePosition(name, position);
    this.positions.save(name, position);
  }

  trouble(): string | null {
    return this.writer?.trouble() ?? null;
  }

  async close(): Promise<void> {
    this.closing.abort();
    this.elsewhere.close();
    this.positions.close();
    await this.reader?.close();
    await this.writer?.close();
  }

  private tryToWrite(): boolean {
    try {
      this.writer = SqliteReadStore.open(this.file);
    } catch (error) {
      if (error instanceof StoreInUse) return false;
      throw error;
    }
    this.elsewhere.close();
    this.positions.close();
    this.letGoOfReader();
    return true;
  }

  private writing(): SqliteReadStore {
    if (!this.writer) throw new ReadStoreUnavailable(`${this.file} is written by another process.`);
    return this.writer;
  }

  private reading(): SqliteReadStore {
    const open = this.writer ?? this.reader;
    if (open) return open;
    if (this.closing.signal.aborted) throw new ReadStoreUnavailable(`${this.file} is closed.`);
    if (!existsSync(this.file)) throw new NotMadeYet(this.file);
    try {
      this.reader = SqliteReadStore.open(this.file, { readOnly: true });
      return this.reader;
    } catch (error) {
      throw error instanceof DatabaseUnusable ? new ReadStoreUnavailable(error.message, { cause: error }) : error;
    }
  }

  /** The writer may swap a generation between two statements of a reader; the question is then asked again. */
  private async ask<T>(question: (store: SqliteReadStore) => Promise<T>): Promise<T> {
    try {
      return await question(this.reading());
    } catch (error) {
      if (this.writer) throw error;
      if (error instanceof MissingCollection) throw new NotMadeYet(error.collection);
      if (isGoneTable(error)) return question(this.reading());
      throw error;
    }
  }

  private letGoOfReader(): void {
    void this.reader?.close();
    this.reader = undefined;
  }
}

class NotMadeYet extends ReadStoreUnavailable {
  constructor(what: string) {
    super(`${what} has not been made yet: that is for a process with the role projections.`);
  }
}

const isGoneTable = (error: unknown): boolean => error instanceof Error && /^no such table/.test(error.message);
