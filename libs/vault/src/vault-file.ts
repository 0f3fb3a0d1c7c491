import { join } from 'node:path';
import { type DatabaseSync, inTransaction, openDatabase } from '@linkage/sqlite';
import type { StoredRow } from './row-authentication';

export const VAULT_FILE = 'vault.db';

const VERSION = 2;

const SCHEMA = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT;
  CREATE TABLE sealed (kind TEXT NOT NULL, name BLOB NOT NULL, body BLOB NOT NULL, expires INTEGER, tag BLOB, PRIMARY KEY (kind, name)) STRICT;
  CREATE INDEX sealed_expires ON sealed (expires) WHERE expires IS NOT NULL;
  CREATE TABLE lease (name BLOB PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL) STRICT;
  CREATE TABLE erasures (count INTEGER NOT NULL) STRICT;
  INSERT INTO erasures VALUES (0)`;

export const WAY_BACK =
  'Stop Linkage and restore the newest backup of the data folder (docs/running.md, Restore). Nothing else holds these secrets and keys: the vault cannot be made anew.';

export const PATIENCE_MS = 10_000;

/** `synchronous=FULL`: a key must be on the disk before facts encrypted under it. @throws DatabaseUnusable */
export function openVaultFile(directory: string): DatabaseSync {
  return openDatabase(join(directory, VAULT_FILE), {
    synchronous: 'FULL',
    pragmas: { secure_delete: 'ON', journal_size_limit: 4_194_304 },
    version: VERSION,
    create: SCHEMA,
    table: 'sealed',
    checked: 'always',
    patienceMs: PATIENCE_MS,
    wayBack: WAY_BACK,
  });
}

export function addRowTags(db: DatabaseSync, tagOf: (row: StoredRow) => Uint8Array): void {
  const version = (): number => Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version() >= VERSION) return;
  inTransaction(db, () => {
    // Another process may have been first.
    if (version() >= VERSION) return;
    db.exec('ALTER TABLE sealed ADD COLUMN tag BLOB');
    const tag = db.prepare('UPDATE sealed SET tag = ? WHERE kind = ? AND name = ?');
    for (const row of db.prepare('SELECT kind, name, body, expires FROM sealed').all() as unknown as StoredRow[])
      tag.run(tagOf(row), row.kind, row.name);
    db.exec(`PRAGMA user_version = ${VERSION}`);
  });
}
