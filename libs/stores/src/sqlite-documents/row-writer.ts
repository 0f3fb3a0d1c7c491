import { type FieldValue, type RowChange, searchText } from '@linkage/event-sourcing';
import type { DatabaseSync, StatementSync } from '@linkage/sqlite';
import { CountWriter } from './count-writer';
import { SearchWriter } from './search-writer';
import { columnOf, fieldValue, scopeOf, type TableShape } from './table-shape';
import { rowsTable } from './tables';

type Row = Readonly<Record<string, unknown>>;

/** Within the caller's transaction. */
export class RowWriter {
  private readonly fields: readonly (readonly [string, 'text' | 'number'])[];
  private readonly scope: string | undefined;
  private readonly find: StatementSync;
  private readonly insert: StatementSync;
  private readonly update: StatementSync;
  private readonly remove: StatementSync;
  private readonly counts: CountWriter;
  private readonly search: SearchWriter | undefined;

  constructor(
    db: DatabaseSync,
    id: number,
    private readonly shape: TableShape,
  ) {
    this.fields = Object.entries(shape.fields);
    this.scope = scopeOf(shape);
    const table = rowsTable(id);
    const columns = this.fields.map(([field]) => columnOf(field));
    const written = ['position', 'words', 'doc', ...columns];
    this.find = db.prepare(`SELECT ${['id', 'words', ...columns].join(', ')} FROM ${table} WHERE key = ?`);
    this.insert = db.prepare(
      `INSERT INTO ${table} (key, ${written.join(', ')}) VALUES (?${', ?'.repeat(written.length)})`,
    );
    this.update = db.prepare(`UPDATE ${table} SET ${written.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`);
    this.remove = db.prepare(`DELETE FROM ${table} WHERE id = ?`);
    this.counts = new CountWriter(db, id, shape.counts);
    this.search = shape.search.length > 0 ? new SearchWriter(db, id) : undefined;
  }

  write(changes: readonly RowChange[]): void {
    try {
      for (const change of changes) this.writeOne(change);
      this.counts.write();
      this.search?.write();
    } finally {
      this.counts.forget();
      this.search?.forget();
    }
  }

  private writeOne({ key, row, position }: RowChange): void {
    const old = this.find.get(key);
    const oldId = old?.['id'] as number | undefined;
    if (old) this.counts.add((field) => old[`f_${field}`] as FieldValue, -1);
    if (row === null) {
      if (oldId === undefined) return;
      this.remove.run(oldId);
      this.search?.remove(oldId);
      return;
    }
    const values = this.fields.map(([field, type]) => fieldValue(row as Row, field, type));
    const words = searchText(row as Row, this.shape.search, this.shape.parts === true);
    const doc = JSON.stringify(row);
    const id = oldId ?? Number(this.insert.run(key, position, words, doc, ...values).lastInsertRowid);
    if (oldId !== undefined) this.update.run(position, words, doc, ...values, oldId);
    this.counts.add((field) => fieldValue(row as Row, field, this.shape.fields[field] ?? 'text'), 1);
    this.index(id, row as Row, words, old);
  }

  private index(id: number, row: Row, words: string, old: Readonly<Record<string, unknown>> | undefined): void {
    const scope = this.scope === undefined ? null : row[this.scope];
    const same =
      old !== undefined && old['words'] === words && (this.scope === undefined || old[`f_${this.scope}`] === scope);
    if (!same) this.search?.replace(id, scope, words, old !== undefined);
  }
}
