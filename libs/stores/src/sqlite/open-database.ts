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

const TEMPORARY_CACHE_KIB = 4 * 1024;

/** A database without a name, of this connection alone. It is never read after a crash, so nothing waits for the disk. */
export const openTemporaryDatabase = (create: string): DatabaseSync => {
  const db = new DatabaseSync('');
  db.exec(`PRAGMA cache_size = -${TEMPORARY_CACHE_KIB}; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; ${create};`);
  return db;
};

const prepare = (db: DatabaseSync, file: string, { readOnly, synchronous, mapped, version, create }: DatabaseOptions): void => {
  db.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = ${mapped};`);
  if (!readOnly) db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; PRAGMA wal_autocheckpoint = 0;`);
  const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (found > version) {
    throw new StoreUnusable(file, `${file} was written by a newer Linkage (format ${found}, this one knows ${version}). Start the newer one.`);
  }
  if (found === 0 && readOnly) throw new StoreUnusable(file, `${file} is empty and opened for reading only.`);
  if (found === 0) db.exec(`BEGIN IMMEDIATE; ${create}; PRAGMA user_version = ${version}; COMMIT;`);
  lookForDamage(db, file);
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
