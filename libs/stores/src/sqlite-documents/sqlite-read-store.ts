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
  CheckpointMoved,
  type ReadStore,
  ReadStoreUnavailable,
} from '@linkage/event-sourcing';
import {
  type DatabaseSync,
  DatabaseUnusable,
  openDatabase,
  temporaryDatabase,
  sentenceOf,
  type StatementSync,
  troubleOf,
  WalCheckpoints,
} from '@linkage/sqlite';
import { storePragmas } from '../store-pragmas';
import { WriterLock } from '../writer-lock';
import { SqliteShadowBuilds } from './sqlite-shadow-builds';
import { GenerationFiles, MAPPED, WAY_BACK } from './generation-files';
import { GenerationStorage } from './generation-storage';
import type { GenerationTables } from './generation-tables';
import { Generations } from './generations';
import { MissingCollection } from './missing-collection.errors';
import { PageQuery } from './page-query';
import { DOCUMENTS_VERSION, documentsSchema, documentsUpgrades } from './schema';

/** Besides its text: pages of the tree and of the indexes. */
const ROW_BYTES = 4_096;

export interface SqliteReadStoreOptions {
  readonly readOnly?: boolean;
}

/** A temporary database has none. */
interface FileParts {
  readonly readOnly: boolean;
  readonly lock?: WriterLock | undefined;
  readonly wal?: WalCheckpoints;
  readonly files?: GenerationFiles;
}

/** A file per generation, so that a thread can build one. A power cut's last commits are folded again from the log. */
export class SqliteReadStore implements ReadStore {
  readonly shadowBuilds?: ShadowBuilds;
  private readonly generations: Generations;
  private readonly places: GenerationStorage;
  private readonly dataVersion: StatementSync;
  private seenVersion: unknown;

  private constructor(
    private readonly file: string,
    private readonly db: DatabaseSync,
    private readonly own: FileParts,
  ) {
    this.places = new GenerationStorage({ db, path: file, wal: own.wal }, own.files);
    this.generations = new Generations(db, this.places);
    if (own.files && !own.readOnly)
      this.shadowBuilds = new SqliteShadowBuilds(this.generations, this.places, (path, work) =>
        this.guarded(work, path),
      );
    this.dataVersion = db.prepare('PRAGMA data_version');
  }

  /** @throws DatabaseUnusable when the file is damaged, or when another process writes to it */
  static open(file: string, { readOnly = false }: SqliteReadStoreOptions = {}): SqliteReadStore {
    const lock = readOnly ? undefined : new WriterLock(file);
    try {
      const db = openDatabase(file, {
        readOnly,
        synchronous: 'NORMAL',
        pragmas: storePragmas({ mapped: MAPPED }),
        version: DOCUMENTS_VERSION,
        create: documentsSchema,
        upgrades: documentsUpgrades,
        table: 'generations',
        wayBack: WAY_BACK,
      });
      const store = new SqliteReadStore(file, db, {
        readOnly,
        lock,
        wal: new WalCheckpoints(file),
        files: new GenerationFiles(file, readOnly),
      });
      if (!readOnly) store.generations.openAll();
      return store;
    } catch (error) {
      lock?.release();
      throw error;
    }
  }

  /** Gone when it is closed; SQLite spills into an unnamed file. */
  static temporary(): SqliteReadStore {
    return new SqliteReadStore('The temporary read store', temporaryDatabase(documentsSchema), { readOnly: false });
  }

  async ensure(collection: CollectionShape): Promise<Generation> {
    return this.guarded(() => this.generations.ensure(collection));
  }

  async has(collection: CollectionShape): Promise<boolean> {
    return this.guarded(() => this.generations.has(collection));
  }

  async rebuild(collection: CollectionShape): Promise<void> {
    this.guarded(() => this.generations.rebuild(collection));
  }

  async promote(collection: CollectionShape): Promise<void> {
    this.guarded(() => this.generations.promote(collection));
  }

  async get<Row extends object>(collection: CollectionShape<Row>, key: string): Promise<Row | undefined> {
    return this.onServing(collection, (tables) => tables.load<Row>(key)?.row);
  }

  async getMany<Row extends object>(
    collection: CollectionShape<Row>,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, Row>> {
    const loaded = this.onServing(collection, (tables) => tables.loadMany<Row>(keys));
    return new Map([...loaded].map(([key, { row }]) => [key, row]));
  }

  async load<Row extends object>(
    collection: CollectionShape<Row>,
    keys: readonly string[],
    from?: Generation,
  ): Promise<ReadonlyMap<string, LoadedRow<Row>>> {
    return this.onWritten(collection, from, (tables) => tables.loadMany<Row>(keys));
  }

  async find<Row extends object>(collection: CollectionShape<Row>, query: RowsQuery): Promise<FoundRows<Row>> {
    return this.onServing(collection, (tables) => new PageQuery(tables, query).rows<Row>());
  }

  async count<Row extends object>(collection: CollectionShape<Row>, of: Counted): Promise<number> {
    const [count = 0] = await this.countMany(collection, [of]);
    return count;
  }

  async countMany<Row extends object>(
    collection: CollectionShape<Row>,
    of: readonly Counted[],
  ): Promise<readonly number[]> {
    return this.onServing(collection, (tables) => tables.counts(collection.name, of));
  }

  async commit({ collection, changes, after, checkpoint, into }: Commit): Promise<void> {
    const gate = this.onWritten(collection, into, ({ place }) => place.wal?.gate);
    if (gate) await gate;
    this.onWritten(collection, into, (tables) => {
      if (tables.checkpoint !== after) throw new CheckpointMoved(collection.name, after, tables.checkpoint);
      tables.commit(changes, checkpoint);
      tables.place.wal?.wrote((changes.length + 1) * ROW_BYTES);
    });
  }

  async checkpoint(collection: CollectionShape, of?: Generation): Promise<Position | null> {
    try {
      return this.onWritten(collection, of, (tables) => tables.checkpoint);
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

  trouble(): string | null {
    return this.own.wal?.trouble ?? this.places.trouble();
  }

  async close(): Promise<void> {
    if (!this.db.isOpen) return;
    await this.places.closeAll();
    await this.own.wal?.close();
    this.db.close();
    this.own.lock?.release();
  }

  private onServing<T>(collection: CollectionShape, work: (tables: GenerationTables) => T): T {
    const tables = this.guarded(() => this.generations.serving(collection));
    return this.guarded(() => work(tables), tables.place.path);
  }

  private onWritten<T>(
    collection: CollectionShape,
    wanted: Generation | undefined,
    work: (tables: GenerationTables) => T,
  ): T {
    const tables = this.guarded(() => this.generations.written(collection, wanted));
    return this.guarded(() => work(tables), tables.place.path);
  }

  private guarded<T>(work: () => T, path = this.file): T {
    if (!this.db.isOpen) throw new ReadStoreUnavailable(`${this.file} is closed.`);
    try {
      this.noticeOtherWriters();
      return work();
    } catch (error) {
      if (error instanceof DatabaseUnusable) throw new ReadStoreUnavailable(error.message, { cause: error });
      const trouble = troubleOf(error);
      throw trouble ? new ReadStoreUnavailable(sentenceOf(trouble, path), { cause: error }) : error;
    }
  }

  /** The writing process may have swapped a generation that was looked up. */
  private noticeOtherWriters(): void {
    if (!this.own.readOnly) return;
    const version = this.dataVersion.get()?.['data_version'];
    if (version !== this.seenVersion) this.generations.lookAgain();
    this.seenVersion = version;
  }
}
