import { type ExpectedRevision, newId } from '@linkage/event-sourcing';
import { eventually, freshPrefix, freshStream, madeUpFacts } from '@linkage/event-sourcing/testing';
import { ConsumingProcess, type Told } from '../testing/consuming-process';
import { runApart } from '../testing/run-apart';
import { EventStoreDbEventLog } from './eventstoredb-event-log';

const url = process.env['LINKAGE_EVENTSTORE_URL'];

/**
 * A busy machine makes everything slow, and a log that is slow is given up by the adapter; nothing here measures speed.
 */
const PATIENCE_MS = 120_000;

/** Times during which a process worked on the stream; without an end: until it died. */
const spansOf = (told: readonly Told[], stream: string, diedAt: number): [number, number][] => {
  const spans: [number, number][] = [];
  for (const line of told.filter((one) => one.stream === stream)) {
    if (line.what === 'begin') spans.push([line.ms, diedAt]);
    else spans[spans.length - 1]![1] = line.ms;
  }
  return spans;
};

/** Needs a running server: `npm run test:eventstoredb`. */
(url ? describe : describe.skip)('two processes of one group on EventStoreDB', () => {
  const consumers = url ? runApart('libs/stores/src/crash/consumer-process.ts') : undefined;
  let log: EventStoreDbEventLog;
  beforeEach(() => {
    log = EventStoreDbEventLog.open(url ?? '');
  });
  afterEach(() => log.close());
  afterAll(() => consumers?.remove());

  /** A log that gave no answer in time may have written the facts: the same ones again are written once. */
  const append = (stream: string, count: number, expected: ExpectedRevision): Promise<unknown> => {
    const facts = madeUpFacts(count);
    return eventually(() => log.append(stream, facts, expected), PATIENCE_MS);
  };
  const start = (group: string, prefix: string): ConsumingProcess =>
    new ConsumingProcess(consumers!, url ?? '', group, prefix, 5);

  it(
    'share the facts; kill -9 of one loses nothing, doubles nothing that was acknowledged, and keeps the order of each stream',
    async () => {
      const [group, prefix] = [`group-${newId()}`, freshPrefix()];
      const [killed, other] = [start(group, prefix), start(group, prefix)];
      const streams = Array.from({ length: 30 }, () => freshStream(prefix));
      await eventually(async () => {
        for (const one of [killed, other]) {
          if (one.begun.length === 0) await append(freshStream(prefix), 1, 'no-stream');
          expect(one.begun.length).toBeGreaterThan(0);
        }
      }, PATIENCE_MS);
      await eventually(async () => expect(await log.groups.state(group)).toMatchObject({ behind: false }), PATIENCE_MS);
      const heard = [...killed.begun];
      for (let round = 0; round < 10; round += 1)
        await Promise.all(streams.map((stream) => append(stream, 2, round === 0 ? 'no-stream' : 2 * round - 1)));
      await eventually(
        () => expect(Math.min(killed.begun.length - heard.length, other.begun.length)).toBeGreaterThan(100),
        PATIENCE_MS,
      );
      const diedAt = Number(process.hrtime.bigint()) / 1e6;
      await killed.end('SIGKILL');
      const all = streams.flatMap((stream) => Array.from({ length: 20 }, (_, revision) => `${stream}/${revision}`));
      await eventually(async () => {
        const handled = new Set([...killed.begun, ...other.begun]);
        expect(all.filter((fact) => !handled.has(fact))).toEqual([]);
        expect(await log.groups.state(group)).toMatchObject({ behind: false, parked: 0 });
      }, PATIENCE_MS);
      await other.end('SIGTERM');

      expect(new Set(killed.begun).size).toBe(killed.begun.length);
      expect(new Set(other.begun).size).toBe(other.begun.length);
      const isDoubled = (fact: string): boolean => other.begun.includes(fact);
      expect(heard.filter(isDoubled)).toEqual([]);

      for (const stream of streams) {
        // Those of a stream are acknowledged one after the other, so what the kill cut off are its last ones.
        const finishing = killed.finishing.filter((fact) => fact.startsWith(`${stream}/`));
        const doubled = finishing.filter(isDoubled);
        expect(doubled).toEqual(finishing.slice(finishing.length - doubled.length));
        const spans = [killed, other].flatMap(({ told }) => spansOf(told, stream, diedAt)).sort(([a], [b]) => a - b);
        for (const [index, [begin]] of spans.entries())
          expect(begin).toBeGreaterThanOrEqual(spans[index - 1]?.[1] ?? 0);
        // What was begun and not acknowledged comes again, from the first such fact on.
        const revisions = [killed, other].map(({ told }) =>
          told.flatMap((one) => (one.what === 'begin' && one.stream === stream ? [one.revision] : [])),
        );
        for (const each of revisions) expect(each).toEqual([...each].sort((one, next) => one - next));
      }
    },
    5 * PATIENCE_MS,
  );
});
