import type { Counted, FieldValue, LoadedRow, Position, RowChange } from '@linkage/event-sourcing';
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
  private readonly countsOf: StatementSync;
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
    this.countsOf = db.prepare(
      `SELECT coalesce(c.n, 0) FROM json_each(?) asked LEFT JOIN ${countsTable(id)} c
        ON c.kind = asked.value ->> 0 AND c.value = asked.value ->> 1 ORDER BY asked.key`,
    );
    this.countsOf.setReturnArrays(true);
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

  /** One statement for all of them, as in `loadMany`. @throws TypeError for a combination that is not maintained */
  counts(collection: string, of: readonly Counted[]): readonly number[] {
    const asked = JSON.stringify(of.map((one) => this.countKey(collection, one)));
    return (this.countsOf.all(asked) as unknown as [n: number][]).map(([n]) => n);
  }

  private countKey(collection: string, of: Counted): readonly [kind: number, value: string] {
    const kind = this.shape.counts.findIndex(
      (fields) => fields.length === Object.keys(of).length && fields.every((field) => field in of),
    );
    const fields = this.shape.counts[kind];
    if (!fields) throw new TypeError(`${collection}: no count by ${Object.keys(of).join(', ')} is maintained.`);
    return [kind, countedValue(fields.map((field) => of[field] ?? null))];
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
