import { basename } from 'node:path';
import type { CollectionShape } from '@linkage/event-sourcing';
import { type DatabaseSync, WalCheckpoints } from '@linkage/sqlite';
import type { GenerationFiles } from './generation-files';
import { GenerationTables } from './generation-tables';
import { OWN_ID } from './schema';
import type { TableShape } from './table-shape';
import { createTables, dropTables } from './tables';

/** Appends wait while the disk takes one portion: with eight times as much 25 ms instead of 4, folding no faster. */
const WAL_BYTES = 1024 * 1024;

interface Registry {
  readonly db: DatabaseSync;
  readonly path: string;
  readonly wal?: WalCheckpoints | undefined;
}

interface GenerationRow {
  readonly id: number;
  readonly shape: string;
  readonly file: string | null;
}

export class GenerationStorage {
  private readonly opened = new Map<string, GenerationTables>();

  /** @param files undefined: a store without a folder keeps all generations in the registry's file */
  constructor(
    private readonly registry: Registry,
    private readonly files: GenerationFiles | undefined,
  ) {}

  freshName(collection: string): string | undefined {
    return this.files?.freshName(collection);
  }

  exists(file: string): boolean {
    return this.files?.exists(file) ?? false;
  }

  removeStrays(registered: ReadonlySet<string>): void {
    this.files?.removeStrays(registered);
  }

  /** On the disk before it is registered. */
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

  /** Call it within a transaction of the registry. */
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

  /** Call it within the transaction that unregisters it, because its number may be given again. */
  dropBeside({ place: { db, id, name } }: GenerationTables): void {
    if (name === undefined) db.exec(dropTables(id));
  }

  /** Call it when no reader can find it any more. */
  dropFile({ place: { name } }: GenerationTables): void {
    if (name === undefined) return;
    this.close(name);
    this.required().remove(name);
  }

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

  trouble(): string | null {
    for (const { place } of this.opened.values()) if (place.wal?.trouble) return place.wal.trouble;
    return null;
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
