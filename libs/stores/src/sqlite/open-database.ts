import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { privateDatabase } from './private-database';
import { sentenceOf, StoreUnusable, troubleOf } from './sqlite-errors';
import { markOpen, refuseWithoutWal } from './wal-guard';

export interface DatabaseOptions {
  readonly readOnly: boolean;
  /**
   * FULL: on the disk before COMMIT returns. NORMAL: survives a killed process; a power cut may cost the last
   * commits.
   */
  readonly synchronous: 'FULL' | 'NORMAL';
  /** Bytes of the file that are memory-mapped. A disk error in them ends the process. */
  readonly mapped: number;
  /** Version of the tables; a file of a newer program is refused. */
  readonly version: number;
  readonly create: string;
  /** SQL from version 1 to 2, from 2 to 3 … */
  readonly upgrades?: readonly string[];
  /** A table that every version has: a file without it belongs to another program. */
  readonly table: string;
  /** Refuses a database that was not closed and has lost its WAL. The caller that closes it calls `markClosed`. */
  readonly guardsWal?: boolean;
  /** Checks the integrity of a small file; default true. */
  readonly checked?: boolean;
  /** KiB of pages kept in memory; default 64 MiB. */
  readonly cacheKib?: number;
  /** What to do when the file is damaged, as a sentence. */
  readonly wayBack: string;
}

const CACHE_KIB = 64 * 1024;

/** Opens (or makes) a database in WAL mode and checks it. @throws StoreUnusable naming the file and the way back */
export const openDatabase = (file: string, options: DatabaseOptions): DatabaseSync => {
  let db: DatabaseSync | undefined;
  try {
    if (!existsSync(file)) make(file, options);
    const found = statSync(file);
    if (!found.isFile()) throw new StoreUnusable(file, `${file} is no file. ${options.wayBack}`);
    if (found.size === 0) throw new StoreUnusable(file, `${file} is empty. ${options.wayBack}`);
    if (options.guardsWal && !options.readOnly) refuseWithoutWal(file);
    db = new DatabaseSync(file, { readOnly: options.readOnly, timeout: 5_000 });
    prepare(db, file, options);
    return db;
  } catch (error) {
    db?.close();
    throw unusable(error, file, options);
  }
};

const TEMPORARY_CACHE_KIB = 4 * 1024;

/**
 * A database without a name, for this connection alone. It is never read after a crash, so nothing waits for the
 * disk.
 */
export const openTemporaryDatabase = (create: string): DatabaseSync => {
  const db = new DatabaseSync('');
  db.exec(
    `PRAGMA cache_size = -${TEMPORARY_CACHE_KIB}; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; ${create};`,
  );
  return db;
};

/** Made aside and moved into place: an empty file at that path is therefore not Linkage's. */
const make = (file: string, { readOnly, version, create, wayBack }: DatabaseOptions): void => {
  if (existsSync(`${file}-wal`))
    throw new StoreUnusable(file, `${file} is missing, but its -wal is there. Put it back beside it. ${wayBack}`);
  if (readOnly) throw new StoreUnusable(file, `There is no ${file}. LINKAGE_DATA says where the data folder is.`);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const aside = `${file}.new`;
  rmSync(aside, { force: true });
  const db = privateDatabase(aside);
  try {
    db.exec(`BEGIN IMMEDIATE; ${create}; PRAGMA user_version = ${version}; COMMIT;`);
  } finally {
    db.close();
  }
  renameSync(aside, file);
};

const prepare = (db: DatabaseSync, file: string, options: DatabaseOptions): void => {
  const {
    readOnly,
    synchronous,
    mapped,
    version,
    upgrades = [],
    table,
    guardsWal,
    wayBack,
    checked = true,
    cacheKib = CACHE_KIB,
  } = options;
  db.exec(`PRAGMA cache_size = -${cacheKib}; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = ${mapped};`);
  const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (found > version) {
    throw new StoreUnusable(
      file,
      `${file} was written by a newer Linkage (format ${found}, this one knows ${version}). Start the newer one.`,
    );
  }
  const isOurs = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table) !== undefined;
  if (!isOurs)
    throw new StoreUnusable(
      file,
      `${file} holds nothing of Linkage: it is the file of another program, or its newer part is missing. ${wayBack}`,
    );
  if (!readOnly)
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; PRAGMA wal_autocheckpoint = 0;`);
  if (checked) lookForDamage(db, file);
  if (found > 0 && found < version) upgrade(db, file, { readOnly, found, upgrades });
  if (guardsWal && !readOnly) markOpen(db, file);
};

/** One transaction per version: after a kill in between, the next start goes on. */
const upgrade = (
  db: DatabaseSync,
  file: string,
  { readOnly, found, upgrades }: { readOnly: boolean; found: number; upgrades: readonly string[] },
): void => {
  if (readOnly)
    throw new StoreUnusable(
      file,
      `${file} was written by an older Linkage (format ${found}). Start this one on it once; it brings the file up to date.`,
    );
  for (const [index, step] of upgrades.entries()) {
    if (index >= found - 1) db.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${index + 2}; COMMIT;`);
  }
};

/**
 * A full check reads everything, so it is for small files; of a large one SQLite has compared the length at opening.
 */
const SMALL_PAGES = 16_384;

const lookForDamage = (db: DatabaseSync, file: string): void => {
  const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count']);
  if (pages > SMALL_PAGES) return;
  const result = db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
  if (result !== 'ok') throw Object.assign(new Error(`${file}: ${String(result)}`), { errcode: 11 });
};

const unusable = (error: unknown, file: string, { wayBack }: DatabaseOptions): unknown => {
  const trouble = troubleOf(error);
  if (!trouble) return error;
  return new StoreUnusable(file, `${sentenceOf(trouble, file)}${trouble === 'corrupt' ? ` ${wayBack}` : ''}`, {
    cause: error,
  });
};
