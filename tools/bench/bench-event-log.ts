import { SqliteEventLog } from '@linkage/stores';
import { type Contestant, ranAsContestant, run } from './contestants';
import { pairs, percentile, report } from './ratios';
import { openRawLog, sampleFact } from './raw-log';

/** Goal 2: the event log port under many writers, against node:sqlite by hand at the same durability. */
const ROUNDS = 9;
const FACTS = 40_000;
const PER_STREAM = 20;

interface Measured {
  readonly perSecond: number;
  readonly p99: number;
}

const measured = (started: number, latencies: readonly number[]): Measured => ({
  perSecond: (latencies.length || FACTS) / ((performance.now() - started) / 1000),
  p99: percentile(latencies, 0.99),
});

/** 1,000 facts per transaction, without waiting for an answer: as fast as it goes. */
const rawBatched: Contestant = async (folder) => {
  const { db, insert, close } = openRawLog(folder);
  const started = performance.now();
  for (let index = 0; index < FACTS; index += 1) {
    if (index % 1_000 === 0) db.exec('BEGIN IMMEDIATE');
    const { id, type, data, meta } = sampleFact(index);
    insert.run(
      Math.floor(index / PER_STREAM),
      index % PER_STREAM,
      id,
      type,
      JSON.stringify(data),
      JSON.stringify(meta),
    );
    if (index % 1_000 === 999) db.exec('COMMIT');
  }
  const result = measured(started, []);
  close();
  return result;
};

/** Many clients that append one fact after the other, each with its expected revision. */
const clients = async (
  count: number,
  append: (stream: number, revision: number, index: number) => Promise<void>,
): Promise<Measured> => {
  const latencies: number[] = [];
  let [next, stream] = [0, 0];
  const client = async (): Promise<void> => {
    while (next < FACTS) {
      const own = (stream += 1);
      for (let revision = 0; revision < PER_STREAM && next < FACTS; revision += 1) {
        const before = performance.now();
        await append(own, revision, (next += 1));
        latencies.push(performance.now() - before);
      }
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: count }, client));
  return measured(started, latencies);
};

/** The same group commit without any abstraction. */
const rawGrouped: Contestant = async (folder, count) => {
  const { db, insert, last, close } = openRawLog(folder);
  let waiting: (() => void)[] = [];
  let work: (() => void)[] = [];
  const flush = (): void => {
    const [group, answers] = [work, waiting];
    [work, waiting] = [[], []];
    db.exec('BEGIN IMMEDIATE');
    for (const write of group) write();
    db.exec('COMMIT');
    for (const answer of answers) answer();
  };
  const result = await clients(
    Number(count),
    (stream, revision, index) =>
      new Promise((resolve, reject) => {
        if (work.length === 0) setImmediate(flush);
        waiting.push(resolve);
        work.push(() => {
          if ((last.get(stream)?.['revision'] ?? -1) !== revision - 1) return reject(new Error('conflict'));
          const { id, type, data, meta } = sampleFact(index);
          insert.run(stream, revision, id, type, JSON.stringify(data), JSON.stringify(meta));
        });
      }),
  );
  close();
  return result;
};

const port: Contestant = async (folder, count) => {
  const log = SqliteEventLog.open(`${folder}/facts.db`);
  const result = await clients(Number(count), async (stream, revision, index) => {
    await log.append(`invitation-${stream}`, [sampleFact(index)], revision === 0 ? 'no-stream' : revision - 1);
  });
  await log.close();
  return result;
};

if (!(await ranAsContestant({ rawBatched, rawGrouped, port }))) {
  for (const [count, goal] of [
    [50, 0.4],
    [200, 0.5],
  ] as const) {
    const batched = await pairs(
      ROUNDS,
      () => run<Measured>('port', count),
      () => run<Measured>('rawBatched'),
    );
    report(
      `goal 2: ${count} writers, facts per second, to 1,000 in one transaction`,
      batched.map(([ours, raw]) => ours.perSecond / raw.perSecond),
      { atLeast: goal },
    );
    const grouped = await pairs(
      ROUNDS,
      () => run<Measured>('port', count),
      () => run<Measured>('rawGrouped', count),
    );
    report(
      `goal 2: ${count} writers, p99 latency, to a bare group-commit loop`,
      grouped.map(([ours, raw]) => ours.p99 / raw.p99),
      { atMost: 1.5 },
    );
    report(
      `        ${count} writers, facts per second, to the same loop`,
      grouped.map(([ours, raw]) => ours.perSecond / raw.perSecond),
    );
  }
}
