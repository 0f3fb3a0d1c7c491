import type { EventLog } from '@linkage/event-sourcing';

/**
 * The event log on EventStoreDB. Loads the driver on demand, so that installations with the embedded log do not pay
 * for it.
 * @param url such as `esdb://127.0.0.1:2113?tls=false`
 */
export const openEventStoreDb = async (url: string): Promise<EventLog> =>
  (await import('./eventstoredb-event-log')).EventStoreDbEventLog.open(url);
