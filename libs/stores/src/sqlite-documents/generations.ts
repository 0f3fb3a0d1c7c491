import type { CollectionShape, Generation } from '@linkage/event-sourcing';
import { type DatabaseSync, inTransaction } from '@linkage/sqlite';
import type { GenerationStorage } from './generation-storage';
import type { GenerationTables } from './generation-tables';
import { MissingCollection } from './missing-collection.errors';
import { shapeOf, type TableShape } from './table-shape';

export interface Registered {
  readonly id: number;
  readonly version: number;
  /** As JSON. */
  readonly shape: string;
  readonly tables: GenerationTables;
}

type Row = Omit<Registered, 'tables'> & { readonly file: string | null };

/** The single writing process may cache the registry; a reader must look again. */
export class Generations {
  private readonly known = new Map<string, Registered | undefined>();

  constructor(
    private readonly db: DatabaseSync,
    private readonly places: GenerationStorage,
  ) {}

  ensure(collection: CollectionShape): Generation {
    const serving = this.find(collection.name, 'serving');
    if (!serving) this.start(collection, 'serving');
    if (!serving || isOf(serving, collection)) return 'serving';
    const building = this.find(collection.name, 'building');
    if (!building || !isOf(building, collection)) this.start(collection, 'building');
    return 'building';
  }

  has({ name }: CollectionShape): boolean {
    return this.find(name, 'serving') !== undefined;
  }

  rebuild(collection: CollectionShape): void {
    this.start(collection, 'building');
  }

  adopt(collection: CollectionShape, file: string): void {
    this.register(collection, 'building', file);
  }

  discard(file: string): void {
    const row = this.db.prepare('SELECT name, serving FROM generations WHERE file = ?').get(file);
    if (!row) this.places.discard(file);
    else if (row['serving'] === 0) this.giveUpBuilding(String(row['name']));
  }

  promote({ name }: CollectionShape): void {
    const building = this.find(name, 'building');
    if (!building) return;
    const serving = this.find(name, 'serving');
    inTransaction(this.db, () => {
      if (serving) this.unregister(serving);
      this.db.prepare('UPDATE generations SET serving = 1 WHERE id = ?').run(building.id);
    });
    this.forget(name);
    if (serving) this.places.dropFile(serving.tables);
  }

  serving({ name }: CollectionShape): GenerationTables {
    return this.required(name, 'serving').tables;
  }

  allServing(): readonly CollectionShape[] {
    const rows = this.db.prepare('SELECT name, version, shape FROM generations WHERE serving = 1 ORDER BY name').all();
    return rows.map(({ name, version, shape }) => ({
      name: String(name),
      version: Number(version),
      ...(JSON.parse(String(shape)) as TableShape),
    }));
  }

  written(collection: CollectionShape, wanted?: Generation): GenerationTables {
    if (wanted) return this.required(collection.name, wanted).tables;
    const serving = this.required(collection.name, 'serving');
    return isOf(serving, collection) ? serving.tables : this.required(collection.name, 'building').tables;
  }

  clear(collection: CollectionShape): void {
    const serving = this.required(collection.name, 'serving');
    this.start(collection, isOf(serving, collection) ? 'serving' : 'building');
  }

  /** Finds a damaged one at the start; unregisters lost and interrupted ones, and removes unknown files. */
  openAll(): void {
    const rows = this.db.prepare('SELECT id, name, serving, file FROM generations').all() as unknown as (Row & {
      name: string;
      serving: number;
    })[];
    const there = rows.filter(({ file }) => file === null || this.places.exists(file));
    for (const { id } of rows)
      if (!there.some((row) => row.id === id)) this.db.prepare('DELETE FROM generations WHERE id = ?').run(id);
    this.places.removeStrays(new Set(there.flatMap(({ file }) => file ?? [])));
    for (const { name, serving } of there) this.find(name, serving === 1 ? 'serving' : 'building');
    for (const { name, serving } of there) if (serving === 0 && this.isRebuild(name)) this.giveUpBuilding(name);
  }

  /** Another process may have swapped a generation. */
  lookAgain(): void {
    this.known.clear();
    const rows = this.db.prepare('SELECT file FROM generations').all();
    this.places.closeAllBut(new Set(rows.flatMap(({ file }) => (typeof file === 'string' ? [file] : []))));
  }

  private start(collection: CollectionShape, as: Generation): void {
    const shape = shapeOf(collection);
    const file = this.places.freshName(collection.name);
    if (file !== undefined) this.places.make(file, collection, shape);
    this.register(collection, as, file ?? null);
  }

  /** The old file goes last: what a dying process leaves is unknown, and removed at the next start. */
  private register(collection: CollectionShape, as: Generation, file: string | null): void {
    const shape = shapeOf(collection);
    const old = this.find(collection.name, as);
    inTransaction(this.db, () => {
      if (old) this.unregister(old);
      const { lastInsertRowid } = this.db
        .prepare('INSERT INTO generations (name, version, shape, serving, file) VALUES (?, ?, ?, ?, ?)')
        .run(collection.name, collection.version, JSON.stringify(shape), servingOf(as), file);
      if (file === null) this.places.makeBeside(Number(lastInsertRowid), shape);
    });
    this.forget(collection.name);
    if (old) this.places.dropFile(old.tables);
  }

  /** It lacks what the serving one was told since; one of another version goes on by itself. */
  private isRebuild(name: string): boolean {
    const [serving, building] = [this.find(name, 'serving'), this.find(name, 'building')];
    return serving?.version === building?.version && serving?.shape === building?.shape;
  }

  private giveUpBuilding(name: string): void {
    const building = this.required(name, 'building');
    inTransaction(this.db, () => this.unregister(building));
    this.forget(name);
    this.places.dropFile(building.tables);
  }

  private unregister({ id, tables }: Registered): void {
    this.db.prepare('DELETE FROM generations WHERE id = ?').run(id);
    this.places.dropBeside(tables);
  }

  private required(name: string, as: Generation): Registered {
    const found = this.find(name, as);
    if (!found) throw new MissingCollection(name, as);
    return found;
  }

  private find(name: string, as: Generation): Registered | undefined {
    const key = `${as} ${name}`;
    if (this.known.has(key)) return this.known.get(key);
    const row = this.db
      .prepare('SELECT id, version, shape, file FROM generations WHERE name = ? AND serving = ?')
      .get(name, servingOf(as)) as Row | undefined;
    const found = row && { id: row.id, version: row.version, shape: row.shape, tables: this.places.open(row) };
    this.known.set(key, found);
    return found;
  }

  private forget(name: string): void {
    this.known.delete(`serving ${name}`);
    this.known.delete(`building ${name}`);
  }
}

const servingOf = (generation: Generation): 0 | 1 => (generation === 'serving' ? 1 : 0);

const isOf = ({ version, shape }: Registered, collection: CollectionShape): boolean =>
  version === collection.version && shape === JSON.stringify(shapeOf(collection));
