import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseSync, DatabaseUnusable, openDatabase } from '@linkage/sqlite';

/**
 * `file`: one row per content, `state` says whether its bytes are there. `picture`: what shows it; of one thing and one
 * content only the newest address, as a digest. `total` is kept by triggers, so that asking for it costs nothing.
 */
const SCHEMA = `
  CREATE TABLE file (
    hash TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, type TEXT NOT NULL, bytes INTEGER NOT NULL, shown INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('kept', 'let-go', 'wanted'))
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX file_shown ON file (shown) WHERE state = 'kept';
  CREATE TABLE picture (
    account TEXT NOT NULL, what TEXT NOT NULL, at TEXT NOT NULL, subject TEXT NOT NULL, hash TEXT NOT NULL, tag TEXT,
    kept INTEGER NOT NULL, checked INTEGER NOT NULL, PRIMARY KEY (account, what, at)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX picture_subject ON picture (subject, what, account);
  CREATE INDEX picture_hash ON picture (hash);
  CREATE TABLE total (pictures INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT;
  INSERT INTO total VALUES (0, 0);
  CREATE TRIGGER file_added AFTER INSERT ON file WHEN new.state = 'kept' BEGIN
    UPDATE total SET pictures = pictures + 1, bytes = bytes + new.bytes; END;
  CREATE TRIGGER file_back AFTER UPDATE OF state ON file WHEN new.state = 'kept' AND old.state <> 'kept' BEGIN
    UPDATE total SET pictures = pictures + 1, bytes = bytes + new.bytes; END;
  CREATE TRIGGER file_gone AFTER UPDATE OF state ON file WHEN new.state <> 'kept' AND old.state = 'kept' BEGIN
    UPDATE total SET pictures = pictures - 1, bytes = bytes - old.bytes; END;
  CREATE TRIGGER file_removed AFTER DELETE ON file WHEN old.state = 'kept' BEGIN
    UPDATE total SET pictures = pictures - 1, bytes = bytes - old.bytes; END;
`;

/** Says which picture is in which file. A damaged one is put aside: pictures are fetched again. */
export function openPictureIndex(folder: string): { readonly db: DatabaseSync; readonly aside: string | null } {
  const path = join(folder, 'index.db');
  try {
    return { db: opened(path), aside: null };
  } catch (error) {
    if (!(error instanceof DatabaseUnusable && error.damaged)) throw error;
    const aside = `${path}.damaged-${Date.now()}`;
    for (const tail of ['-wal', '-shm', '']) if (existsSync(path + tail)) renameSync(path + tail, aside + tail);
    return { db: opened(path), aside };
  }
}

/** What is lost with the power is fetched again. */
const opened = (path: string): DatabaseSync =>
  openDatabase(path, {
    synchronous: 'NORMAL',
    pragmas: { journal_size_limit: 4_194_304 },
    version: 1,
    create: SCHEMA,
    table: 'picture',
    checked: 'always',
    patienceMs: 10_000,
    wayBack: 'Stop Linkage and remove this file with its -wal and -shm: pictures are fetched again.',
  });
