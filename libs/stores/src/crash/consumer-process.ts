import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDbEventLog } from '../eventstoredb/eventstoredb-event-log';
import { SqliteEventLog } from '../sqlite-log/sqlite-event-log';

/** Until it is killed. Arguments: log (URL or file), group, prefix, ms per fact. */
const [where = '', group = '', prefix = '', perFact = '0'] = process.argv.slice(2);
const log = where.startsWith('esdb:') ? EventStoreDbEventLog.open(where) : SqliteEventLog.open(where);
const say = (what: string, at: { stream: string; revision: number }): void =>
  void process.stdout.write(
    `${JSON.stringify({ what, ms: Number(process.hrtime.bigint()) / 1e6, stream: at.stream, revision: at.revision })}\n`,
  );

log.groups.consume({ group, prefixes: [prefix], from: null }, async (fact) => {
  say('begin', fact);
  await pause(Number(perFact));
  say('end', fact);
});
process.on('SIGTERM', () => void log.close().then(() => process.exit(0)));
