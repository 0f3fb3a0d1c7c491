import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnusable, troubleOf } from './sqlite-errors';

/**
 * Keeps every second writer away from `file`, in this process or another one. It is the operating system's lock, taken through SQLite on
 * a small database of its own beside the file, so it is gone the moment its holder is, also after `kill -9`.
 * @throws StoreUnusable when somebody else holds it
 */
export class WriterLock {
  private readonly db: DatabaseSync;

  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true });
    this.db = new DatabaseSync(`${file}.lock`, { timeout: 0 });
    try {
      this.db.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      this.db.close();
      if (troubleOf(error) !== 'locked') throw error;
      throw new StoreUnusable(file, `${file} is in use: another Linkage writes to this data folder. Stop it, or give this one a folder of its own (LINKAGE_DATA).`);
    }
  }

  release(): void {
    this.db.close();
  }
}
