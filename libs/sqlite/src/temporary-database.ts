import { DatabaseSync } from 'node:sqlite';

const CACHE_KIB = 4 * 1024;

/** For this connection alone and never read after a crash, so nothing waits for the disk. */
export const temporaryDatabase = (create: string): DatabaseSync => {
  const db = new DatabaseSync('');
  db.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; ${create};`);
  return db;
};
