import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { VaultUnusable } from './vault.errors';

const VERSION = 1;

/**
 * Opens `<directory>/vault.db`, for its owner only. Several processes may share it. `synchronous=FULL`: a key must be on the disk before
 * the facts encrypted under it are. `secure_delete`: what is removed is overwritten, not only unlinked.
 */
export function openSqliteFile(directory: string): DatabaseSync {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, 'vault.db');
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  const db = new DatabaseSync(path, { timeout: 10_000 });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 4194304;');
  try {
    migrate(db, path);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

function migrate(db: DatabaseSync, path: string): void {
  db.exec('BEGIN IMMEDIATE');
  const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (found > VERSION) {
    db.exec('ROLLBACK');
    throw new VaultUnusable(`${path} was written by a newer Linkage (format ${found}, this one knows ${VERSION}). Start the newer one.`);
  }
  if (found < 1) {
    db.exec(`
      CREATE TABLE meta (name TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT;
      CREATE TABLE sealed (kind TEXT NOT NULL, name BLOB NOT NULL, body BLOB NOT NULL, expires INTEGER, PRIMARY KEY (kind, name)) STRICT;
      CREATE INDEX sealed_expires ON sealed (expires) WHERE expires IS NOT NULL;
      CREATE TABLE lease (name BLOB PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL) STRICT;
      CREATE TABLE erasures (count INTEGER NOT NULL) STRICT;
      INSERT INTO erasures VALUES (0);
      PRAGMA user_version = ${VERSION};`);
  }
  db.exec('COMMIT');
}
