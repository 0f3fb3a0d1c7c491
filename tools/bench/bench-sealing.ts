import { exportLog, importLog, Sealer, verifyLog } from '@linkage/event-sourcing';
import { SqliteEventLog, SqliteReadStore } from '@linkage/stores';
import { type Contestant, freshFolder, ranAsContestant, run } from './contestants';
import { pairs, report } from './ratios';
import { sampleFact } from './raw-log';

/** What sealing costs appending callers, and how fast a log is verified and taken elsewhere. */
const ROUNDS = 7;
const FACTS = 40_000;
const PER_STREAM = 20;

interface Measured {
  readonly perSecond: number;
}
interface Through extends Measured {
  readonly peakMiB: number;
}

const appended = async (log: SqliteEventLog, clients: number, facts: number): Promise<Measured> => {
  let [next, streams] = [0, 0];
  const client = async (): Promise<void> => {
    while (next < facts) {
      const stream = `invitation-${(streams += 1)}`;
      for (let revision = 0; revision < PER_STREAM && next < facts; revision += 1) {
        await log.append(stream, [sampleFact((next += 1))], revision === 0 ? 'no-stream' : revision - 1);
      }
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return { perSecond: facts / ((performance.now() - started) / 1_000) };
};

const factsFor = (clients: string): number => (clients === '1' ? FACTS / 4 : FACTS);

const bare: Contestant = async (folder, clients) => {
  const log = SqliteEventLog.open(`${folder}/log.db`);
  const measured = await appended(log, Number(clients), factsFor(clients));
  await log.close();
  return measured;
};

const sealed: Contestant = async (folder, clients) => {
  const log = SqliteEventLog.open(`${folder}/log.db`);
  const store = SqliteReadStore.open(`${folder}/documents.db`);
  const clock = { now: () => new Date(), onMoved: () => () => undefined };
  const sealer = new Sealer({
    log,
    store,
    clock,
    batchSize: 500,
    report: (_, __, error) => {
      throw error;
    },
  });
  sealer.start();
  const measured = await appended(log, Number(clients), factsFor(clients));
  await sealer.stop();
  await store.close();
  await log.close();
  return measured;
};

const timed = async (work: () => Promise<unknown>): Promise<Measured> => {
  const started = performance.now();
  await work();
  return { perSecond: FACTS / ((performance.now() - started) / 1_000) };
};

/** On a log that `sealed` left: `verify`, `export` or `import` of all of it, or only reading it. */
const through: Contestant = async (folder, what) => {
  const log = SqliteEventLog.open(`${folder}/log.db`, { readOnly: true });
  const other = SqliteEventLog.open(`${folder}/other-${process.pid}.db`);
  const all = async (): Promise<void> => {
    for await (const _ of exportLog(log));
  };
  const read = async (): Promise<void> => {
    for (let page = await log.readAll({ limit: 1_000 }); !page.end;)
      page = await log.readAll({ after: page.next, limit: 1_000 });
  };
  const works = {
    verify: () => verifyLog(log),
    export: all,
    import: () => importLog(other, exportLog(log), { atOnce: SqliteEventLog.IN_ONE_TURN }),
    read,
  };
  const measured = await timed(works[what as keyof typeof works]);
  await other.close();
  await log.close();
  return { ...measured, peakMiB: Math.round(process.resourceUsage().maxRSS / 1_024) };
};

if (!(await ranAsContestant({ bare, sealed, through }))) {
  for (const [clients, goal] of [
    [1, 0.95],
    [50, 0.9],
  ] as const) {
    const measured = await pairs(
      ROUNDS,
      () => run<Measured>('sealed', clients),
      () => run<Measured>('bare', clients),
    );
    report(
      `sealing: ${clients} ${clients === 1 ? 'writer' : 'writers'}, facts per second, to the same without seals`,
      measured.map(([ours, without]) => ours.perSecond / without.perSecond),
      { atLeast: goal },
    );
  }
  const folder = freshFolder();
  await run('sealed', 50, folder);
  for (const what of ['verify', 'export', 'import']) {
    const measured = await pairs(
      ROUNDS,
      () => run<Through>('through', what, folder),
      () => run<Through>('through', 'read', folder),
    );
    report(
      `${what}, facts per second, to reading them`,
      measured.map(([ours, read]) => ours.perSecond / read.perSecond),
    );
    console.log(
      `        ${Math.round(Math.max(...measured.map(([ours]) => ours.perSecond)))} facts per second at best, ${Math.max(...measured.map(([ours]) => ours.peakMiB))} MiB at most`,
    );
  }
}
