import { basename } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { CollectionShape } from '@linkage/event-sourcing';
import { WalCheckpoints } from '../sqlite/wal-checkpoints';
import type { GenerationFiles } from './generation-files';
import { GenerationTables } from './generation-tables';
import { OWN_ID } from './schema';
import type { TableShape } from './table-shape';
import { createTables, dropTables } from './tables';

/**
 * Rows are moved from the WAL in small portions: while the disk takes one, whoever appends facts waits for it, too. Eight times as much at once makes
 * them wait for 25 ms instead of 4, and folds no faster.
 */
const WAL_BYTES = 1024 * 1024;

/** A database as a person and SQLite know it, with what moves its WAL. */
interface Registry {
  readonly db: DatabaseSync;
  readonly path: string;
  readonly wal?: WalCheckpoints | undefined;
}

/** What the list of generations says of one. */
interface GenerationRow {
  readonly id: number;
  readonly shape: string;
  readonly file: string | null;
}

/** Opens, makes and drops the tables of generations, wherever they are. */
export class GenerationStorage {
  private readonly opened = new Map<string, GenerationTables>();

  /** @param files undefined: a store without a folder, whose generations all stand beside the registry */
  constructor(
    private readonly registry: Registry,
    private readonly files: GenerationFiles | undefined,
  ) {}

  /** undefined: the next generation stands beside the registry. */
  freshName(collection: string): string | undefined {
    return this.files?.freshName(collection);
  }

  exists(file: string): boolean {
    return this.files?.exists(file) ?? false;
  }

  removeStrays(registered: ReadonlySet<string>): void {
    this.files?.removeStrays(registered);
  }

  /** An empty generation in a file of its own, on the disk before anybody is told of it. */
  make(name: string, { name: collection, version }: CollectionShape, shape: TableShape): void {
    const files = this.required();
    const db = files.open(name);
    db.exec(`BEGIN IMMEDIATE; ${createTables(OWN_ID, shape)}`);
    db.prepare('INSERT INTO generations (id, name, version, shape, serving) VALUES (?, ?, ?, ?, 1)').run(
      OWN_ID,
      collection,
      version,
      JSON.stringify(shape),
    );
    db.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
  }

  /** Within a transaction of the registry. */
  makeBeside(id: number, shape: TableShape): void {
    this.registry.db.exec(createTables(id, shape));
  }

  open({ id, shape, file }: GenerationRow): GenerationTables {
    const parsed = JSON.parse(shape) as TableShape;
    if (file === null) return new GenerationTables({ ...this.registry, id }, parsed);
    const known = this.opened.get(file);
    if (known) return known;
    const files = this.required();
    const path = files.pathOf(file);
    const tables = new GenerationTables(
      { db: files.open(file), id: OWN_ID, name: file, path, wal: new WalCheckpoints(path, WAL_BYTES) },
      parsed,
    );
    this.opened.set(file, tables);
    return tables;
  }

  /** Within the transaction that strikes it off: its number may be given again. */
  dropBeside({ place: { db, id, name } }: GenerationTables): void {
    if (name === undefined) db.exec(dropTables(id));
  }

  /** After nobody finds it any more. */
  dropFile({ place: { name } }: GenerationTables): void {
    if (name === undefined) return;
    this.close(name);
    this.required().remove(name);
  }

  /** A file that was never adopted. */
  discard(name: string): void {
    this.required().remove(name);
  }

  pathOf(name: string): string {
    return this.required().pathOf(name);
  }

  nameOf(path: string): string {
    return basename(path);
  }

  closeAllBut(registered: ReadonlySet<string>): void {
    for (const name of [...this.opened.keys()]) if (!registered.has(name)) this.close(name);
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.opened.values()].map(({ place }) => place.wal?.close()));
    this.closeAllBut(new Set());
  }

  private close(name: string): void {
    const tables = this.opened.get(name);
    this.opened.delete(name);
    void tables?.place.wal?.close();
    tables?.place.db.close();
  }

  private required(): GenerationFiles {
    if (!this.files) throw new Error('This store has no folder for generations.');
    return this.files;
  }
}
