import type { EventLog } from '@linkage/event-sourcing';

/**
 * The event log on EventStoreDB. Its driver is loaded here and not before: who keeps facts in the embedded log does not pay for it.
 * @param url such as `esdb://127.0.0.1:2113?tls=false`
 */
export const openEventStoreDb = async (url: string): Promise<EventLog> =>
  (await import('./eventstoredb-event-log')).EventStoreDbEventLog.open(url);
