import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventLog, ReadStore } from '@linkage/event-sourcing';
import type { Config } from './config';

export interface Storage {
  readonly log: EventLog;
  readonly store: ReadStore;
}

/**
 * The only switch on stores. Adapters are loaded when they are chosen: a driver that is not used costs nothing. With EventStoreDB several processes
 * share the data folder. @throws StoreUnusable with what to do
 */
export async function openStorage({ dataDirectory, eventStoreUrl, roles }: Pick<Config, 'dataDirectory' | 'eventStoreUrl' | 'roles'>): Promise<Storage> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const { openEventStoreDb, SharedReadStore, SqliteEventLog, SqliteReadStore } = await import('@linkage/stores');
  const isAlone = eventStoreUrl === undefined;
  const log = isAlone ? SqliteEventLog.open(join(dataDirectory, 'log.db')) : await openEventStoreDb(eventStoreUrl);
  const documents = join(dataDirectory, 'documents.db');
  try {
    return { log, store: isAlone ? SqliteReadStore.open(documents) : SharedReadStore.open(documents, { writes: roles.includes('projections') }) };
  } catch (error) {
    await log.close();
    throw error;
  }
}
