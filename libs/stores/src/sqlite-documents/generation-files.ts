import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type DatabaseSync, openDatabase } from '@linkage/sqlite';
import { storePragmas } from '../store-pragmas';
import { DOCUMENTS_VERSION, documentsSchema, documentsUpgrades } from './schema';

/** The most that SQLite can map: a system call for each row of a sorted page doubles its time. */
export const MAPPED = 2 ** 31 - 65_536;

/** Reads go through the mapped file. */
const CACHE_KIB = 16 * 1024;

export const WAY_BACK = 'Stop Linkage and remove this file with its -wal and -shm: it is built again from the log.';

/** `documents.db.g-<collection>-<8 letters>` beside the registry. A name is never used twice. */
export class GenerationFiles {
  private readonly folder: string;
  private readonly prefix: string;
  /** Needs no check, which blocks the main thread as long as a hundred commands. */
  private readonly fresh = new Set<string>();

  constructor(
    registry: string,
    private readonly readOnly: boolean,
  ) {
    this.folder = dirname(registry);
    this.prefix = `${basename(registry)}.g-`;
  }

  freshName(collection: string): string {
    const name = `${this.prefix}${collection.replace(/[^\w-]/g, '_')}-${randomBytes(4).toString('hex')}`;
    this.fresh.add(name);
    return name;
  }

  pathOf(name: string): string {
    return join(this.folder, name);
  }

  exists(name: string): boolean {
    return existsSync(this.pathOf(name));
  }

  open(name: string): DatabaseSync {
    return openDatabase(this.pathOf(name), {
      readOnly: this.readOnly,
      synchronous: 'NORMAL',
      pragmas: storePragmas({ cacheKib: CACHE_KIB, mapped: MAPPED }),
      version: DOCUMENTS_VERSION,
      create: documentsSchema,
      upgrades: documentsUpgrades,
      table: 'generations',
      wayBack: WAY_BACK,
      checked: this.fresh.has(name) ? 'never' : 'when small',
    });
  }

  remove(name: string): void {
    this.fresh.delete(name);
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${this.pathOf(name)}${ending}`, { force: true });
  }

  /** Interrupted builds, and generations dropped as the process died. */
  removeStrays(registered: ReadonlySet<string>): void {
    const files = readdirSync(this.folder).filter((file) => file.startsWith(this.prefix));
    const names = new Set(files.map((file) => file.replace(/-(wal|shm|journal)$/, '')));
    for (const name of names) if (!registered.has(name)) this.remove(name);
  }
}
