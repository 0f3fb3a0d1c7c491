import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncOptions } from 'node:sqlite';

/** For its owner only; SQLite gives its -wal and -shm the same mode. */
export const privateDatabase = (path: string, options: DatabaseSyncOptions = {}): DatabaseSync => {
  try {
    closeSync(openSync(path, 'a', 0o600));
  } catch {
    // SQLite meets the same trouble, and its words for it are the ones that are explained.
  }
  return new DatabaseSync(path, options);
};
