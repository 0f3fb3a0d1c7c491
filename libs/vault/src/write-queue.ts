import type { DatabaseSync, StatementSync } from 'node:sqlite';

interface Waiting {
  work(): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Group commit: the changes asked for in one turn of the event loop share one transaction and one flush to the disk. Each has its own
 * savepoint, so one that throws takes back only itself. A promise resolves after the commit.
 */
export class WriteQueue {
  #waiting: Waiting[] = [];
  #scheduled = false;
  readonly #savepoint: StatementSync;
  readonly #release: StatementSync;

  constructor(private readonly db: DatabaseSync) {
    this.#savepoint = db.prepare('SAVEPOINT one');
    this.#release = db.prepare('RELEASE one');
  }

  /** `work` is synchronous and runs alone among all writers of the file, in any process. */
  run<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      if (this.#scheduled) return;
      this.#scheduled = true;
      setImmediate(() => this.flush());
    });
  }

  flush(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#scheduled = false;
    if (batch.length === 0) return;
    const settle: (() => void)[] = [];
    try {
      this.db.exec('BEGIN IMMEDIATE');
      for (const one of batch) settle.push(this.#attempt(one));
      this.db.exec('COMMIT');
    } catch (error) {
      if (this.db.isOpen && this.db.isTransaction) this.db.exec('ROLLBACK');
      for (const one of batch) one.reject(error);
      return;
    }
    for (const done of settle) done();
  }

  #attempt({ work, resolve, reject }: Waiting): () => void {
    this.#savepoint.run();
    try {
      const value = work();
      this.#release.run();
      return () => resolve(value);
    } catch (error) {
      // On a full disk SQLite has taken back the whole transaction itself.
      if (!this.db.isTransaction) throw error;
      this.db.exec('ROLLBACK TO one; RELEASE one');
      return () => reject(error);
    }
  }
}
