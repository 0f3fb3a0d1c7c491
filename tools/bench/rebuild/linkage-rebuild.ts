import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import {
  builderOf,
  createKernel,
  type Decider,
  type Kernel,
  serveBuilds,
  systemClock,
  ThreadBuilder,
} from '@linkage/event-sourcing';
import { BulkGeneration, SqliteEventLog, SqliteReadStore } from '@linkage/stores';
import { v7 } from 'uuid';
import type { Contestant } from '../contestants';
import { percentile } from '../ratios';
import { sampleFact } from '../raw-log';
import { facts, model, type Sent } from './model';

interface RebuildMeasured {
  readonly ms: number;
  /** How much more memory the process had at the most than before. */
  readonly grownMb: number;
}

export interface LiveMeasured {
  readonly idleMs: number;
  readonly ms: number;
  readonly idleP99: number;
  readonly p99: number;
  readonly halfBuilt: number;
}

const key = Buffer.alloc(32, 7);
const keys = { obtain: async () => key, find: async () => key };
const PER_SECOND = 500;
const TICK_MS = 10;

/** The thread that builds: the bench's own file, started a second time. */
export const serveInThread = (): void =>
  serveBuilds(async () =>
    builderOf({
      log: SqliteEventLog.open((workerData as { log: string }).log, { readOnly: true }),
      keys,
      contexts: [{ facts, projections: [model] }],
      open: async (collection, place) => BulkGeneration.open(collection, place),
    }),
  );

interface Opened {
  readonly kernel: Kernel;
  readonly store: SqliteReadStore;
  close(): Promise<void>;
}

/** The kernel on the filled log, with a read model that has caught up. */
const opened = async (folder: string): Promise<Opened> => {
  const log = SqliteEventLog.open(`${folder}/facts.db`);
  const store = SqliteReadStore.open(`${folder}/documents.db`);
  const kernel = createKernel({
    log,
    store,
    clock: systemClock,
    keys,
    builder: new ThreadBuilder(process.argv[1] ?? '', { log: `${folder}/facts.db` }),
  });
  kernel.consumers.add({ facts, projections: [model] });
  kernel.consumers.start();
  while ((await kernel.operations.status()).some(({ behind }) => behind)) await pause(50);
  return {
    kernel,
    store,
    close: async () => {
      await kernel.consumers.stop();
      await store.close();
      await log.close();
    },
  };
};

/** Milliseconds of one rebuild, from the asking to the swap. */
const rebuilding = async ({ operations }: Kernel): Promise<number> => {
  const started = performance.now();
  operations.rebuild(model.name);
  for (;;) {
    const build = (await operations.status())[0]?.build;
    if (build?.state === 'failed') throw new Error(build.error?.message);
    if (build?.state === 'done') return performance.now() - started;
    await pause(5);
  }
};

export const rebuild: Contestant = async (folder) => {
  const { kernel, close } = await opened(folder);
  global.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  const ms = await rebuilding(kernel);
  clearInterval(watch);
  await close();
  return { ms, grownMb: (most - before) / 2 ** 20 } satisfies RebuildMeasured;
};

const decider: Decider<number, Sent> = { initial: 0, evolve: (count) => count + 1 };
const context = {
  workspaceId: 'workspace',
  actor: { kind: 'member' as const, id: 'member' },
  correlationId: 'correlation',
  causationId: null,
};

/** Commands on new streams, so many a second whether or not the last were answered; milliseconds of each. */
const commanding = async ({ commands }: Kernel, until: Promise<unknown>): Promise<readonly number[]> => {
  const times: number[] = [];
  const running: Promise<void>[] = [];
  let going = true;
  void until.finally(() => {
    going = false;
  });
  const one = async (): Promise<void> => {
    const [invitationId, began] = [v7(), performance.now()];
    const decide = (): Sent[] => [{ type: 'InvitationSent', data: { ...sampleFact(times.length).data, invitationId } }];
    await commands.handle({ stream: `invitation-${invitationId}`, decider, context, decide });
    times.push(performance.now() - began);
  };
  const started = performance.now();
  for (let sent = 0; going; await pause(TICK_MS)) {
    for (const due = ((performance.now() - started) / 1_000) * PER_SECOND; sent < due; sent += 1) running.push(one());
  }
  await Promise.all(running);
  return times;
};

export const live: Contestant = async (folder) => {
  const { kernel, store, close } = await opened(folder);
  const idleMs = await rebuilding(kernel);
  await commanding(kernel, pause(1_000));
  const idle = await commanding(kernel, pause(idleMs));
  let [known, halfBuilt] = [await store.count(model.collection, {}), 0];
  const reading = setInterval(
    () =>
      void store.count(model.collection, {}).then((rows) => {
        if (rows < known) halfBuilt += 1;
        known = Math.max(known, rows);
      }),
    5,
  );
  const built = rebuilding(kernel);
  const busy = await commanding(kernel, built);
  clearInterval(reading);
  await close();
  for (const ending of ['', '-wal', '-shm']) rmSync(`${folder}/documents.db${ending}`, { force: true });
  return {
    idleMs,
    ms: await built,
    idleP99: percentile(idle, 0.99),
    p99: percentile(busy, 0.99),
    halfBuilt,
  } satisfies LiveMeasured;
};
