import { cpSync, rmSync } from 'node:fs';
import { createKernel, type Decider, type FactToStore, systemClock } from '@linkage/event-sourcing';
import { SqliteEventLog, SqliteReadStore } from '@linkage/stores';
import { v7 } from 'uuid';
import { type Contestant, freshFolder, ranAsContestant, run } from './contestants';
import { percentile, report } from './ratios';
import { sampleFact } from './raw-log';
import { fill } from './rebuild/fill';
import { facts, type Sent } from './rebuild/model';

/**
 * Goal 4: what is done with a log of a million facts, against the same with ten thousand. `--facts=100000` for a quick
 * look.
 */
const ROUNDS = 7;
const FACTS = Number(process.env['BENCH_FACTS'] || 1_000_000);
const FEW = 10_000;
const PER_STREAM = 20;
/** As many as the small log has: what is compared is how a log grows, not how cold its pages are. */
const STREAMS = FEW / PER_STREAM;
const WARM = STREAMS;
const ASKED = 1_500;
const BATCH = 1_000;
const BATCHES = 10;

interface Timed {
  readonly perSecond: number;
  readonly p99: number;
}
type Measured = Readonly<Record<'append' | 'batch' | 'load' | 'command', Timed>>;

/** One after the other, each with its own time. */
const timed = async (times: number, work: (index: number) => Promise<unknown>, warm = WARM): Promise<Timed> => {
  for (let index = 0; index < warm; index += 1) await work(index);
  const latencies: number[] = [];
  const started = performance.now();
  for (let index = 0; index < times; index += 1) {
    const before = performance.now();
    await work(warm + index);
    latencies.push(performance.now() - before);
  }
  return { perSecond: times / ((performance.now() - started) / 1_000), p99: percentile(latencies, 0.99) };
};

const key = Buffer.alloc(32, 7);
const decider: Decider<number, Sent> = { initial: 0, evolve: (count) => count + 1 };
const stored = (index: number): FactToStore => sampleFact(index);

/** Streams that lie all over the log, the same ones in each run. */
const scatteredStreams = async (log: SqliteEventLog, count: number): Promise<readonly string[]> => {
  const names: string[] = [];
  const head = Number(await log.head());
  for (let place = 0; place < count; place += 1) {
    const after = String(Math.floor((place / count) * (head - PER_STREAM * 100))) as never;
    const {
      facts: [fact],
    } = await log.readAll({ after, limit: 1 });
    if (fact) names.push(fact.stream);
  }
  return names;
};

const measure: Contestant = async (folder): Promise<Measured> => {
  const log = SqliteEventLog.open(`${folder}/facts.db`);
  const store = SqliteReadStore.open(`${folder}/documents.db`);
  const kernel = createKernel({
    log,
    store,
    clock: systemClock,
    keys: { obtain: async () => key, find: async () => key },
  });
  kernel.consumers.add({ facts, projections: [] });
  const streams = await scatteredStreams(log, STREAMS);
  const of = (index: number): string => streams[(index * 7_919) % streams.length] ?? '';
  const context = {
    workspaceId: 'workspace',
    actor: { kind: 'member' as const, id: 'member' },
    correlationId: 'correlation',
    causationId: null,
  };
  const decide = (): Sent[] => [{ type: 'InvitationSent', data: sampleFact(1).data }];

  const load = await timed(ASKED, (index) => kernel.log.readStream(of(index)));
  const command = await timed(ASKED, (index) =>
    kernel.commands.handle({ stream: of(index), decider, context, decide }),
  );
  const append = await timed(ASKED, (index) => log.append(of(index), [stored(index)], 'any'));
  const batch = await timed(
    BATCHES,
    (index) =>
      Promise.all(
        Array.from({ length: BATCH }, (_, place) =>
          log.append(`invitation-${v7()}`, [stored(index * BATCH + place)], 'no-stream'),
        ),
      ),
    2,
  );
  await store.close();
  await log.close();
  return { append, batch, load, command };
};

if (!(await ranAsContestant({ fill, measure }))) {
  const [many, few] = [freshFolder(), freshFolder()];
  await run('fill', `${FACTS} ${PER_STREAM}`, many);
  await run('fill', `${FEW} ${PER_STREAM}`, few);
  const rounds: { many: Measured; few: Measured }[] = [];
  // The small log is a fresh copy each time: a round would make it several times as long. To the large one a round adds
  // little.
  const small = async (): Promise<Measured> => {
    const copy = freshFolder();
    cpSync(few, copy, { recursive: true });
    const measured = await run<Measured>('measure', '', copy);
    rmSync(copy, { recursive: true });
    return measured;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const [first, second] =
      round % 2 === 0
        ? [await small(), await run<Measured>('measure', '', many)]
        : [await run<Measured>('measure', '', many), await small()];
    rounds.push(round % 2 === 0 ? { few: first, many: second } : { few: second, many: first });
  }
  for (const what of ['append', 'batch', 'load', 'command'] as const) {
    report(
      `goal 4: ${what} with ${FACTS} facts, to ${FEW}`,
      rounds.map((of) => of.many[what].perSecond / of.few[what].perSecond),
      { atLeast: 0.8 },
    );
    report(
      `        its p99, to that with ${FEW}`,
      rounds.map((of) => of.many[what].p99 / of.few[what].p99),
      { atMost: 1.5 },
    );
  }
  for (const folder of [many, few]) rmSync(folder, { recursive: true });
}
