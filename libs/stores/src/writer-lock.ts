import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type DatabaseSync, DatabaseUnusable, privateDatabase, sentenceOf, troubleOf } from '@linkage/sqlite';
import { StoreInUse } from './store-in-use';

/**
 * The operating system's, through a small database: free when its holder dies, also after `kill -9`.
 * @throws StoreInUse
 */
export class WriterLock {
  private readonly db: DatabaseSync;

  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    this.db = opened(`${file}.lock`);
    try {
      this.db.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      this.db.close();
      throw troubleOf(error) === 'locked' ? new StoreInUse(file) : unusable(error, `${file}.lock`);
    }
  }

  release(): void {
    this.db.close();
  }
}

const opened = (lockFile: string): DatabaseSync => {
  try {
    return privateDatabase(lockFile, { timeout: 0 });
  } catch (error) {
    throw unusable(error, lockFile);
  }
};

const unusable = (error: unknown, lockFile: string): unknown => {
  const trouble = troubleOf(error);
  return trouble ? new DatabaseUnusable(lockFile, sentenceOf(trouble, lockFile), { cause: error }) : error;
};
