import type { ReadStore } from '../read-models/read-store.port';
import { shadowBuildsContract } from './read-store-shadow-builds.contract';
import { committingContract } from './read-store-committing.contract';
import { countingContract } from './read-store-counting.contract';
import { generationsContract } from './read-store-generations.contract';
import { pagingContract } from './read-store-paging.contract';
import { searchingContract } from './read-store-searching.contract';

/**
 * The promises of every read store. `makeStore` opens a store, which may hold other collections: the suite uses its
 * own and closes the store after each test. `reopen`, where an adapter can, closes the store and opens the same data
 * again.
 */
export const readStoreContract = (
  makeStore: () => Promise<ReadStore>,
  { reopen }: { reopen?: (store: ReadStore) => Promise<ReadStore> } = {},
): void => {
  describe('read store contract', () => {
    let store: ReadStore;
    beforeEach(async () => {
      store = await makeStore();
    });
    afterEach(() => store.close());

    const again =
      reopen &&
      (async () => {
        store = await reopen(store);
      });
    committingContract(() => store, again);
    pagingContract(() => store);
    searchingContract(() => store);
    countingContract(() => store);
    generationsContract(() => store, again);
    shadowBuildsContract(() => store, again);
  });
};
