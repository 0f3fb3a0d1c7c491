import type { ReadStore } from '../read-models/read-store.port';
import { commitRows, freshCollection, madeUpRow } from './made-up-rows';

export const countingContract = (storeOf: () => ReadStore): void => {
  describe('count', () => {
    it('follows every insert, change and removal', async () => {
      const [store, collection] = [storeOf(), freshCollection()];
      await store.ensure(collection);
      const counted = () =>
        store.countMany(collection, [
          { workspaceId: 'w1' },
          { status: 'open', workspaceId: 'w1' },
          { workspaceId: 'w1', status: 'closed' },
          { workspaceId: 'w1', status: null },
        ]);
      expect(await counted()).toEqual([0, 0, 0, 0]);
      await commitRows(store, collection, {
        a: madeUpRow(),
        b: madeUpRow(),
        c: madeUpRow({ status: null }),
        d: madeUpRow({ workspaceId: 'w2' }),
      });
      expect(await counted()).toEqual([3, 2, 0, 1]);
      await commitRows(store, collection, {
        a: madeUpRow({ status: 'closed' }),
        b: madeUpRow({ name: 'B' }),
        c: null,
        x: null,
      });
      expect(await counted()).toEqual([2, 1, 1, 0]);
      await commitRows(store, collection, { d: madeUpRow() });
      expect(await counted()).toEqual([3, 2, 1, 0]);
      expect(await store.count(collection, { workspaceId: 'w2' })).toBe(0);
      expect(await store.count(collection, {})).toBe(3);
      const twice = [{ workspaceId: 'w1' }, {}, { workspaceId: 'w3' }, { workspaceId: 'w1' }];
      expect(await store.countMany(collection, twice)).toEqual([3, 3, 0, 3]);
      expect(await store.countMany(collection, [])).toEqual([]);
    });

    it('refuses to count what is not maintained', async () => {
      const [store, collection] = [storeOf(), freshCollection()];
      await store.ensure(collection);
      await expect(store.count(collection, { status: 'open' })).rejects.toThrow('no count by status');
      await expect(store.countMany(collection, [{}, { name: 'A' }])).rejects.toThrow('no count by name');
    });
  });
};
