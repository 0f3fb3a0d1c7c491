import { pageOf } from '../read-models/page-of';
import type { CollectionShape } from '../read-models/collection-shape';
import type { ReadStore } from '../read-models/read-store.port';
import { at, commitRows, freshCollection, madeUpRow, type MadeUpRow } from './made-up-rows';

export const generationsContract = (storeOf: () => ReadStore, reopen: (() => Promise<void>) | undefined): void => {
  describe('generations', () => {
    const old = madeUpRow({ name: 'Old One' });
    const fresh = madeUpRow({ name: 'New One', status: 'closed' });
    const request = { where: { workspaceId: 'w1' }, sort: [{ field: 'sentAt', direction: 'asc' as const }], limit: 10 };

    /** Version 1 with a row, and the next one started beside it. */
    const changed = async (
      change: Partial<CollectionShape<MadeUpRow>> = { version: 2 },
    ): Promise<CollectionShape<MadeUpRow>> => {
      const first = freshCollection();
      await storeOf().ensure(first);
      await commitRows(storeOf(), first, { a: old }, at(5));
      const next = { ...first, ...change };
      await storeOf().ensure(next);
      return next;
    };
    const served = async (collection: CollectionShape<MadeUpRow>) =>
      (await pageOf(storeOf(), collection, request)).rows.map(({ name }) => name);

    it('serves the old one until the new one is promoted', async () => {
      const [store, collection] = [storeOf(), await changed()];
      expect(await store.checkpoint(collection)).toBeNull();
      expect(await store.load(collection, ['a'])).toEqual(new Map());
      await commitRows(store, collection, { a: fresh, b: fresh }, at(3));
      expect(await served(collection)).toEqual(['Old One']);
      expect(await store.get(collection, 'a')).toEqual(old);
      expect(await store.getMany(collection, ['a', 'b'])).toEqual(new Map([['a', old]]));
      expect(await store.count(collection, { workspaceId: 'w1' })).toBe(1);
      expect((await store.load(collection, ['a'])).get('a')).toEqual({ row: fresh, position: at(3) });
      expect(await store.checkpoint(collection)).toBe(at(3));
      await store.promote(collection);
      expect(await served(collection)).toEqual(['New One', 'New One']);
      expect(await store.count(collection, { workspaceId: 'w1', status: 'closed' })).toBe(2);
      expect(await store.checkpoint(collection)).toBe(at(3));
      await store.promote(collection);
      expect(await served(collection)).toEqual(['New One', 'New One']);
    });

    it('names the collections that serve', async () => {
      const [store, collection] = [storeOf(), await changed()];
      const versionOf = async () => (await store.collections()).find(({ name }) => name === collection.name)?.version;
      expect(await versionOf()).toBe(1);
      await store.promote(collection);
      expect(await versionOf()).toBe(2);
      const names = (await store.collections()).map(({ name }) => name);
      expect(names).toEqual([...names].sort());
    });

    it('goes on building where it was', async () => {
      const [store, collection] = [storeOf(), await changed()];
      await commitRows(store, collection, { a: fresh }, at(3));
      await store.ensure(collection);
      expect(await store.checkpoint(collection)).toBe(at(3));
    });

    it('says which of them a commit writes', async () => {
      const [store, collection] = [storeOf(), await changed()];
      expect(await store.ensure(collection)).toBe('building');
      await store.promote(collection);
      expect(await store.ensure(collection)).toBe('serving');
      await store.rebuild(collection);
      expect(await store.ensure(collection)).toBe('serving');
      expect(await store.ensure(freshCollection())).toBe('serving');
    });

    if (reopen)
      it('goes on building another version after a restart; a rebuild of the same one is forgotten', async () => {
        const [collection, rebuilt] = [await changed(), freshCollection()];
        await commitRows(storeOf(), collection, { a: fresh }, at(3));
        await storeOf().ensure(rebuilt);
        await commitRows(storeOf(), rebuilt, { a: old }, at(5));
        await storeOf().rebuild(rebuilt);
        await reopen();
        expect(await storeOf().checkpoint(collection, 'building')).toBe(at(3));
        expect(await storeOf().checkpoint(rebuilt, 'building')).toBeNull();
        await storeOf().promote(rebuilt);
        expect(await served(rebuilt)).toEqual(['Old One']);
      });

    it('gives up a half-built one for a still newer version', async () => {
      const [store, collection] = [storeOf(), await changed()];
      await commitRows(store, collection, { a: fresh }, at(3));
      const newest = { ...collection, version: 3 };
      await store.ensure(newest);
      expect(await store.checkpoint(newest)).toBeNull();
      expect(await served(newest)).toEqual(['Old One']);
    });

    it('builds anew when the shape changed, and meanwhile finds by fields that the old one did not know', async () => {
      const fields = { ...freshCollection().fields, email: 'text' as const };
      const [store, collection] = [storeOf(), await changed({ fields, indexes: [['workspaceId', 'email']] })];
      expect(await store.checkpoint(collection)).toBeNull();
      const byEmail = {
        where: { workspaceId: 'w1', email: old.email },
        sort: [{ field: 'email', direction: 'asc' as const }],
        limit: 10,
      };
      expect((await pageOf(store, collection, byEmail)).rows).toEqual([old]);
      await commitRows(store, collection, { a: fresh }, at(3));
      await store.promote(collection);
      expect((await pageOf(store, collection, byEmail)).rows).toEqual([fresh]);
    });

    it('can be rebuilt beside itself while it goes on', async () => {
      const [store, collection] = [storeOf(), freshCollection()];
      await store.ensure(collection);
      await commitRows(store, collection, { a: old }, at(5));
      await store.rebuild(collection);
      const building = { collection, checkpoint: at(1), into: 'building' as const };
      await store.commit({ ...building, after: null, changes: [{ key: 'a', row: fresh, position: at(1) }] });
      await commitRows(store, collection, { b: old }, at(6));
      expect(await served(collection)).toEqual(['Old One', 'Old One']);
      expect(await store.checkpoint(collection)).toBe(at(6));
      expect(await store.checkpoint(collection, 'building')).toBe(at(1));
      expect((await store.load(collection, ['a'], 'building')).get('a')?.row).toEqual(fresh);
      await store.promote(collection);
      expect(await served(collection)).toEqual(['New One']);
      expect(await store.checkpoint(collection)).toBe(at(1));
    });
  });
};
