import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sentenceOf, StoreUnusable, troubleOf } from './sqlite-errors';

export interface DatabaseOptions {
  readonly readOnly: boolean;
  /** FULL: on the disk before COMMIT returns. NORMAL: survives a killed process, a power cut may cost the last commits. */
  readonly synchronous: 'FULL' | 'NORMAL';
  /** Bytes of the file that are read through the operating system's memory instead of by calls. A disk error in them ends the process. */
  readonly mapped: number;
  /** Version of the tables; a file that a newer program wrote is refused. */
  readonly version: number;
  readonly create: string;
  /** From version n (the key) to n + 1. */
  readonly upgrades?: Readonly<Record<number, string>>;
  /** KiB of pages kept in memory; default 64 MiB. */
  readonly cacheKib?: number;
  /** What to do when the file is damaged, as a sentence. */
  readonly wayBack: string;
}

const CACHE_KIB = 64 * 1024;

/** Opens (or makes) a database in WAL mode and looks whether it is whole. @throws StoreUnusable naming the file and the way back */
export const openDatabase = (file: string, options: DatabaseOptions): DatabaseSync => {
  let db: DatabaseSync | undefined;
  try {
    if (!options.readOnly) mkdirSync(dirname(file), { recursive: true });
    db = new DatabaseSync(file, { readOnly: options.readOnly, timeout: 5_000 });
    prepare(db, file, options);
    return db;
  } catch (error) {
    db?.close();
    throw unusable(error, file, options);
  }
};

const prepare = (db: DatabaseSync, file: string, options: DatabaseOptions): void => {
  const { readOnly, synchronous, mapped, version, create, cacheKib = CACHE_KIB } = options;
  db.exec(`PRAGMA cache_size = -${cacheKib}; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = ${mapped};`);
  if (!readOnly) db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; PRAGMA wal_autocheckpoint = 0;`);
  const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (found > version) {
    throw new StoreUnusable(file, `${file} was written by a newer Linkage (format ${found}, this one knows ${version}). Start the newer one.`);
  }
  if (found === 0 && readOnly) throw new StoreUnusable(file, `${file} is empty and opened for reading only.`);
  if (found === 0) db.exec(`BEGIN IMMEDIATE; ${create}; PRAGMA user_version = ${version}; COMMIT;`);
  else if (found < version) upgrade(db, file, found, options);
  lookForDamage(db, file);
};

const upgrade = (db: DatabaseSync, file: string, found: number, { readOnly, version, upgrades = {} }: DatabaseOptions): void => {
  if (readOnly) throw new StoreUnusable(file, `${file} was written by an older Linkage (format ${found}, this one knows ${version}). Start the server once: it brings the file up to date.`);
  const steps = Array.from({ length: version - found }, (_, index) => upgrades[found + index] ?? '');
  db.exec(`BEGIN IMMEDIATE; ${steps.join('; ')}; PRAGMA user_version = ${version}; COMMIT;`);
};

/** A whole check reads everything, so it is for small files; of a large one SQLite itself has compared the length at opening. */
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
  return new StoreUnusable(file, `${sentenceOf(trouble, file)}${trouble === 'corrupt' ? ` ${wayBack}` : ''}`, { cause: error });
};
