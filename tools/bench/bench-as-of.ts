import { rmSync } from 'node:fs';
import { createKernel, type FactToStore, type Position, readAsOf, systemClock } from '@linkage/event-sourcing';
import { SqliteEventLog, SqliteReadStore } from '@linkage/stores';
import { v7 } from 'uuid';
import { type Contestant, freshFolder, ranAsContestant, run } from './contestants';
import { percentile, report } from './ratios';
import { sampleFact } from './raw-log';
import { facts, model } from './rebuild/model';

/** Looking back (ADR 15): a read model folded as of a moment, in times of a bare read of the same facts. `--facts=1000000` for a longer log. */
const ROUNDS = 9;
const FACTS = Number(process.env['BENCH_FACTS'] ?? 100_000);
const PER_STREAM = 20;
const MANY = 100;
const PAGE = 1_000;
const streams = ['invitation-'];

interface Measured { readonly folded: readonly number[]; readonly read: readonly number[]; readonly rows: number }

/** Argument: how many facts, and of how many workspaces. */
const fill: Contestant = async (folder, argument) => {
  const [count = 0, workspaces = 1] = argument.split(' ').map(Number);
  const log = SqliteEventLog.open(`${folder}/facts.db`);
  for (let index = 0; index < count; index += PER_STREAM * MANY) {
    await Promise.all(Array.from({ length: Math.min(MANY, (count - index) / PER_STREAM) }, (_, place) => {
      const [id, ws] = [v7(), `workspace-${place % workspaces}`];
      const made = Array.from({ length: PER_STREAM }, (): FactToStore => {
        const { data, meta, ...fact } = sampleFact(index + place);
        return { ...fact, data: { ...data, invitationId: id }, meta: { ...meta, ws } };
      });
      return log.append(`invitation-${id}`, made, 'no-stream');
    }));
  }
  await log.close();
  return {};
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

const bareRead = async (log: SqliteEventLog): Promise<void> => {
  for (let after: Position | null = null; ;) {
    const page = await log.readAll({ after, prefixes: streams, limit: PAGE });
    if (page.end) return;
    after = page.next;
  }
};

const measure: Contestant = async (folder): Promise<Measured> => {
  const log = SqliteEventLog.open(`${folder}/facts.db`);
  const store = SqliteReadStore.open(`${folder}/documents.db`);
  const kernel = createKernel({ log, store, temporaryStore: SqliteReadStore.temporary, clock: systemClock, keys: { obtain: async () => Buffer.alloc(32), find: async () => undefined } });
  kernel.consumers.add({ facts, projections: [] });
  const past = { workspaceId: 'workspace-0', moment: new Date('2026-02-01T00:00:00.000Z') };
  let rows = 0;
  // Another moment each time, or it would be answered from what was kept.
  const look = (round: number): Promise<void> => readAsOf({ ...past, moment: new Date(past.moment.getTime() + round) }, async () => {
    rows = await kernel.readModels.count(model, { workspaceId: past.workspaceId });
  });
  await bareRead(log);
  await look(-1);
  const [folded, read]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % 2 === 0) folded.push(await timed(() => look(round)));
    read.push(await timed(() => bareRead(log)));
    if (round % 2 === 1) folded.push(await timed(() => look(round)));
  }
  await kernel.forgetPast();
  await store.close();
  await log.close();
  return { folded, read, rows };
};

if (!(await ranAsContestant({ fill, measure }))) {
  for (const workspaces of [1, MANY]) {
    const folder = freshFolder();
    await run('fill', `${FACTS} ${workspaces}`, folder);
    const { folded, read, rows } = await run<Measured>('measure', '', folder);
    const of = workspaces === 1 ? 'the only workspace' : `one of ${workspaces} workspaces`;
    report(`as of a moment, ${of}, ${FACTS} facts, ${rows} rows: time to that of a bare read`, folded.map((ms, round) => ms / (read[round] ?? Number.NaN)));
    console.log(`  ${percentile(folded, 0.5).toFixed(0)} ms and ${percentile(read, 0.5).toFixed(0)} ms`);
    rmSync(folder, { recursive: true });
  }
}
