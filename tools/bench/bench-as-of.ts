import { rmSync } from 'node:fs';
import {
  type AnyFactCatalog,
  createKernel,
  type EventLog,
  type FactToStore,
  type Kernel,
  type Position,
  readAsOf,
  type ReadStore,
  systemClock,
} from '@linkage/event-sourcing';
import { SqliteEventLog, SqliteReadStore } from '@linkage/stores';
import { v7 } from 'uuid';
import { type Contestant, freshFolder, ranAsContestant, run } from './contestants';
import { percentile, report } from './ratios';
import { sampleFact } from './raw-log';
import { facts, model } from './rebuild/model';

/**
 * Looking back (ADR 15): a read model folded as of a moment, in times of a bare read of the whole log; with and without
 * knowing the workspace's streams, and in a log that others have made longer. Also what it costs to know them.
 * `--facts=1000000` for a longer log.
 */
const ROUNDS = 9;
const FACTS = Number(process.env['BENCH_FACTS'] || 100_000);
const PER_STREAM = 20;
const MANY = 100;
const TIMES_LONGER = 4;
const PAGE = 1_000;
const streams = ['invitation-'];
const keys = { obtain: async () => Buffer.alloc(32), find: async () => undefined };

interface Measured {
  /** One time for each round, in ms. */
  readonly known: readonly number[];
  readonly unknown: readonly number[];
  readonly read: readonly number[];
  /** From the first fact to all streams known. */
  readonly learning: readonly number[];
  readonly rows: number;
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** Argument: how many facts, and of how many workspaces. Each stream is written by and by, beside a hundred others. */
const fill: Contestant = async (folder, argument) => {
  const [count = 0, workspaces = 1] = argument.split(' ').map(Number);
  const log = SqliteEventLog.open(`${folder}/facts.db`);
  for (let index = 0; index < count; index += PER_STREAM * MANY) {
    const ids = range(Math.min(MANY, (count - index) / PER_STREAM)).map(() => v7());
    for (const revision of range(PER_STREAM)) {
      await Promise.all(
        ids.map((id, place) => {
          const { data, meta, ...fact } = sampleFact(index + place);
          const made: FactToStore = {
            ...fact,
            data: { ...data, invitationId: id },
            meta: { ...meta, ws: `workspace-${(index / PER_STREAM + place) % workspaces}` },
          };
          return log.append(`invitation-${id}`, [made], revision === 0 ? 'no-stream' : revision - 1);
        }),
      );
    }
  }
  await log.close();
  return {};
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

const bareRead = async (log: EventLog): Promise<void> => {
  for (let after: Position | null = null; ;) {
    const page = await log.readAll({ after, prefixes: streams, limit: PAGE });
    if (page.end) return;
    after = page.next;
  }
};

const kernelOn = (log: EventLog, store: ReadStore, roles: readonly string[] = []): Kernel => {
  const kernel = createKernel({
    log,
    store,
    temporaryStore: SqliteReadStore.temporary,
    clock: systemClock,
    keys,
    roles,
    indexesStreams: true,
  });
  kernel.consumers.add({ facts: facts as AnyFactCatalog, projections: [] });
  return kernel;
};

/** Into an empty store, until every stream is known. */
const learnStreams = async (log: EventLog, store: ReadStore): Promise<void> => {
  const { consumers, operations } = kernelOn(log, store, ['projections']);
  consumers.start();
  while (!(await operations.status()).every(({ state, behind }) => state === 'running' && !behind))
    await new Promise((resolve) => setTimeout(resolve, 2));
  await consumers.stop();
};

const measure: Contestant = async (folder): Promise<Measured> => {
  const log = SqliteEventLog.open(`${folder}/facts.db`);
  const [store, empty] = [SqliteReadStore.open(`${folder}/documents.db`), SqliteReadStore.temporary()];
  await learnStreams(log, store);
  const [knowing, unknowing] = [kernelOn(log, store), kernelOn(log, empty)];
  const past = { workspaceId: 'workspace-0', moment: new Date('2026-02-01T00:00:00.000Z') };
  let rows = 0;
  // Another moment each time, or it would be answered from what was kept.
  const look = ({ readModels }: Kernel, round: number): Promise<void> =>
    readAsOf({ ...past, moment: new Date(past.moment.getTime() + round) }, async () => {
      rows = await readModels.count(model, { workspaceId: past.workspaceId });
    });
  const measured: Omit<Measured, 'rows'> & Record<'known' | 'unknown' | 'read' | 'learning', number[]> = {
    known: [],
    unknown: [],
    read: [],
    learning: [],
  };
  for (const round of range(ROUNDS + 1)) {
    const again = SqliteReadStore.open(`${folder}/again-${round}.db`);
    const works = [
      async () => measured.known.push(await timed(() => look(knowing, round))),
      async () => measured.read.push(await timed(() => bareRead(log))),
      async () => measured.unknown.push(await timed(() => look(unknowing, round))),
      async () => measured.learning.push(await timed(() => learnStreams(log, again))),
    ];
    for (const work of round % 2 === 0 ? works : works.reverse()) await work();
    await again.close();
  }
  for (const kernel of [knowing, unknowing]) await kernel.forgetPast();
  for (const open of [store, empty, log]) await open.close();
  const warm = (times: readonly number[]): readonly number[] => times.slice(1);
  return {
    known: warm(measured.known),
    unknown: warm(measured.unknown),
    read: warm(measured.read),
    learning: warm(measured.learning),
    rows,
  };
};

const ratios = (ours: readonly number[], baseline: readonly number[]): readonly number[] =>
  ours.map((ms, round) => ms / (baseline[round] ?? Number.NaN));
const median = (times: readonly number[]): string => percentile(times, 0.5).toFixed(1);

const measured = async (count: number, workspaces: number): Promise<Measured> => {
  const folder = freshFolder();
  await run('fill', `${count} ${workspaces}`, folder);
  const found = await run<Measured>('measure', '', folder);
  rmSync(folder, { recursive: true });
  return found;
};

if (!(await ranAsContestant({ fill, measure }))) {
  for (const workspaces of [1, MANY]) {
    const { known, unknown, read, learning, rows } = await measured(FACTS, workspaces);
    const of = `${workspaces === 1 ? 'the only workspace' : `one of ${workspaces} workspaces`}, ${FACTS} facts, ${rows} rows`;
    report(`as of a moment, ${of}: time to that of a bare read of the log`, ratios(known, read));
    report('  without knowing its streams', ratios(unknown, read));
    report('  learning all streams', ratios(learning, read));
    console.log(
      `  ${[known, unknown, learning, read].map(median).join(', ')} ms for a look, one without knowing, learning, and the bare read`,
    );
    if (workspaces === 1) continue;
    const longer = await measured(TIMES_LONGER * FACTS, TIMES_LONGER * workspaces);
    report(
      `the same workspace in a log ${TIMES_LONGER} times as long: time to that before`,
      ratios(longer.known, known),
      { atMost: 1.5 },
    );
    report('  without knowing its streams', ratios(longer.unknown, unknown));
    console.log(`  ${[longer.known, longer.unknown, longer.learning, longer.read].map(median).join(', ')} ms`);
  }
}
