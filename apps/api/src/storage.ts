import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShadowBuilds, EventLog, ReadStore } from '@linkage/event-sourcing';
import type { Config } from './config';
import { makeDataFolder, refuseWithoutLog, refuseWithoutVault } from './data-folder';

export interface Storage {
  readonly log: EventLog;
  readonly store: ReadStore;
  /** For looking back: an empty read store that is thrown away again. */
  readonly temporaryStore: () => ReadStore;
}

/** What of the settings says where the facts are. */
export type Place = Pick<Config, 'dataDirectory' | 'eventStoreUrl'>;

const READ_MODELS = 'documents.db';

/**
 * The only switch on stores. Adapters are loaded when they are chosen: a driver that is not used costs nothing. With
 * EventStoreDB several processes share the data folder.
 * @throws DatabaseUnusable, DataFolderUnusable with what to do
 */
export async function openStorage(place: Place & Pick<Config, 'roles'>): Promise<Storage> {
  const { SharedReadStore, SqliteReadStore } = await import('@linkage/stores');
  await makeDataFolder(place.dataDirectory);
  const documents = join(place.dataDirectory, READ_MODELS);
  const isAlone = place.eventStoreUrl === undefined;
  if (isAlone) refuseWithoutLog(place.dataDirectory);
  const log = await openLog(place);
  try {
    if (isAlone) await refuseWithoutVault(place.dataDirectory, log);
    const store = isAlone
      ? SqliteReadStore.open(documents)
      : SharedReadStore.open(documents, { writes: place.roles.includes('projections') });
    return { log, store, temporaryStore: () => SqliteReadStore.temporary() };
  } catch (error) {
    await log.close();
    throw error;
  }
}

/** For a thread that builds read models: the log, and the means to begin at a place that the store has reserved. */
export async function openToBuild(
  place: Place,
): Promise<{ readonly log: EventLog; readonly open: ShadowBuilds['open'] }> {
  const { BulkGeneration } = await import('@linkage/stores');
  return {
    log: await openLog(place, { readOnly: true }),
    open: async (collection, at) => BulkGeneration.open(collection, at),
  };
}

interface OpenLogOptions {
  /** Beside a running server. */
  readonly readOnly?: boolean;
  /** Where the log is a file that people can edit: what stands in it must be, letter by letter, what was written. */
  readonly exact?: boolean;
}

/** @throws DatabaseUnusable */
export async function openLog(
  { dataDirectory, eventStoreUrl }: Place,
  { readOnly = false, exact = false }: OpenLogOptions = {},
): Promise<EventLog> {
  const { openEventStoreDb, SqliteEventLog } = await import('@linkage/stores');
  if (eventStoreUrl !== undefined) return openEventStoreDb(eventStoreUrl);
  if (!readOnly) await makeDataFolder(dataDirectory);
  return SqliteEventLog.open(join(dataDirectory, 'log.db'), { readOnly, exact });
}

/** How many facts may go to this log in one turn of the event loop and keep their order: see `importLog`. */
export async function factsInOneTurn({ eventStoreUrl }: Place): Promise<number> {
  const { SqliteEventLog } = await import('@linkage/stores');
  return eventStoreUrl === undefined ? SqliteEventLog.IN_ONE_TURN : 1;
}

/** The read models as they are served, for reading beside a running server. @throws DatabaseUnusable */
export async function openReadModels(dataDirectory: string): Promise<ReadStore> {
  const { SqliteReadStore } = await import('@linkage/stores');
  return SqliteReadStore.open(join(dataDirectory, READ_MODELS), { readOnly: true });
}

/** @throws DatabaseUnusable when a server uses the read models in this folder */
export async function refuseWhileInUse(dataDirectory: string): Promise<void> {
  const { SqliteReadStore } = await import('@linkage/stores');
  await makeDataFolder(dataDirectory);
  await SqliteReadStore.open(join(dataDirectory, READ_MODELS)).close();
}

/**
 * Removes the read models and with them how far every consumer has read: another log has other positions. At the next
 * start read models are folded again. Reactors that never ran here begin at the end of the log; others find in the
 * facts that all is done.
 * @throws DatabaseUnusable when a server uses them
 */
export async function forgetReadModels(dataDirectory: string): Promise<void> {
  await refuseWhileInUse(dataDirectory);
  for (const name of await readdir(dataDirectory))
    if (name.startsWith(READ_MODELS)) await rm(join(dataDirectory, name));
}
