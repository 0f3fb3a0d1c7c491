import { pageOf } from '../read-models/page-of';
import type { CollectionShape } from '../read-models/collection-shape';
import type { ShadowBuilds } from '../read-models/generations.port';
import type { ReadStore } from '../read-models/read-store.port';
import { at, commitRows, freshCollection, madeUpRow, type MadeUpRow, put } from './made-up-rows';

/** For stores that offer shadow builds. */
export const shadowBuildsContract = (storeOf: () => ReadStore, reopen: (() => Promise<void>) | undefined): void => {
  describe('generations built beside', () => {
    const old = madeUpRow({ name: 'Old One' });
    const fresh = madeUpRow({ name: 'Zoë Fresh', status: 'closed' });
    const request = { where: { workspaceId: 'w1' }, sort: [{ field: 'sentAt', direction: 'asc' as const }], limit: 10 };

    const serving = async (): Promise<CollectionShape<MadeUpRow>> => {
      const collection = freshCollection();
      await storeOf().ensure(collection);
      await commitRows(storeOf(), collection, { a: old }, at(5));
      return collection;
    };
    const withBeside = (test: (store: ReadStore, beside: ShadowBuilds) => Promise<void>) => async (): Promise<void> => {
      const { shadowBuilds: beside } = storeOf();
      if (beside) await test(storeOf(), beside);
    };
    const names = async (
      store: ReadStore,
      collection: CollectionShape<MadeUpRow>,
      search?: string,
    ): Promise<readonly string[]> =>
      (await pageOf(store, collection, { ...request, ...(search && { search }) })).rows.map(({ name }) => name);

    it(
      'are invisible before they serve, and then wholly visible',
      withBeside(async (store, beside) => {
        const collection = await serving();
        const place = await beside.reserve(collection);
        const build = await beside.open(collection, place);
        expect(await build.load(['a'])).toEqual(new Map());
        await build.write([
          put('a', old, at(1)),
          put('b', fresh, at(2)),
          put('c', madeUpRow({ workspaceId: 'w2' }), at(2)),
        ]);
        expect(await build.load(['a', 'x'])).toEqual(new Map([['a', { row: old, position: at(1) }]]));
        await build.write([put('a', fresh, at(3)), { key: 'd', row: null, position: at(3) }]);
        await commitRows(store, collection, { e: old }, at(6));
        expect(await names(store, collection)).toEqual(['Old One', 'Old One']);
        await build.finish(at(4));
        expect(await names(store, collection)).toEqual(['Old One', 'Old One']);
        await beside.adopt(collection, place);
        expect(await store.checkpoint(collection, 'building')).toBe(at(4));
        expect(await store.checkpoint(collection)).toBe(at(6));
        await store.promote(collection);
        expect(await names(store, collection)).toEqual(['Zoë Fresh', 'Zoë Fresh']);
        expect(await names(store, collection, 'zoe fr')).toEqual(['Zoë Fresh', 'Zoë Fresh']);
        expect(await store.count(collection, { workspaceId: 'w1' })).toBe(2);
        expect(await store.count(collection, { workspaceId: 'w1', status: 'closed' })).toBe(2);
        expect(await store.count(collection, { workspaceId: 'w1', status: 'open' })).toBe(0);
        expect(await store.count(collection, {})).toBe(3);
        expect(await store.checkpoint(collection)).toBe(at(4));
      }),
    );

    it(
      'are written like every other afterwards',
      withBeside(async (store, beside) => {
        const collection = await serving();
        const place = await beside.reserve(collection);
        const build = await beside.open(collection, place);
        await build.write([put('a', old, at(1)), put('b', old, at(1))]);
        await build.finish(at(4));
        await beside.adopt(collection, place);
        await store.commit({
          collection,
          into: 'building',
          after: at(4),
          checkpoint: at(5),
          changes: [put('a', fresh, at(5)), { key: 'b', row: null, position: at(5) }],
        });
        await store.promote(collection);
        expect(await names(store, collection, 'fresh')).toEqual(['Zoë Fresh']);
        expect(await names(store, collection, 'old')).toEqual([]);
        expect(await store.count(collection, {})).toBe(1);
        expect(await store.checkpoint(collection)).toBe(at(5));
      }),
    );

    it(
      'of an empty log are empty',
      withBeside(async (store, beside) => {
        const collection = await serving();
        const place = await beside.reserve(collection);
        await (await beside.open(collection, place)).finish(null);
        await beside.adopt(collection, place);
        await store.promote(collection);
        expect(await names(store, collection)).toEqual([]);
        expect(await store.checkpoint(collection)).toBeNull();
        expect(await store.count(collection, {})).toBe(0);
      }),
    );

    it(
      'may be of another version and shape than the one that serves',
      withBeside(async (store, beside) => {
        const next = { ...(await serving()), version: 2, counts: [['status']] as const };
        const place = await beside.reserve(next);
        const build = await beside.open(next, place);
        await build.write([put('b', fresh, at(1))]);
        await build.finish(at(1));
        await store.ensure(next);
        await beside.adopt(next, place);
        expect(await store.checkpoint(next)).toBe(at(1));
        await store.promote(next);
        expect(await store.count(next, { status: 'closed' })).toBe(1);
      }),
    );

    it(
      'can be given up half-way',
      withBeside(async (store, beside) => {
        const collection = await serving();
        const place = await beside.reserve(collection);
        const build = await beside.open(collection, place);
        await build.write([put('b', fresh, at(1))]);
        await build.abandon();
        await beside.discard(place);
        expect(await beside.reserve(collection)).not.toBe(place);
        expect(await names(store, collection)).toEqual(['Old One']);
        await store.promote(collection);
        expect(await names(store, collection)).toEqual(['Old One']);
      }),
    );

    /** Complete and adopted; it does not serve yet. */
    const adopted = async (beside: ShadowBuilds, collection: CollectionShape<MadeUpRow>): Promise<string> => {
      const place = await beside.reserve(collection);
      const build = await beside.open(collection, place);
      await build.write([put('b', fresh, at(1))]);
      await build.finish(at(4));
      await beside.adopt(collection, place);
      return place;
    };

    it(
      'can be given up once they are adopted, and are left alone once they serve',
      withBeside(async (store, beside) => {
        const collection = await serving();
        await beside.discard(await adopted(beside, collection));
        expect(await store.checkpoint(collection, 'building')).toBeNull();
        await store.promote(collection);
        expect(await names(store, collection)).toEqual(['Old One']);
        const place = await adopted(beside, collection);
        await store.promote(collection);
        await beside.discard(place);
        await commitRows(store, collection, { c: fresh }, at(6));
        await reopen?.();
        expect(await names(storeOf(), collection)).toEqual(['Zoë Fresh', 'Zoë Fresh']);
      }),
    );

    if (reopen)
      it(
        'do not serve after a restart when they did not before',
        withBeside(async (_, beside) => {
          const collection = await serving();
          await adopted(beside, collection);
          await reopen();
          expect(await storeOf().checkpoint(collection, 'building')).toBeNull();
          await storeOf().promote(collection);
          expect(await names(storeOf(), collection)).toEqual(['Old One']);
        }),
      );
  });
};
