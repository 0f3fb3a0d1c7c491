import { closeSync, existsSync, openSync, readSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnusable } from './sqlite-errors';

/** `application_id` of a database that a process has open, or had when it died; and of one that was closed and is whole without its WAL. */
const OPEN = 0x4c6b4f50;
const CLOSED = 0x4c6b434c;
/** Where the file's own header has it (https://www.sqlite.org/fileformat.html). */
const ID_AT = 68;

const walOf = (file: string): string => `${file}-wal`;

/** Read without SQLite, which would make a WAL by looking. */
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
 * A database that was not closed has its newest commits in its WAL alone, and without that file SQLite would go on with the older ones as if
 * nothing were missing. So the database says in itself whether it was closed. Ask before opening it.
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

/** Says in the file itself, not in its WAL, that it is open. */
export const markOpen = (db: DatabaseSync, file: string): void => {
  if (idIn(file) !== OPEN) db.exec(`PRAGMA application_id = ${OPEN}; PRAGMA wal_checkpoint(FULL);`);
};

/** After the last connection was closed: SQLite has moved the WAL into the file and removed it. With a reader left the WAL stays, and so does the mark. */
export const markClosed = (file: string): void => {
  if (existsSync(walOf(file))) return;
  try {
    const db = new DatabaseSync(file);
    db.exec(`PRAGMA application_id = ${CLOSED}`);
    db.close();
  } catch {
    // A full disk, say. The file is whole; an empty WAL says the same to the next start.
    writeFileSync(walOf(file), '');
  }
};
