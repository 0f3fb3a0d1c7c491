import type { DatabaseSync, StatementSync } from '@linkage/sqlite';
import { searchTable } from './tables';
import { scopeCode, scopedWords } from './search-index';

/** Once per batch: row by row is ten times slower, since FTS5 flushes after every statement. */
export class SearchWriter {
  private removed: number[] = [];
  private added: [id: number, words: string][] = [];
  private readonly remover: StatementSync;
  private readonly adder: StatementSync;

  constructor(db: DatabaseSync, id: number) {
    const table = searchTable(id);
    this.remover = db.prepare(`DELETE FROM ${table} WHERE rowid IN (SELECT value FROM json_each(?))`);
    this.adder = db.prepare(`INSERT INTO ${table} (rowid, words) SELECT value ->> 0, value ->> 1 FROM json_each(?)`);
  }

  remove(id: number): void {
    this.removed.push(id);
  }

  replace(id: number, scope: unknown, words: string, isThere: boolean): void {
    if (isThere) this.removed.push(id);
    this.added.push([id, scope === null ? words : scopedWords(words, scopeCode(scope))]);
  }

  write(): void {
    if (this.removed.length > 0) this.remover.run(JSON.stringify(this.removed));
    if (this.added.length > 0) this.adder.run(JSON.stringify(this.added.sort(([a], [b]) => a - b)));
    this.forget();
  }

  /** Call it also after a failed batch. */
  forget(): void {
    this.removed = [];
    this.added = [];
  }
}
