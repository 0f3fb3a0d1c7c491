import {
  type BulkBuild,
  type CollectionShape,
  type FieldValue,
  type LoadedRow,
  type Position,
  ReadStoreUnavailable,
  type RowChange,
  searchText,
} from '@linkage/event-sourcing';
import { type DatabaseSync, privateDatabase, sentenceOf, type StatementSync, troubleOf } from '@linkage/sqlite';
import { countedValue } from './count-writer';
import { FlushedFile } from './flushed-file';
import { DOCUMENTS_VERSION, documentsSchema, OWN_ID } from './schema';
import { columnOf, fieldValue, scopeOf, shapeOf, type TableShape } from './table-shape';
import { countsTable, createIndexes, createRows, createSearch, rowsTable, searchTable } from './tables';
import { scopeCode } from './search-index';

type Row = Readonly<Record<string, unknown>>;

/** Also the memory for sorting an index. */
const CACHE_KIB = 32 * 1024;
/** Characters. */
const PORTION = 1_000_000;

/** Almost no journal and no waiting for the disk: an interrupted one is thrown away. Indexes come at the end. */
export class BulkGeneration implements BulkBuild {
  private readonly fields: readonly (readonly [string, 'text' | 'number'])[];
  private readonly find: StatementSync;
  private readonly put: StatementSync;
  private readonly remove: StatementSync;

  private unflushed = 0;

  private constructor(
    private readonly path: string,
    private readonly db: DatabaseSync,
    private readonly file: FlushedFile,
    private readonly shape: TableShape,
  ) {
    this.fields = Object.entries(shape.fields);
    const table = rowsTable(OWN_ID);
    const columns = ['key', 'position', 'words', 'doc', ...this.fields.map(([field]) => columnOf(field))];
    this.find = db.prepare(`SELECT doc, position FROM ${table} WHERE key = ?`);
    this.put = db.prepare(`
      INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
      ON CONFLICT (key) DO UPDATE SET ${columns
        .slice(1)
        .map((column) => `${column} = excluded.${column}`)
        .join(', ')}`);
    this.remove = db.prepare(`DELETE FROM ${table} WHERE key = ?`);
  }

  static async open(collection: CollectionShape, path: string): Promise<BulkGeneration> {
    const shape = shapeOf(collection);
    const db = privateDatabase(path);
    db.exec(`
      PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = FILE; PRAGMA cache_size = -${CACHE_KIB};
      BEGIN; ${documentsSchema}; ${createRows(OWN_ID, shape)}`);
    db.prepare('INSERT INTO generations (id, name, version, shape, serving) VALUES (?, ?, ?, ?, 1)').run(
      OWN_ID,
      collection.name,
      collection.version,
      JSON.stringify(shape),
    );
    return new BulkGeneration(path, db, await FlushedFile.open(path), shape);
  }

  async load<Loaded extends object>(keys: readonly string[]): Promise<ReadonlyMap<string, LoadedRow<Loaded>>> {
    return this.guarded(async () => {
      const found = new Map<string, LoadedRow<Loaded>>();
      for (const key of keys) {
        const row = this.find.get(key);
        if (row)
          found.set(key, { row: JSON.parse(row['doc'] as string) as Loaded, position: row['position'] as Position });
      }
      return found;
    });
  }

  async write(changes: readonly RowChange[]): Promise<void> {
    await this.guarded(async () => {
      for (const { key, row, position } of changes) {
        if (row === null) this.remove.run(key);
        else this.putRow(key, position, row as Row);
        if (this.unflushed > PORTION) await this.flush();
      }
    });
  }

  async finish(checkpoint: Position | null): Promise<void> {
    await this.guarded(async () => {
      for (const index of createIndexes(OWN_ID, this.shape)) {
        await this.flush();
        this.db.exec(index);
      }
      this.writeCounts();
      await this.flush();
      this.writeSearch();
      this.db.prepare('UPDATE generations SET checkpoint = ? WHERE id = ?').run(checkpoint, OWN_ID);
      this.db.exec(`PRAGMA user_version = ${DOCUMENTS_VERSION}; COMMIT`);
      this.db.close();
      await this.file.finish();
    });
  }

  async abandon(): Promise<void> {
    if (this.db.isOpen) this.db.close();
    await this.file.abandon();
  }

  private putRow(key: string, position: string, row: Row): void {
    const doc = JSON.stringify(row);
    this.put.run(
      key,
      position,
      searchText(row, this.shape.search, this.shape.parts === true),
      doc,
      ...this.columnsOf(row),
    );
    this.unflushed += doc.length;
  }

  private async flush(): Promise<void> {
    this.db.exec('COMMIT; BEGIN');
    this.unflushed = 0;
    await this.file.portion();
  }

  private columnsOf(row: Row): FieldValue[] {
    return this.fields.map(([field, type]) => fieldValue(row, field, type));
  }

  private writeCounts(): void {
    const add = this.db.prepare(`INSERT INTO ${countsTable(OWN_ID)} (kind, value, n) VALUES (?, ?, ?)`);
    this.shape.counts.forEach((fields, kind) => {
      const columns = fields.map(columnOf);
      const groupBy = columns.length > 0 ? `GROUP BY ${columns.join(', ')}` : '';
      const grouped = this.db.prepare(
        `SELECT ${[...columns, 'count(*)'].join(', ')} FROM ${rowsTable(OWN_ID)} ${groupBy}`,
      );
      grouped.setReturnArrays(true);
      for (const group of grouped.iterate() as unknown as Iterable<FieldValue[]>) {
        const n = group[fields.length] as number;
        if (n > 0) add.run(kind, countedValue(group.slice(0, fields.length)), n);
      }
    });
  }

  /** One statement in the order of row numbers is ten times as fast as row by row. */
  private writeSearch(): void {
    if (this.shape.search.length === 0) return;
    this.db.exec(createSearch(OWN_ID, this.shape));
    const scope = scopeOf(this.shape);
    const codes = new Map<unknown, string>();
    this.db.function('scope_code', { deterministic: true }, (value: unknown) => {
      const known = codes.get(value) ?? (value === null ? '' : scopeCode(value));
      if (codes.size < 10_000) codes.set(value, known);
      return known;
    });
    const scoped = scope === undefined ? 'words' : `replace(words, ' ', ' ' || scope_code(${columnOf(scope)}))`;
    this.db.exec(
      `INSERT INTO ${searchTable(OWN_ID)} (rowid, words) SELECT id, ${scoped} FROM ${rowsTable(OWN_ID)} ORDER BY id`,
    );
  }

  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const trouble = troubleOf(error);
      throw trouble ? new ReadStoreUnavailable(sentenceOf(trouble, this.path), { cause: error }) : error;
    }
  }
}
