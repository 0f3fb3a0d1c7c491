import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { type CollectionShape, pageOf, type PageRequest, ReadStoreUnavailable } from '@linkage/event-sourcing';
import {
  at,
  commitNext,
  commitRows,
  freshCollection,
  madeUpRow,
  readStoreContract,
} from '@linkage/event-sourcing/testing';
import { DatabaseUnusable } from '@linkage/sqlite';
import { temporaryFolder } from '../testing';
import { shapeOf } from './table-shape';
import { createTables } from './tables';
import type { Place } from './generation-tables';
import type { Generations } from './generations';
import { SqliteReadStore } from './sqlite-read-store';

describe('SqliteReadStore', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  const file = (): string => folder.file('documents.db');
  const open = async () => SqliteReadStore.open(file());
  const placeOf = (store: SqliteReadStore, collection: CollectionShape): Place =>
    (store as unknown as { generations: Generations }).generations.serving(collection).place;
  /** The files of generations, without those that SQLite keeps beside them. */
  const generationFiles = (): readonly string[] =>
    readdirSync(folder.path).filter((name) => name.includes('.g-') && !/-(wal|shm)$/.test(name));

  readStoreContract(open, {
    reopen: async (store) => {
      await store.close();
      return open();
    },
  });

  describe('a temporary one', () => readStoreContract(async () => SqliteReadStore.temporary()));

  describe('the way to a page', () => {
    /** What SQLite does for the statements that reading this page takes. */
    const plansOf = async (request: PageRequest): Promise<string> => {
      const [store, collection] = [await open(), freshCollection()];
      await store.ensure(collection);
      await commitRows(store, collection, {
        a: madeUpRow({ sentAt: '1' }),
        b: madeUpRow({ sentAt: '2' }),
        c: madeUpRow({ sentAt: '3' }),
      });
      const { next } = await pageOf(store, collection, { ...request, limit: 1 });
      const statements: string[] = [];
      const { db } = placeOf(store, collection);
      const prepare = db.prepare.bind(db);
      db.prepare = (sql, options) => {
        statements.push(sql);
        return prepare(sql, options);
      };
      await pageOf(store, collection, { ...request, cursor: next ?? '' });
      const plans = statements.flatMap((sql) => {
        const values = Array<number>(sql.split('?').length - 1).fill(1);
        return prepare(`EXPLAIN QUERY PLAN ${sql}`)
          .all(...values)
          .map(({ detail }) => String(detail));
      });
      await store.close();
      expect(statements.length).toBeGreaterThan(0);
      return plans.join('\n');
    };
    const bySentAt = { sort: [{ field: 'sentAt', direction: 'desc' as const }], limit: 2 };

    it('is one range of an index, without sorting, also behind a cursor', async () => {
      const plans = await plansOf({ where: { workspaceId: 'w1', status: 'open' }, ...bySentAt });
      expect(plans).toMatch(
        /USING INDEX rows_\d+_by_0 \(f_workspaceId=\? AND f_status=\? AND f_sentAt=\? AND key<\?\)/,
      );
      expect(plans).toMatch(/f_sentAt<\?/);
      expect(plans).not.toMatch(/SCAN|TEMP B-TREE/);
    });

    it('of several values of a filter reads only the indexes, until the page is merged', async () => {
      const plans = await plansOf({ where: { workspaceId: 'w1', status: { in: ['open', 'closed'] } }, ...bySentAt });
      expect(plans).toMatch(/USING COVERING INDEX rows_\d+_by_0/);
      expect(plans).not.toMatch(/SCAN rows/);
    });
  });

  it('refuses an index or a count of a field that is not declared', async () => {
    const store = await open();
    await expect(store.ensure(freshCollection({ fields: {}, counts: [] }))).rejects.toThrow(
      'workspaceId is indexed or counted but not declared',
    );
    await store.close();
  });

  it('says what the disk cannot, and works again afterwards', async () => {
    const [store, collection] = [await open(), freshCollection()];
    await store.ensure(collection);
    const { db, path } = placeOf(store, collection);
    db.exec('PRAGMA max_page_count = 1');
    const rows = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, madeUpRow()]));
    await expect(commitRows(store, collection, rows)).rejects.toEqual(
      new ReadStoreUnavailable(`${path} cannot grow: the disk is full.`),
    );
    expect(await store.checkpoint(collection)).toBeNull();
    db.exec('PRAGMA max_page_count = 1000000');
    await commitRows(store, collection, rows, at(2));
    expect(await store.count(collection, { workspaceId: 'w1' })).toBe(500);
    await store.close();
    await expect(store.get(collection, 'k1')).rejects.toBeInstanceOf(ReadStoreUnavailable);
  });

  it('lets others read, not write', async () => {
    const [store, collection] = [await open(), freshCollection()];
    expect(() => SqliteReadStore.open(file())).toThrow(/documents\.db is in use/);
    await store.ensure(collection);
    await commitRows(store, collection, { a: madeUpRow() });
    const reader = SqliteReadStore.open(file(), { readOnly: true });
    expect(await reader.get(collection, 'a')).toEqual(madeUpRow());
    await expect(commitRows(reader, collection, { a: null })).rejects.toBeInstanceOf(ReadStoreUnavailable);
    await store.rebuild(collection);
    await commitNext(store, { collection, changes: [], checkpoint: at(2), into: 'building' });
    await store.promote(collection);
    expect(await reader.get(collection, 'a')).toBeUndefined();
    await reader.close();
    await store.close();
    await (await open()).close();
  });

  it('refuses a damaged file, with the way back', async () => {
    const [store, collection] = [await open(), freshCollection()];
    await store.ensure(collection);
    await commitRows(
      store,
      collection,
      Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`k${index}`, madeUpRow()])),
    );
    const { path } = placeOf(store, collection);
    await store.close();
    const whole = readFileSync(path);
    writeFileSync(path, Buffer.from(whole).fill(0x5a, 4096 * 3, 4096 * 3 + 200));
    await expect(open()).rejects.toThrow(`${path} is damaged. Stop Linkage and remove this file`);
    await expect(open()).rejects.toBeInstanceOf(DatabaseUnusable);
    writeFileSync(path, whole);
    writeFileSync(file(), readFileSync(file()).fill(0x5a, 4096, 4096 + 200));
    await expect(open()).rejects.toThrow(/documents\.db is damaged\. .*remove this file/);
  });

  it('begins a collection anew whose file was removed', async () => {
    const [store, collection] = [await open(), freshCollection()];
    await store.ensure(collection);
    await commitRows(store, collection, { a: madeUpRow() });
    const { path } = placeOf(store, collection);
    await store.close();
    rmSync(path);
    const again = await open();
    await again.ensure(collection);
    expect(await again.checkpoint(collection)).toBeNull();
    expect(await again.count(collection, {})).toBe(0);
    await again.close();
  });

  it('keeps one file for each generation, and none of a build that died', async () => {
    const [store, collection] = [await open(), freshCollection()];
    await store.ensure(collection);
    await commitRows(store, collection, { a: madeUpRow() });
    await store.rebuild(collection);
    expect(generationFiles()).toHaveLength(2);
    await store.promote(collection);
    expect(generationFiles()).toHaveLength(1);
    const place = (await store.shadowBuilds?.reserve(collection)) ?? '';
    const build = await store.shadowBuilds?.open(collection, place);
    await build?.write([{ key: 'a', row: madeUpRow(), position: at(1) }]);
    await build?.abandon();
    expect(generationFiles()).toHaveLength(2);
    await store.close();
    await (await open()).close();
    expect(generationFiles()).toHaveLength(1);
  });

  it('without a folder keeps all of it in memory', async () => {
    const [store, collection] = [SqliteReadStore.temporary(), freshCollection()];
    await store.ensure(collection);
    await commitRows(store, collection, { a: madeUpRow() });
    await store.rebuild(collection);
    await store.promote(collection);
    expect(store.shadowBuilds).toBeUndefined();
    expect(await store.count(collection, {})).toBe(0);
    await store.close();
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('reads what format 1 kept beside its list, and drops it when it is replaced', async () => {
    const collection = freshCollection();
    const old = new DatabaseSync(file());
    const shape = shapeOf(collection);
    old.exec(`CREATE TABLE generations (id INTEGER PRIMARY KEY, name TEXT NOT NULL, version INTEGER NOT NULL, shape TEXT NOT NULL, serving INTEGER NOT NULL,
      checkpoint TEXT, UNIQUE (name, serving)) STRICT; CREATE TABLE positions (name TEXT PRIMARY KEY, position TEXT NOT NULL) STRICT;
      ${createTables(7, shape)} PRAGMA user_version = 1`);
    old.prepare('INSERT INTO generations VALUES (7, ?, 1, ?, 1, ?)').run(collection.name, JSON.stringify(shape), '3');
    old.close();
    const store = await open();
    await store.ensure(collection);
    expect(await store.checkpoint(collection)).toBe('3');
    await commitRows(store, collection, { a: madeUpRow() }, at(4));
    expect(await store.get(collection, 'a')).toEqual(madeUpRow());
    await store.rebuild(collection);
    await store.promote(collection);
    expect(await store.checkpoint(collection)).toBeNull();
    await store.close();
    expect(new DatabaseSync(file()).prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'rows%'").all()).toEqual(
      [],
    );
  });

  it('finds words also in rows whose index another version made, or that are sought in all scopes', async () => {
    const collection = freshCollection();
    const before = await open();
    await before.ensure(collection);
    await commitRows(before, collection, { a: madeUpRow({ name: 'Yuna Park' }), b: madeUpRow({ name: 'Zoë' }) });
    const found = async (store: SqliteReadStore, where: PageRequest['where']) =>
      (await pageOf(store, collection, { where, search: 'par', sort: [], limit: 9 })).rows;
    const { workspaceId } = madeUpRow();
    expect(await found(before, { workspaceId })).toHaveLength(1);
    expect(await found(before, {})).toHaveLength(1);
    const { db } = placeOf(before, collection);
    db.exec(`UPDATE generations SET shape = replace(shape, '"words":"', '"words":"0.')`);
    db.exec(`DELETE FROM search_1`);
    await before.close();
    const registry = new DatabaseSync(file());
    registry.exec(`UPDATE generations SET shape = replace(shape, '"words":"', '"words":"0.')`);
    registry.close();
    const store = await open();
    await store.ensure(collection);
    expect(await found(store, { workspaceId })).toHaveLength(1);
    await store.close();
  });
});
