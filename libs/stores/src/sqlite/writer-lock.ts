import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { privateDatabase } from './private-database';
import { sentenceOf, StoreInUse, StoreUnusable, troubleOf } from './sqlite-errors';

/**
 * Keeps a second writer away from `file`, in this process or another one. The lock is the operating system's, taken
 * through SQLite on a small database beside the file, so it is free the moment its holder dies, also after `kill -9`.
 * @throws StoreInUse when another process holds it
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
      const trouble = troubleOf(error);
      if (trouble === undefined) throw error;
      if (trouble === 'locked') throw new StoreInUse(file);
      throw new StoreUnusable(`${file}.lock`, sentenceOf(trouble, `${file}.lock`), { cause: error });
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
    const trouble = troubleOf(error);
    throw trouble ? new StoreUnusable(lockFile, sentenceOf(trouble, lockFile), { cause: error }) : error;
  }
};
