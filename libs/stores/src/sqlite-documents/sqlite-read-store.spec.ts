import { readFileSync, writeFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { type PageRequest, ReadStoreUnavailable } from '@linkage/event-sourcing';
import { at, commitRows, freshCollection, madeUpRow, readStoreContract } from '@linkage/event-sourcing/testing';
import { StoreUnusable } from '../sqlite/sqlite-errors';
import { temporaryFolder } from '../testing';
import { SqliteReadStore } from './sqlite-read-store';

describe('SqliteReadStore', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => { folder = temporaryFolder(); });
  afterEach(() => folder.remove());

  const file = (): string => folder.file('documents.db');
  const open = async () => SqliteReadStore.open(file());
  const databaseOf = (store: SqliteReadStore): DatabaseSync => (store as unknown as { db: DatabaseSync }).db;

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
      await commitRows(store, collection, { a: madeUpRow({ sentAt: '1' }), b: madeUpRow({ sentAt: '2' }), c: madeUpRow({ sentAt: '3' }) });
      const { next } = await store.page(collection, { ...request, limit: 1 });
      const statements: string[] = [];
      const prepare = databaseOf(store).prepare.bind(databaseOf(store));
      databaseOf(store).prepare = (sql, options) => {
        statements.push(sql);
        return prepare(sql, options);
      };
      await store.page(collection, { ...request, cursor: next ?? '' });
      const plans = statements.flatMap((sql) => {
        const values = Array<number>(sql.split('?').length - 1).fill(1);
        return prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values).map(({ detail }) => String(detail));
      });
      await store.close();
      expect(statements.length).toBeGreaterThan(0);
      return plans.join('\n');
    };
    const bySentAt = { sort: [{ field: 'sentAt', direction: 'desc' as const }], limit: 2 };

    it('is one range of an index, without sorting, also behind a cursor', async () => {
      const plans = await plansOf({ where: { workspaceId: 'w1', status: 'open' }, ...bySentAt });
      expect(plans).toMatch(/USING INDEX rows_\d+_by_0 \(f_workspaceId=\? AND f_status=\? AND f_sentAt=\? AND key<\?\)/);
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
    await expect(store.ensure(freshCollection({ fields: {}, counts: [] }))).rejects.toThrow('workspaceId is indexed or counted but not declared');
    await store.close();
  });

  it('says what the disk cannot, and works again afterwards', async () => {
    const [store, collection] = [await open(), freshCollection()];
    await store.ensure(collection);
    databaseOf(store).exec('PRAGMA max_page_count = 1');
    const rows = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, madeUpRow()]));
    await expect(commitRows(store, collection, rows)).rejects.toEqual(new ReadStoreUnavailable(`${file()} cannot grow: the disk is full.`));
    expect(await store.checkpoint(collection)).toBeNull();
    databaseOf(store).exec('PRAGMA max_page_count = 1000000');
    await commitRows(store, collection, rows, at(2));
    expect(await store.count(collection, { workspaceId: 'w1' })).toBe(500);
    await store.close();
    await expect(store.get(collection, 'k1')).rejects.toBeInstanceOf(ReadStoreUnavailable);
  });

  it('lets nobody else write, but read', async () => {
    const [store, collection] = [await open(), freshCollection()];
    expect(() => SqliteReadStore.open(file())).toThrow(/documents\.db is in use/);
    await store.ensure(collection);
    await commitRows(store, collection, { a: madeUpRow() });
    const reader = SqliteReadStore.open(file(), { readOnly: true });
    expect(await reader.get(collection, 'a')).toEqual(madeUpRow());
    await expect(commitRows(reader, collection, { a: null })).rejects.toBeInstanceOf(ReadStoreUnavailable);
    await store.rebuild(collection);
    await store.commit({ collection, changes: [], checkpoint: at(2), into: 'building' });
    await store.promote(collection);
    expect(await reader.get(collection, 'a')).toBeUndefined();
    await reader.close();
    await store.close();
    await (await open()).close();
  });

  it('refuses a damaged file, with the way back', async () => {
    const [store, collection] = [await open(), freshCollection()];
    await store.ensure(collection);
    await commitRows(store, collection, Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`k${index}`, madeUpRow()])));
    await store.close();
    const bytes = readFileSync(file());
    writeFileSync(file(), bytes.fill(0x5a, 4096 * 3, 4096 * 3 + 200));
    await expect(open()).rejects.toThrow(/documents\.db is damaged\. .*remove this file/);
    await expect(open()).rejects.toBeInstanceOf(StoreUnusable);
  });
});
