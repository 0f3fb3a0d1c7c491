import { closeSync, existsSync, openSync, readSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnusable } from './sqlite-errors';

/**
 * `application_id` of a database that is open, or was when its process died; and of one that was closed and is whole
 * without its WAL.
 */
const OPEN = 0x4c6b4f50;
const CLOSED = 0x4c6b434c;
/** Its offset in the file's header (https://www.sqlite.org/fileformat.html). */
const ID_AT = 68;

const walOf = (file: string): string => `${file}-wal`;

/** Read without SQLite, which would create a WAL by looking. */
const idIn = (file: string): number => {
  const bytes = Buffer.alloc(4);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, bytes, 0, 4, ID_AT);
  } finally {
    closeSync(descriptor);
  }
  return bytes.readUInt32BE();
};

/**
 * A database that was not closed has its newest commits only in its WAL, and without that file SQLite would silently
 * go on with the older ones. So the database itself records whether it was closed. Call it before opening.
 * @throws StoreUnusable when the WAL must be there and is not
 */
export const refuseWithoutWal = (file: string): void => {
  if (existsSync(walOf(file)) || idIn(file) !== OPEN) return;
  const wal = basename(walOf(file));
  throw new StoreUnusable(
    file,
    `${file} was not closed, and ${wal} is missing: it holds what was written last. Put it back beside the file, or restore the newest backup ` +
      `(docs/running.md, Restore). If another program has opened the file since and moved it in, or if the older facts must do, make an empty file ${wal}.`,
  );
};

/** Written into the file itself, not into its WAL. */
export const markOpen = (db: DatabaseSync, file: string): void => {
  if (idIn(file) !== OPEN) db.exec(`PRAGMA application_id = ${OPEN}; PRAGMA wal_checkpoint(FULL);`);
};

/**
 * Call it after closing the last connection: SQLite has then moved the WAL into the file and removed it. While a
 * reader is left, the WAL stays, and so does the mark.
 */
export const markClosed = (file: string): void => {
  if (existsSync(walOf(file))) return;
  try {
    const db = new DatabaseSync(file);
    db.exec(`PRAGMA application_id = ${CLOSED}`);
    db.close();
  } catch {
    // A full disk, say. The file is whole; an empty WAL tells the next start the same.
    writeFileSync(walOf(file), '', { mode: 0o600 });
  }
};
