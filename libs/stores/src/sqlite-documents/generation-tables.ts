import type { FieldValue, LoadedRow, Position, RowChange } from '@linkage/event-sourcing';
import { LRUCache } from 'lru-cache';
import { type DatabaseSync, inTransaction, type StatementSync, type WalCheckpoints } from '@linkage/sqlite';
import { countedValue } from './count-writer';
import { RowWriter } from './row-writer';
import { columnOf, scopeOf, type TableShape } from './table-shape';
import { SEARCH_VERSION } from './search-index';
import { countsTable, indexName, rowsTable, searchTable } from './tables';

export interface Place {
  readonly db: DatabaseSync;
  readonly id: number;
  /** Absent: the registry's file. */
  readonly name?: string | undefined;
  readonly path: string;
  readonly wal?: WalCheckpoints | undefined;
}

export class GenerationTables {
  readonly rows: string;
  /** Absent also where the index is of another version. */
  readonly search: string | undefined;
  readonly scope: string | undefined;
  readonly writer: RowWriter;
  private readonly byKey: StatementSync;
  private readonly byKeys: StatementSync;
  private readonly countOf: StatementSync;
  private readonly highest: StatementSync;
  private readonly getCheckpoint: StatementSync;
  private readonly setCheckpoint: StatementSync;
  private readonly statements = new LRUCache<string, StatementSync>({ max: 200 });

  constructor(
    readonly place: Place,
    readonly shape: TableShape,
  ) {
    const { db, id } = place;
    this.rows = rowsTable(id);
    this.search = shape.words === SEARCH_VERSION ? searchTable(id) : undefined;
    this.scope = scopeOf(shape);
    this.writer = new RowWriter(db, id, shape);
    this.byKey = db.prepare(`SELECT doc, position FROM ${this.rows} WHERE key = ?`);
    this.byKeys = db.prepare(
      `SELECT r.key, r.doc, r.position FROM json_each(?) wanted CROSS JOIN ${this.rows} r ON r.key = wanted.value`,
    );
    this.byKeys.setReturnArrays(true);
    this.countOf = db.prepare(`SELECT n FROM ${countsTable(id)} WHERE kind = ? AND value = ?`);
    this.highest = db.prepare(`SELECT coalesce(max(id), 0) AS highest FROM ${this.rows}`);
    this.getCheckpoint = db.prepare('SELECT checkpoint FROM generations WHERE id = ?');
    this.setCheckpoint = db.prepare('UPDATE generations SET checkpoint = ? WHERE id = ?');
  }

  get checkpoint(): Position | null {
    return (this.getCheckpoint.get(this.place.id)?.['checkpoint'] as Position | null | undefined) ?? null;
  }

  commit(changes: readonly RowChange[], checkpoint: Position): void {
    inTransaction(this.place.db, () => {
      this.writer.write(changes);
      this.setCheckpoint.run(checkpoint, this.place.id);
    });
  }

  load<Row extends object>(key: string): LoadedRow<Row> | undefined {
    const found = this.byKey.get(key);
    return found && { row: JSON.parse(found['doc'] as string) as Row, position: found['position'] as Position };
  }

  /** One statement for all of them: each call of the store costs as much as the reading of a row. */
  loadMany<Row extends object>(keys: readonly string[]): ReadonlyMap<string, LoadedRow<Row>> {
    const found = this.byKeys.all(JSON.stringify(keys)) as unknown as [key: string, doc: string, position: Position][];
    return new Map(found.map(([key, doc, position]) => [key, { row: JSON.parse(doc) as Row, position }]));
  }

  /** A serving older generation may lack a newly declared field: it is read from the document. */
  columnOf(field: string): string {
    if (!/^[A-Za-z]\w*$/.test(field)) throw new TypeError(`${field} is no name for a field.`);
    return field in this.shape.fields ? columnOf(field) : `json_extract(doc, '$.${field}')`;
  }

  /** The fields in any order. */
  indexFor(equal: readonly string[], sort: readonly string[]): string | undefined {
    const sorted = sort.filter((field) => !equal.includes(field));
    const position = this.shape.indexes.findIndex((index) => {
      const [found, rest] = [index.slice(0, equal.length), index.slice(equal.length)];
      return (
        equal.every((field) => found.includes(field)) &&
        rest.length === sorted.length &&
        sorted.every((field, place) => rest[place] === field)
      );
    });
    return position < 0 ? undefined : indexName(this.place.id, position);
  }

  /** Undefined when this combination is not maintained. */
  count(where: Readonly<Record<string, FieldValue>>): number | undefined {
    const kind = this.shape.counts.findIndex(
      (fields) => fields.length === Object.keys(where).length && fields.every((field) => field in where),
    );
    const fields = this.shape.counts[kind];
    if (!fields) return undefined;
    return (
      (this.countOf.get(kind, countedValue(fields.map((field) => where[field] ?? null)))?.['n'] as
        number | undefined) ?? 0
    );
  }

  fewRows(limit: number): number {
    return Math.max(200, Math.ceil(Math.sqrt(limit * Number(this.highest.get()?.['highest']))));
  }

  all(sql: string, values: readonly FieldValue[]): unknown[][] {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.place.db.prepare(sql);
      statement.setReturnArrays(true);
      this.statements.set(sql, statement);
    }
    return statement.all(...values) as unknown as unknown[][];
  }
}
