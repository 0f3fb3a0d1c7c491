import { pageOf } from '../read-models/page-of';
import { CheckpointMoved, type ReadStore } from '../read-models/read-store.port';
import { at, commitRows, freshCollection, madeUpRow, put } from './made-up-rows';

export const committingContract = (storeOf: () => ReadStore, reopen: (() => Promise<void>) | undefined): void => {
  describe('commit', () => {
    const row = madeUpRow({ name: 'Zoë 👩‍🚀 \u0000 "quoted" שלום', details: { list: [1, null, { deep: true }] } });

    it('gives back exactly what was written', async () => {
      const [store, collection] = [storeOf(), freshCollection()];
      expect(await store.has(collection)).toBe(false);
      await store.ensure(collection);
      expect(await store.has(collection)).toBe(true);
      expect(await store.get(collection, 'a')).toBeUndefined();
      expect(await store.checkpoint(collection)).toBeNull();
      await store.commit({
        collection,
        changes: [put('a', row, at(3)), put('b', madeUpRow())],
        after: null,
        checkpoint: at(7),
      });
      expect(await store.get(collection, 'a')).toEqual(row);
      expect(await store.getMany(collection, ['b', 'c', 'a'])).toEqual(
        new Map([
          ['b', madeUpRow()],
          ['a', row],
        ]),
      );
      expect(await store.load(collection, ['a', 'c'])).toEqual(new Map([['a', { row, position: at(3) }]]));
      expect(await store.checkpoint(collection)).toBe(at(7));
    });

    it('replaces and removes', async () => {
      const [store, collection] = [storeOf(), freshCollection()];
      await store.ensure(collection);
      await commitRows(store, collection, { a: row, b: row });
      await commitRows(store, collection, { a: madeUpRow({ status: 'closed' }), b: null, c: null }, at(2));
      expect(await store.getMany(collection, ['a', 'b', 'c'])).toEqual(
        new Map([['a', madeUpRow({ status: 'closed' })]]),
      );
    });

    it('writes all of a batch or nothing', async () => {
      const [store, collection] = [storeOf(), freshCollection()];
      await store.ensure(collection);
      await commitRows(store, collection, { a: madeUpRow() });
      const wrong = { ...madeUpRow(), amount: 'much' } as unknown as typeof row;
      await expect(commitRows(store, collection, { a: row, b: wrong }, at(2))).rejects.toThrow('amount');
      expect(await store.getMany(collection, ['a', 'b'])).toEqual(new Map([['a', madeUpRow()]]));
      expect(await store.checkpoint(collection)).toBe(at(1));
      expect(await store.count(collection, { workspaceId: 'w1' })).toBe(1);
    });

    it('refuses a batch that does not begin where the collection stands', async () => {
      const [store, collection] = [storeOf(), freshCollection()];
      await store.ensure(collection);
      const batch = { collection, changes: [put('a', row, at(5))], checkpoint: at(5) };
      await expect(store.commit({ ...batch, after: at(1) })).rejects.toThrow(CheckpointMoved);
      await store.commit({ ...batch, changes: [], after: null });
      for (const after of [null, at(4), at(6)])
        await expect(store.commit({ ...batch, after })).rejects.toThrow(CheckpointMoved);
      expect(await store.get(collection, 'a')).toBeUndefined();
      expect(await store.checkpoint(collection)).toBe(at(5));
      await store.commit({ ...batch, after: at(5), checkpoint: at(6) });
      expect(await store.get(collection, 'a')).toEqual(row);
    });

    it('moves the checkpoint without a row', async () => {
      const [store, collection] = [storeOf(), freshCollection()];
      await store.ensure(collection);
      await commitRows(store, collection, {}, at(9));
      expect(await store.checkpoint(collection)).toBe(at(9));
    });

    it('keeps collections apart, and clears only one', async () => {
      const [store, one, other] = [storeOf(), freshCollection(), freshCollection()];
      for (const collection of [one, other]) {
        await store.ensure(collection);
        await commitRows(store, collection, { a: madeUpRow() });
      }
      await store.clear(one);
      expect(await store.get(one, 'a')).toBeUndefined();
      expect(await store.checkpoint(one)).toBeNull();
      expect(await store.count(one, { workspaceId: 'w1' })).toBe(0);
      expect((await pageOf(store, one, { where: {}, search: 'ada', sort: [], limit: 10 })).rows).toEqual([]);
      expect(await store.get(other, 'a')).toEqual(madeUpRow());
    });

    it('remembers positions by name', async () => {
      const [store, name] = [storeOf(), `reactor-${freshCollection().name}`];
      expect(await store.loadPosition(name)).toBeNull();
      await store.savePosition(name, at(1));
      await store.savePosition(name, at(2));
      expect(await store.loadPosition(name)).toBe(at(2));
    });

    if (reopen) {
      it('has everything again after it was closed and opened', async () => {
        const collection = freshCollection();
        await storeOf().ensure(collection);
        await commitRows(storeOf(), collection, { a: row }, at(4));
        await storeOf().savePosition('kept', at(5));
        await reopen();
        await storeOf().ensure(collection);
        expect(await storeOf().get(collection, 'a')).toEqual(row);
        expect(await storeOf().checkpoint(collection)).toBe(at(4));
        expect(await storeOf().loadPosition('kept')).toBe(at(5));
        expect(await storeOf().count(collection, { workspaceId: 'w1' })).toBe(1);
      });
    }
  });
};
