import { connect, type DatabaseSync, sentenceOf, type StatementSync, troubleOf } from '@linkage/sqlite';
import { type Position, ReadStoreUnavailable } from '@linkage/event-sourcing';

const PATIENCE_MS = 5_000;

/** From a process that does not write rows; opened on first use. */
export class SharedPositions {
  private db: DatabaseSync | undefined;
  private put: StatementSync | undefined;

  constructor(private readonly file: string) {}

  /** @throws ReadStoreUnavailable */
  save(name: string, position: Position): void {
    try {
      this.db ??= connect(this.file, { patienceMs: PATIENCE_MS });
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
