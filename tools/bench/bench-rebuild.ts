import { rmSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { freshFolder, ranAsContestant, run } from './contestants';
import { percentile, pairs, report } from './ratios';
import { fill } from './rebuild/fill';
import { limit } from './rebuild/limit';
import { live, type LiveMeasured, rebuild, serveInThread } from './rebuild/linkage-rebuild';

/**
 * Goals 5 and 6: a read model built anew from a million facts, beside the one that serves. `--facts=100000` for a quick
 * look.
 */
const ROUNDS = 7;
const FACTS = Number(process.env['BENCH_FACTS'] || 1_000_000);
const MOST_MEMORY_MB = 256;

/**
 * Goal 5: to the limit: scan, parse and fold in memory, write sorted, indexes and full text after, by hand and in one
 * thread.
 */
const goal5 = async (what: string, folder: string): Promise<void> => {
  const byHand = (): Promise<{ ms: number; grownMb?: number }> => run('limit', '', folder);
  const measured = await pairs(ROUNDS, () => run<{ ms: number; grownMb?: number }>('rebuild', '', folder), byHand);
  const perSecond = (side: 0 | 1): number =>
    Math.round(
      FACTS /
        (percentile(
          measured.map((pair) => pair[side].ms),
          0.5,
        ) /
          1_000),
    );
  report(
    `goal 5: rebuild of ${FACTS} facts, ${what}, to the limit`,
    measured.map(([one, base]) => base.ms / one.ms),
    { atLeast: 0.7 },
  );
  report(
    '        memory it takes, in MB',
    measured.map(([{ grownMb }]) => grownMb ?? Number.NaN),
    { atMost: MOST_MEMORY_MB },
  );
  console.log(`        facts per second, median: ${perSecond(0)}; of the limit: ${perSecond(1)}`);
};

/** Goal 6: the same while 500 commands a second are decided and shown. */
const goal6 = async (folder: string): Promise<void> => {
  const rounds: LiveMeasured[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await run<LiveMeasured>('live', '', folder));
  report(
    'goal 6: p99 of a command during a rebuild, to idle',
    rounds.map(({ p99, idleP99 }) => p99 / idleP99),
    { atMost: 2 },
  );
  report(
    '        rate of the rebuild, to that of an idle one',
    rounds.map(({ ms, idleMs }) => idleMs / ms),
    { atLeast: 0.6 },
  );
  report(
    '        reads that saw a half-built model',
    rounds.map(({ halfBuilt }) => halfBuilt),
    { atMost: 0 },
  );
  const [busy, idle] = [rounds.map(({ p99 }) => p99), rounds.map(({ idleP99 }) => idleP99)].map((times) =>
    percentile(times, 0.5).toFixed(2),
  );
  console.log(`        p99 in ms, median: ${busy}; idle: ${idle}`);
};

if (!isMainThread) serveInThread();
else if (!(await ranAsContestant({ fill, limit, rebuild, live }))) {
  for (const [what, perStream] of [
    ['20 per stream', 20],
    ['4 per stream', 4],
  ] as const) {
    const folder = freshFolder();
    await run('fill', `${FACTS} ${perStream}`, folder);
    await goal5(what, folder);
    if (perStream === 20) await goal6(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}
