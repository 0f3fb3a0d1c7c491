import { eventLogContract } from '@linkage/event-sourcing/testing';
import { EventStoreDbEventLog } from './eventstoredb-event-log';

const url = process.env['LINKAGE_EVENTSTORE_URL'];

/** Needs a running server: `npm run test:eventstoredb`. The same suite as the SQLite log runs, unchanged. */
(url ? describe : describe.skip)('EventStoreDbEventLog', () => {
  const open = async () => EventStoreDbEventLog.open(url ?? '');

  eventLogContract(open, {
    reopen: async (log) => {
      await log.close();
      return open();
    },
  });
});
