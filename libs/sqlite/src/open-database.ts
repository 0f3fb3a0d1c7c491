import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseUnusable } from './database-unusable';
import { privateDatabase } from './private-database';
import { sentenceOf, troubleOf } from './sqlite-trouble';
import { markOpen, refuseWithoutWal } from './wal-guard';

export interface DatabaseOptions {
  readonly readOnly?: boolean;
  /** FULL: on the disk before COMMIT returns. NORMAL: a power cut, but no killed process, may cost the last commits. */
  readonly synchronous: 'FULL' | 'NORMAL';
  /** Of this connection, besides those of the journal. */
  readonly pragmas?: Readonly<Record<string, string | number>>;
  /** A file of a newer program is refused. */
  readonly version: number;
  readonly create: string;
  /** From version 1 to 2, from 2 to 3 … Absent: the caller brings an older file up to date. */
  readonly upgrades?: readonly string[];
  /** Every version has it: a file without it belongs to another program. */
  readonly table: string;
  /** Refuses a database that was not closed and has lost its WAL. On closing, call `markClosed`. */
  readonly guardsWal?: boolean;
  /** Whether its pages are compared with each other, which reads all of them. Default: in a small file. */
  readonly checked?: 'always' | 'when small' | 'never';
  /** How long to wait for another writer. Default 5 s. */
  readonly patienceMs?: number;
  /** What to do when the file is damaged, as a sentence. */
  readonly wayBack: string;
}

/** For its owner only, with a WAL. @throws DatabaseUnusable naming the file and the way back */
export const openDatabase = (file: string, options: DatabaseOptions): DatabaseSync => {
  const { readOnly = false, patienceMs = 5_000, wayBack } = options;
  let db: DatabaseSync | undefined;
  try {
    if (!existsSync(file)) make(file, options);
    refuseEmpty(file, wayBack);
    if (!readOnly) keepFromOthers(file);
    if (options.guardsWal && !readOnly) refuseWithoutWal(file);
    db = new DatabaseSync(file, { readOnly, timeout: patienceMs });
    prepare(db, file, options);
    return db;
  } catch (error) {
    db?.close();
    throw unusable(error, file, wayBack);
  }
};

const refuseEmpty = (file: string, wayBack: string): void => {
  const found = statSync(file);
  if (!found.isFile()) throw new DatabaseUnusable(file, `${file} is no file. ${wayBack}`);
  if (found.size === 0) throw new DatabaseUnusable(file, `${file} is empty. ${wayBack}`, { damaged: true });
};

const keepFromOthers = (file: string): void => {
  const { mode } = statSync(file);
  if ((mode & 0o077) !== 0) chmodSync(file, mode & 0o700);
};

/** Linked into place whole: an empty file at that path is therefore not Linkage's. Another process may be first. */
const make = (file: string, { readOnly, version, create, wayBack }: DatabaseOptions): void => {
  if (existsSync(`${file}-wal`))
    throw new DatabaseUnusable(file, `${file} is missing, but its -wal is there. Put it back beside it. ${wayBack}`);
  if (readOnly) throw new DatabaseUnusable(file, `There is no ${file}. LINKAGE_DATA says where the data folder is.`);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const aside = `${file}.${randomUUID()}`;
  try {
    const db = privateDatabase(aside);
    try {
      db.exec(`PRAGMA synchronous = FULL; BEGIN IMMEDIATE; ${create}; PRAGMA user_version = ${version}; COMMIT;`);
    } finally {
      db.close();
    }
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
};

const prepare = (db: DatabaseSync, file: string, options: DatabaseOptions): void => {
  const { readOnly, synchronous, pragmas = {}, version, upgrades, table, guardsWal, wayBack } = options;
  for (const [name, value] of Object.entries(pragmas)) db.exec(`PRAGMA ${name} = ${value}`);
  const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (found > version)
    throw new DatabaseUnusable(
      file,
      `${file} was written by a newer Linkage (format ${found}, this one knows ${version}). Start the newer one.`,
    );
  const isOurs = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table) !== undefined;
  if (!isOurs)
    throw new DatabaseUnusable(
      file,
      `${file} holds nothing of Linkage: it is the file of another program, or its newer part is missing. ${wayBack}`,
    );
  if (!readOnly) db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous};`);
  lookForDamage(db, file, options);
  if (upgrades && found > 0 && found < version) upgrade(db, file, found, upgrades, readOnly);
  if (guardsWal && !readOnly) markOpen(db, file);
};

/** One transaction per version: after a kill in between, the next start goes on. */
const upgrade = (
  db: DatabaseSync,
  file: string,
  found: number,
  upgrades: readonly string[],
  readOnly: boolean | undefined,
): void => {
  if (readOnly)
    throw new DatabaseUnusable(
      file,
      `${file} was written by an older Linkage (format ${found}). Start this one on it once; it brings the file up to date.`,
    );
  for (const [index, step] of upgrades.entries()) {
    if (index >= found - 1) db.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${index + 2}; COMMIT;`);
  }
};

/** Of a larger file SQLite has compared the length at opening. */
const SMALL_PAGES = 16_384;

const lookForDamage = (db: DatabaseSync, file: string, { checked = 'when small' }: DatabaseOptions): void => {
  if (checked === 'never') return;
  const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count']);
  if (checked === 'when small' && pages > SMALL_PAGES) return;
  const result = db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
  if (result !== 'ok') throw Object.assign(new Error(`${file}: ${String(result)}`), { errcode: 11 });
};

/** What SQLite says of a file that is being opened, as `DatabaseUnusable`; any other error as it is. */
export const unusable = (error: unknown, file: string, wayBack: string): unknown => {
  const trouble = troubleOf(error);
  if (!trouble) return error;
  const damaged = trouble === 'corrupt';
  return new DatabaseUnusable(file, `${sentenceOf(trouble, file)}${damaged ? ` ${wayBack}` : ''}`, {
    cause: error,
    damaged,
  });
};
