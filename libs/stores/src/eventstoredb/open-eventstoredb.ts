import type { EventLog } from '@linkage/event-sourcing';

/** Loads the driver on demand. `url`: such as `esdb://127.0.0.1:2113?tls=false`. */
export const openEventStoreDb = async (url: string): Promise<EventLog> =>
  (await import('./eventstoredb-event-log')).EventStoreDbEventLog.open(url);
