import 'reflect-metadata';
import { workerData } from 'node:worker_threads';
import { builderOf, serveBuilds } from '@linkage/event-sourcing';
import { openVault } from '@linkage/vault';
import { contexts } from './contexts';
import type { BuilderData } from './read-models/open-builder';
import { openToBuild } from './storage';

/** The thread that builds read models beside the serving ones, with a log, a vault and files of its own. */
serveBuilds(async () => {
  const { dataDirectory, eventStoreUrl, masterKey } = workerData as BuilderData;
  const vault = openVault({ directory: dataDirectory, masterKey });
  const { log, open } = await openToBuild({ dataDirectory, eventStoreUrl });
  const builder = builderOf({ log, open, keys: vault.keys, contexts: contexts.map(({ parts }) => parts) });
  return {
    build: (...task) => builder.build(...task),
    close: async () => {
      await builder.close();
      vault.close();
    },
  };
});
