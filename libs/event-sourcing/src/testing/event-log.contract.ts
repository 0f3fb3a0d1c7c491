import type { EventLog } from '../log/event-log.port';
import { appendingContract } from './event-log-appending.contract';
import { groupsContract } from './event-log-groups.contract';
import { readingContract } from './event-log-reading.contract';
import { subscribingContract } from './event-log-subscribing.contract';
import { freshStream, madeUpFacts } from './made-up-facts';

/**
 * The promises of every event log. `makeLog` opens a log, which may hold other facts: the suite uses streams of its
 * own and closes it after each test. `reopen`, where an adapter can, closes the log and opens the same data again.
 */
export const eventLogContract = (
  makeLog: () => Promise<EventLog>,
  { reopen }: { reopen?: (log: EventLog) => Promise<EventLog> } = {},
): void => {
  describe('event log contract', () => {
    let log: EventLog;
    beforeEach(async () => {
      log = await makeLog();
    });
    afterEach(() => log.close());

    appendingContract(() => log);
    readingContract(() => log);
    subscribingContract(() => log);
    groupsContract(() => log, reopen && (async () => (log = await reopen(log))));

    if (!reopen) return;
    it('has everything again after it was closed and opened', async () => {
      const [stream, facts] = [freshStream(), madeUpFacts(3)];
      const { position } = await log.append(stream, facts, 'no-stream');
      log = await reopen(log);
      expect((await log.readStream(stream)).map(({ id }) => id)).toEqual(facts.map(({ id }) => id));
      expect(await log.head()).toBe(position);
      expect((await log.append(stream, facts, 'no-stream')).revision).toBe(2);
      await expect(log.append(stream, madeUpFacts(1), 'no-stream')).rejects.toThrow('expected no-stream');
    });
  });
};
