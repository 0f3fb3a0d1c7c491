import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StoredRow } from './row-authentication';
import { VaultUnusable } from './vault.errors';

export const VAULT_FILE = 'vault.db';

/** 2: each row has a tag, by which a changed byte is found. */
const VERSION = 2;

const WAY_BACK =
  'Stop Linkage and restore the newest backup of the data folder (docs/running.md, Restore). Nothing else holds these secrets and keys: the vault cannot be made anew.';

/** What SQLite's primary result codes mean here (https://www.sqlite.org/rescode.html). */
const troubles: Readonly<Record<number, string>> = {
  8: 'cannot be written: the disk or the file is read-only.',
  10: 'cannot be read or written: the disk reports an error.',
  11: `is damaged. ${WAY_BACK}`,
  13: 'cannot grow: the disk is full. Make room and start again.',
  14: 'cannot be opened: look whether its folder is there and may be written.',
  26: `is damaged. ${WAY_BACK}`,
};

/** The same of the file system itself, which is asked before SQLite is. */
const fileTroubles: Readonly<Record<string, number>> = { EROFS: 8, EIO: 10, ENOSPC: 13, EACCES: 14, EPERM: 14 };

/**
 * Opens `<directory>/vault.db`, for its owner only. Several processes may share it. `synchronous=FULL`: a key must be on the disk before
 * the facts encrypted under it are. `secure_delete`: what is removed is overwritten, not only unlinked.
 * @throws VaultUnusable naming the file and the way back
 */
export function openSqliteFile(directory: string): DatabaseSync {
  const path = join(directory, VAULT_FILE);
  let db: DatabaseSync | undefined;
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    if (!existsSync(path)) make(path);
    if (statSync(path).size === 0) throw new VaultUnusable(`${path} is empty. ${WAY_BACK}`);
    chmodSync(path, 0o600);
    db = new DatabaseSync(path, { timeout: 10_000 });
    refuseForeign(db, path);
    db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 4194304;',
    );
    return db;
  } catch (error) {
    db?.close();
    const { errcode, code = '' } = error as { readonly errcode?: number; readonly code?: string };
    const trouble = troubles[fileTroubles[code] ?? Number(errcode) & 0xff];
    throw trouble === undefined ? error : new VaultUnusable(`${path} ${trouble}`, { cause: error });
  }
}

/** Made aside and linked into place whole, so that a vault which is there but empty was not left by us, nor by another process that starts just now. */
function make(path: string): void {
  if (existsSync(`${path}-wal`))
    throw new VaultUnusable(`${path} is missing, but its -wal is there. Put it back beside it. ${WAY_BACK}`);
  const aside = `${path}.${randomUUID()}`;
  const db = new DatabaseSync(aside);
  try {
    chmodSync(aside, 0o600);
    db.exec(`
      PRAGMA synchronous = FULL;
      BEGIN IMMEDIATE;
      CREATE TABLE meta (name TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT;
      CREATE TABLE sealed (kind TEXT NOT NULL, name BLOB NOT NULL, body BLOB NOT NULL, expires INTEGER, tag BLOB, PRIMARY KEY (kind, name)) STRICT;
      CREATE INDEX sealed_expires ON sealed (expires) WHERE expires IS NOT NULL;
      CREATE TABLE lease (name BLOB PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL) STRICT;
      CREATE TABLE erasures (count INTEGER NOT NULL) STRICT;
      INSERT INTO erasures VALUES (0);
      PRAGMA user_version = ${VERSION};
      COMMIT;`);
    db.close();
    linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    if (db.isOpen) db.close();
    rmSync(aside, { force: true });
  }
}

/** Gives the rows of an older vault their tags: from then on a changed byte is found. */
export function addRowTags(db: DatabaseSync, tagOf: (row: StoredRow) => Uint8Array): void {
  const version = (): number => Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version() >= VERSION) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have been first.
    if (version() < VERSION) {
      db.exec('ALTER TABLE sealed ADD COLUMN tag BLOB');
      const tag = db.prepare('UPDATE sealed SET tag = ? WHERE kind = ? AND name = ?');
      for (const row of db.prepare('SELECT kind, name, body, expires FROM sealed').all() as unknown as StoredRow[])
        tag.run(tagOf(row), row.kind, row.name);
      db.exec(`PRAGMA user_version = ${VERSION}`);
    }
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

function refuseForeign(db: DatabaseSync, path: string): void {
  const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (found > VERSION)
    throw new VaultUnusable(
      `${path} was written by a newer Linkage (format ${found}, this one knows ${VERSION}). Start the newer one.`,
    );
  const isOurs = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'sealed'").get() !== undefined;
  if (!isOurs)
    throw new VaultUnusable(
      `${path} holds nothing of Linkage: it is the file of another program, or its newer part is missing. ${WAY_BACK}`,
    );
  const check = db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
  if (check !== 'ok') throw new VaultUnusable(`${path} is damaged. ${WAY_BACK}`);
}
