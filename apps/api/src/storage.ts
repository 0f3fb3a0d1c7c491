import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventLog, ReadStore } from '@linkage/event-sourcing';

export interface Storage {
  readonly log: EventLog;
  readonly store: ReadStore;
  /** For looking back: an empty read store that is thrown away again. */
  readonly temporaryStore: () => ReadStore;
}

/** The only switch on stores. Adapters are loaded when they are chosen: a driver that is not used costs nothing. @throws StoreUnusable with what to do */
export async function openStorage({ dataDirectory, eventStoreUrl }: { readonly dataDirectory: string; readonly eventStoreUrl: string | undefined }): Promise<Storage> {
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const { openEventStoreDb, SqliteEventLog, SqliteReadStore } = await import('@linkage/stores');
  const log = eventStoreUrl === undefined ? SqliteEventLog.open(join(dataDirectory, 'log.db')) : await openEventStoreDb(eventStoreUrl);
  try {
    return { log, store: SqliteReadStore.open(join(dataDirectory, 'documents.db')), temporaryStore: () => SqliteReadStore.temporary() };
  } catch (error) {
    await log.close();
    throw error;
  }
}
