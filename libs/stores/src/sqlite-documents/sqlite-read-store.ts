import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  type CollectionShape, type Commit, type FieldValue, type Generation, type LoadedRow, type PageOf, type PageRequest, type Position, type ReadStore,
  ReadStoreUnavailable,
} from '@linkage/event-sourcing';
import { openDatabase, openTemporaryDatabase } from '../sqlite/open-database';
import { sentenceOf, troubleOf } from '../sqlite/sqlite-errors';
import { inTransaction } from '../sqlite/transaction';
import { WalCheckpoints } from '../sqlite/wal-checkpoints';
import { WriterLock } from '../sqlite/writer-lock';
import type { GenerationTables } from './generation-tables';
import { Generations } from './generations';
import { MissingCollection } from './missing-collection.errors';
import { PageQuery } from './page-query';
import { DOCUMENTS_VERSION, documentsSchema } from './schema';

/** Bytes of a written row besides its text: pages of the tree and of the indexes. */
const ROW_BYTES = 4_096;

/** As much as SQLite can map. Rows of a sorted page lie anywhere in a large file; a read of each by a call doubles the time of the page. */
const MAPPED = 2 ** 31 - 65_536;

export interface SqliteReadStoreOptions {
  /** Reads what another process writes. Several may. */
  readonly readOnly?: boolean;
}

/** What stands around the file. A temporary database has neither a lock nor a WAL. */
interface Surroundings {
  readonly readOnly: boolean;
  readonly lock?: WriterLock | undefined;
  readonly wal?: WalCheckpoints;
}

/**
 * Read models as JSON documents in one SQLite file. What they are filtered and sorted by stands in columns of its own. `synchronous=NORMAL`: a
 * power cut may cost the last commits, and the projections fold them again from the log.
 */
export class SqliteReadStore implements ReadStore {
  private readonly generations: Generations;
  private readonly dataVersion: StatementSync;
  private seenVersion: unknown;

  private constructor(private readonly file: string, private readonly db: DatabaseSync, private readonly own: Surroundings) {
    this.generations = new Generations(db);
    this.dataVersion = db.prepare('PRAGMA data_version');
  }

  /** @throws StoreUnusable when the file is damaged, or when another process writes to it */
  static open(file: string, { readOnly = false }: SqliteReadStoreOptions = {}): SqliteReadStore {
    const lock = readOnly ? undefined : new WriterLock(file);
    try {
      const db = openDatabase(file, {
        readOnly, synchronous: 'NORMAL', mapped: MAPPED, version: DOCUMENTS_VERSION, create: documentsSchema, table: 'generations',
        wayBack: 'Stop Linkage and remove this file with its -wal and -shm: it is built again from the log.',
      });
      return new SqliteReadStore(file, db, { readOnly, lock, wal: new WalCheckpoints(file) });
    } catch (error) {
      lock?.release();
      throw error;
    }
  }

  /** An empty one of this process's own that is gone when it is closed. What does not fit into a little memory, SQLite keeps in a nameless file. */
  static temporary(): SqliteReadStore {
    return new SqliteReadStore('The temporary read store', openTemporaryDatabase(documentsSchema), { readOnly: false });
  }

  async ensure(collection: CollectionShape): Promise<void> {
    this.guarded(() => this.generations.ensure(collection));
  }

  async rebuild(collection: CollectionShape): Promise<void> {
    this.guarded(() => this.generations.rebuild(collection));
  }

  async promote(collection: CollectionShape): Promise<void> {
    this.guarded(() => this.generations.promote(collection));
  }

  async get<Row extends object>(collection: CollectionShape<Row>, key: string): Promise<Row | undefined> {
    return this.guarded(() => this.generations.serving(collection).load<Row>(key)?.row);
  }

  async getMany<Row extends object>(collection: CollectionShape<Row>, keys: readonly string[]): Promise<ReadonlyMap<string, Row>> {
    const loaded = this.guarded(() => loadMany<Row>(this.generations.serving(collection), keys));
    return new Map([...loaded].map(([key, { row }]) => [key, row]));
  }

  async load<Row extends object>(collection: CollectionShape<Row>, keys: readonly string[], from?: Generation): Promise<ReadonlyMap<string, LoadedRow<Row>>> {
    return this.guarded(() => loadMany<Row>(this.generations.written(collection, from), keys));
  }

  async page<Row extends object>(collection: CollectionShape<Row>, request: PageRequest): Promise<PageOf<Row>> {
    return this.guarded(() => new PageQuery(this.generations.serving(collection), request).page<Row>());
  }

  async count<Row extends object>(collection: CollectionShape<Row>, where: Readonly<Record<string, FieldValue>>): Promise<number> {
    const n = this.guarded(() => this.generations.serving(collection).count(where));
    if (n === undefined) throw new TypeError(`${collection.name}: no count by ${Object.keys(where).join(', ')} is maintained.`);
    return n;
  }

  async commit({ collection, changes, checkpoint, into }: Commit): Promise<void> {
    if (this.own.wal?.gate) await this.own.wal.gate;
    this.guarded(() => {
      const tables = this.generations.written(collection, into);
      inTransaction(this.db, () => {
        tables.writer.write(changes);
        this.generations.moveCheckpoint(tables, checkpoint);
      });
    });
    this.own.wal?.wrote((changes.length + 1) * ROW_BYTES);
  }

  async checkpoint(collection: CollectionShape, of?: Generation): Promise<Position | null> {
    try {
      return this.guarded(() => this.generations.checkpoint(this.generations.written(collection, of)));
    } catch (error) {
      if (error instanceof MissingCollection) return null;
      throw error;
    }
  }

  async collections(): Promise<readonly CollectionShape[]> {
    return this.guarded(() => this.generations.allServing());
  }

  async loadPosition(name: string): Promise<Position | null> {
    const found = this.guarded(() => this.db.prepare('SELECT position FROM positions WHERE name = ?').get(name));
    return (found?.['position'] as Position | undefined) ?? null;
  }

  async savePosition(name: string, position: Position): Promise<void> {
    this.guarded(() => this.db.prepare('INSERT OR REPLACE INTO positions VALUES (?, ?)').run(name, position));
    this.own.wal?.wrote(ROW_BYTES);
  }

  async clear(collection: CollectionShape): Promise<void> {
    this.guarded(() => this.generations.clear(collection));
  }

  async close(): Promise<void> {
    if (!this.db.isOpen) return;
    await this.own.wal?.close();
    this.db.close();
    this.own.lock?.release();
  }

  private guarded<T>(work: () => T): T {
    if (!this.db.isOpen) throw new ReadStoreUnavailable(`${this.file} is closed.`);
    try {
      if (this.own.readOnly) this.noticeOtherWriters();
      return work();
    } catch (error) {
      const trouble = troubleOf(error);
      throw trouble ? new ReadStoreUnavailable(sentenceOf(trouble, this.file), { cause: error }) : error;
    }
  }

  /** The writing process may have put another generation in the place of one that was looked up. */
  private noticeOtherWriters(): void {
    const version = this.dataVersion.get()?.['data_version'];
    if (version !== this.seenVersion) this.generations.lookAgain();
    this.seenVersion = version;
  }
}

const loadMany = <Row extends object>(tables: GenerationTables, keys: readonly string[]): ReadonlyMap<string, LoadedRow<Row>> => {
  const found = new Map<string, LoadedRow<Row>>();
  for (const key of keys) {
    const loaded = tables.load<Row>(key);
    if (loaded) found.set(key, loaded);
  }
  return found;
};
