import { readStoreContract } from '@linkage/event-sourcing/testing';
import { temporaryFolder } from '../testing';
import { SqliteReadStore } from './sqlite-read-store';

describe('SqliteReadStore', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => { folder = temporaryFolder(); });
  afterEach(() => folder.remove());

  const open = async () => SqliteReadStore.open(folder.file('documents.db'));

  readStoreContract(open, {
    reopen: async (store) => {
      await store.close();
      return open();
    },
  });
});
