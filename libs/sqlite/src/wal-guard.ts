import { closeSync, existsSync, openSync, readSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseUnusable } from './database-unusable';

/** `application_id` of a database that is open or whose process died; CLOSED: whole without its WAL. */
const OPEN = 0x4c6b4f50;
const CLOSED = 0x4c6b434c;
/** https://www.sqlite.org/fileformat.html */
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

/** Without its WAL SQLite would silently go on with older commits. Call it before opening. @throws DatabaseUnusable */
export const refuseWithoutWal = (file: string): void => {
  if (existsSync(walOf(file)) || idIn(file) !== OPEN) return;
  const wal = basename(walOf(file));
  throw new DatabaseUnusable(
    file,
    `${file} was not closed, and ${wal} is missing: it holds what was written last. Put it back beside the file, or restore the newest backup ` +
      `(docs/running.md, Restore). If another program has opened the file since and moved it in, or if the older facts must do, make an empty file ${wal}.`,
  );
};

/** Into the file itself, not into its WAL. */
export const markOpen = (db: DatabaseSync, file: string): void => {
  if (idIn(file) !== OPEN) db.exec(`PRAGMA application_id = ${OPEN}; PRAGMA wal_checkpoint(FULL);`);
};

/** After closing the last connection. While a reader is left, the WAL stays, and so does the mark. */
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
