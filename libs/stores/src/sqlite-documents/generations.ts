import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { CollectionShape, Generation, Position } from '@linkage/event-sourcing';
import { inTransaction } from '../sqlite/transaction';
import { GenerationTables } from './generation-tables';
import { MissingCollection } from './missing-collection.errors';
import { shapeOf, type TableShape } from './table-shape';
import { createTables, dropTables } from './tables';

interface Registered {
  readonly version: number;
  readonly shape: string;
  readonly tables: GenerationTables;
}

/** Which generations there are. One process writes: what it has looked up stays true until it changes it itself. A reader must look again. */
export class Generations {
  private readonly known = new Map<string, Registered | undefined>();
  private readonly getCheckpoint: StatementSync;
  private readonly setCheckpoint: StatementSync;

  constructor(private readonly db: DatabaseSync) {
    this.getCheckpoint = db.prepare('SELECT checkpoint FROM generations WHERE id = ?');
    this.setCheckpoint = db.prepare('UPDATE generations SET checkpoint = ? WHERE id = ?');
  }

  ensure(collection: CollectionShape): void {
    const serving = this.find(collection.name, 'serving');
    if (!serving) return this.start(collection, 'serving');
    if (isOf(serving, collection)) return;
    const building = this.find(collection.name, 'building');
    if (!building || !isOf(building, collection)) this.start(collection, 'building');
  }

  rebuild(collection: CollectionShape): void {
    this.start(collection, 'building');
  }

  promote({ name }: CollectionShape): void {
    const building = this.find(name, 'building');
    if (!building) return;
    const serving = this.find(name, 'serving');
    inTransaction(this.db, () => {
      if (serving) this.drop(serving.tables.id);
      this.db.prepare('UPDATE generations SET serving = 1 WHERE id = ?').run(building.tables.id);
    });
    this.forget(name);
  }

  /** What readers see. */
  serving({ name }: CollectionShape): GenerationTables {
    return this.required(name, 'serving').tables;
  }

  /** Every collection that serves, by name. */
  allServing(): readonly CollectionShape[] {
    const rows = this.db.prepare('SELECT name, version, shape FROM generations WHERE serving = 1 ORDER BY name').all();
    return rows.map(({ name, version, shape }) => ({ name: String(name), version: Number(version), ...(JSON.parse(String(shape)) as TableShape) }));
  }

  /** What a commit of this collection writes. */
  written(collection: CollectionShape, wanted?: Generation): GenerationTables {
    if (wanted) return this.required(collection.name, wanted).tables;
    const serving = this.required(collection.name, 'serving');
    return isOf(serving, collection) ? serving.tables : this.required(collection.name, 'building').tables;
  }

  checkpoint({ id }: GenerationTables): Position | null {
    return (this.getCheckpoint.get(id)?.['checkpoint'] as Position | null | undefined) ?? null;
  }

  /** Within a transaction. */
  moveCheckpoint({ id }: GenerationTables, checkpoint: Position): void {
    this.setCheckpoint.run(checkpoint, id);
  }

  /** Makes the tables anew, empty. */
  clear(collection: CollectionShape): void {
    const tables = this.written(collection);
    inTransaction(this.db, () => {
      this.db.exec(dropTables(tables.id));
      this.db.exec(createTables(tables.id, tables.shape));
      this.setCheckpoint.run(null, tables.id);
    });
    this.forget(collection.name);
  }

  /** Forgets what was looked up. */
  lookAgain(): void {
    this.known.clear();
  }

  private start(collection: CollectionShape, as: Generation): void {
    const shape = shapeOf(collection);
    inTransaction(this.db, () => {
      const old = this.find(collection.name, as);
      if (old) this.drop(old.tables.id);
      const { lastInsertRowid } = this.db.prepare('INSERT INTO generations (name, version, shape, serving) VALUES (?, ?, ?, ?)')
        .run(collection.name, collection.version, JSON.stringify(shape), servingOf(as));
      this.db.exec(createTables(Number(lastInsertRowid), shape));
    });
    this.forget(collection.name);
  }

  private drop(id: number): void {
    this.db.exec(dropTables(id));
    this.db.prepare('DELETE FROM generations WHERE id = ?').run(id);
  }

  private required(name: string, as: Generation): Registered {
    const found = this.find(name, as);
    if (!found) throw new MissingCollection(name, as);
    return found;
  }

  private find(name: string, as: Generation): Registered | undefined {
    const key = `${as} ${name}`;
    if (this.known.has(key)) return this.known.get(key);
    const row = this.db.prepare('SELECT id, version, shape FROM generations WHERE name = ? AND serving = ?').get(name, servingOf(as));
    const found = row && this.registered(row as unknown as { id: number; version: number; shape: string });
    this.known.set(key, found);
    return found;
  }

  private registered({ id, version, shape }: { id: number; version: number; shape: string }): Registered {
    return { version, shape, tables: new GenerationTables(this.db, id, JSON.parse(shape) as TableShape) };
  }

  private forget(name: string): void {
    this.known.delete(`serving ${name}`);
    this.known.delete(`building ${name}`);
  }
}

const servingOf = (generation: Generation): 0 | 1 => (generation === 'serving' ? 1 : 0);

const isOf = ({ version, shape }: Registered, collection: CollectionShape): boolean =>
  version === collection.version && shape === JSON.stringify(shapeOf(collection));
