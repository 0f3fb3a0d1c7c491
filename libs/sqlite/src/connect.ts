import { DatabaseSync } from 'node:sqlite';

interface ConnectOptions {
  /** How long to wait for another writer. */
  readonly patienceMs: number;
  /** Sees what is on the disk, and changes nothing. */
  readonly readsOnly?: boolean;
}

/** One more connection to a file that `openDatabase` has opened. */
export const connect = (file: string, { patienceMs, readsOnly = false }: ConnectOptions): DatabaseSync => {
  const db = new DatabaseSync(file, { timeout: patienceMs });
  if (readsOnly) db.exec('PRAGMA query_only = ON');
  return db;
};
