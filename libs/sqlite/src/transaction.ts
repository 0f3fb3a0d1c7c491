import type { DatabaseSync } from 'node:sqlite';

export const inTransaction = <T>(db: DatabaseSync, work: () => T): T => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // Some failures (a full disk) have rolled back already.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
};
