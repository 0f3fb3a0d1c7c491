import { sealingContract } from '@linkage/event-sourcing/testing';
import { EventStoreDbEventLog } from './eventstoredb-event-log';
import { PartOfLog } from '../testing/part-of-log';

const url = process.env['LINKAGE_EVENTSTORE_URL'];

/** Needs a running server: `npm run test:eventstoredb`. */
(url ? describe : describe.skip)('EventStoreDbEventLog', () => {
  sealingContract(async () => PartOfLog.on(EventStoreDbEventLog.open(url ?? '')));
});
