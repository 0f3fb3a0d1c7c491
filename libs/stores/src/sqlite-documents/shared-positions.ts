import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { type Position, ReadStoreUnavailable } from '@linkage/event-sourcing';
import { sentenceOf, troubleOf } from '../sqlite/sqlite-errors';

const PATIENCE_MS = 5_000;

/** Saves named positions from a process that does not write rows; opened on first use. */
export class SharedPositions {
  private db: DatabaseSync | undefined;
  private put: StatementSync | undefined;

  constructor(private readonly file: string) {}

  /** @throws ReadStoreUnavailable */
  save(name: string, position: Position): void {
    try {
      this.db ??= new DatabaseSync(this.file, { timeout: PATIENCE_MS });
      this.put ??= this.db.prepare('INSERT OR REPLACE INTO positions VALUES (?, ?)');
      this.put.run(name, position);
    } catch (error) {
      const trouble = troubleOf(error);
      throw trouble ? new ReadStoreUnavailable(sentenceOf(trouble, this.file), { cause: error }) : error;
    }
  }

  close(): void {
    this.db?.close();
    this.db = undefined;
    this.put = undefined;
  }
}
