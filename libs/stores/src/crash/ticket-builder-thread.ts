import { workerData } from 'node:worker_threads';
import { builderOf, serveBuilds } from '@linkage/event-sourcing';
import { ticketFacts, ticketList } from '@linkage/event-sourcing/testing';
import { BulkGeneration } from '../sqlite-documents/bulk-generation';
import { SqliteEventLog } from '../sqlite-log/sqlite-event-log';
import { SteadyKeys } from './steady-keys';

/** `diesAfter`: how many facts, if the thread is to die. */
const { log, version, diesAfter } = workerData as { log: string; version: number; diesAfter?: number };

serveBuilds(async () => {
  let left = diesAfter ?? Infinity;
  const project: typeof ticketList.project = (row, fact, key) => {
    left -= 1;
    if (left < 0) process.exit(1);
    return ticketList.project(row, fact, key);
  };
  return builderOf({
    log: SqliteEventLog.open(log, { readOnly: true }),
    keys: new SteadyKeys(),
    open: async (collection, place) => BulkGeneration.open(collection, place),
    contexts: [
      {
        facts: ticketFacts,
        projections: [{ ...ticketList, project, version, collection: { ...ticketList.collection, version } }],
      },
    ],
  });
});
