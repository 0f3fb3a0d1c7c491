import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildsBeside, EventLog, ReadStore } from '@linkage/event-sourcing';

export interface Storage {
  readonly log: EventLog;
  readonly store: ReadStore;
}

interface Place {
  readonly dataDirectory: string;
  readonly eventStoreUrl: string | undefined;
}

/** The only switch on stores. Adapters are loaded when they are chosen: a driver that is not used costs nothing. @throws StoreUnusable with what to do */
export async function openStorage({ dataDirectory, eventStoreUrl }: Place): Promise<Storage> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const { openEventStoreDb, SqliteEventLog, SqliteReadStore } = await import('@linkage/stores');
  const log = eventStoreUrl === undefined ? SqliteEventLog.open(join(dataDirectory, 'log.db')) : await openEventStoreDb(eventStoreUrl);
  try {
    return { log, store: SqliteReadStore.open(join(dataDirectory, 'documents.db')) };
  } catch (error) {
    await log.close();
    throw error;
  }
}

/** What another process (or none) writes, to be looked at. @throws StoreUnusable, also when there is nothing yet */
export async function openStorageToRead({ dataDirectory, eventStoreUrl }: Place): Promise<Storage> {
  const { SqliteReadStore } = await import('@linkage/stores');
  const log = await openLogToRead({ dataDirectory, eventStoreUrl });
  try {
    return { log, store: SqliteReadStore.open(join(dataDirectory, 'documents.db'), { readOnly: true }) };
  } catch (error) {
    await log.close();
    throw error;
  }
}

/** For a thread that builds read models: the log, and the means to begin at a place that the store has reserved. */
export async function openToBuild(place: Place): Promise<{ readonly log: EventLog; readonly open: BuildsBeside['open'] }> {
  const { BulkGeneration } = await import('@linkage/stores');
  return { log: await openLogToRead(place), open: async (collection, at) => BulkGeneration.open(collection, at) };
}

async function openLogToRead({ dataDirectory, eventStoreUrl }: Place): Promise<EventLog> {
  const { openEventStoreDb, SqliteEventLog } = await import('@linkage/stores');
  return eventStoreUrl === undefined ? SqliteEventLog.open(join(dataDirectory, 'log.db'), { readOnly: true }) : openEventStoreDb(eventStoreUrl);
}
