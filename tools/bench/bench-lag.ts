import { setTimeout as pause } from 'node:timers/promises';
import {
  createKernel,
  type EventLog,
  type FactLog,
  type Projection,
  projection,
  type Subscription,
  systemClock,
} from '@linkage/event-sourcing';
import { SqliteEventLog, SqliteReadStore } from '@linkage/stores';
import { v7 } from 'uuid';
import { type Contestant, ranAsContestant, run } from './contestants';
import { pairs, percentile, report } from './ratios';
import { sampleFact } from './raw-log';
import { facts, fold, model, type Row, type Sent } from './rebuild/model';

/**
 * Goal 7: from submitting a fact to seeing it in the last of three read models, at 2,000 appends a second that wait for
 * nothing.
 */
const ROUNDS = 7;
const PER_SECOND = 2_000;
const TICK_MS = 5;
const WARM_MS = 1_000;
const LASTS_MS = 4_000;
const POLL_MS = 100;

interface Measured {
  readonly appendP99: number;
  readonly lagP50: number;
  readonly lagP99: number;
}

const key = Buffer.alloc(32, 7);
const context = {
  workspaceId: 'workspace',
  actor: { kind: 'member' as const, id: 'member' },
  correlationId: 'correlation',
  causationId: null,
};

/** Besides the list: a directory, and counts of a workspace in one row that every fact changes. */
const models: readonly Projection<Row, Sent>[] = [
  model,
  projection<Row, Sent>({
    ...model,
    name: 'directory',
    fields: {},
    key: (fact) => fact.data.invitationId,
    project: (row, fact) => fold(row, fact.data, fact.workspaceId, fact.at),
  }),
  projection<Row, Sent>({
    ...model,
    name: 'totals',
    fields: {},
    key: (fact) => fact.workspaceId,
    project: (row, fact) => fold(row, fact.data, fact.workspaceId, fact.at),
  }),
];

/** The same log for consumers that look for news ten times a second, instead of being woken. */
const polled = (log: SqliteEventLog): EventLog =>
  Object.assign(Object.create(log) as EventLog, {
    subscribe: (
      { after: start, prefixes, batchSize = 500 }: Parameters<EventLog['subscribe']>[0],
      handler: Parameters<EventLog['subscribe']>[1],
    ): Subscription => {
      let [after, stopped] = [start, false];
      const look = async (): Promise<void> => {
        while (!stopped) {
          const page = await log.readAll({ after, limit: batchSize, ...(prefixes && { prefixes }) });
          if (page.next !== null && page.next !== after) await handler(page.facts, page.next);
          after = page.next ?? after;
          if (page.end) await pause(POLL_MS);
        }
      };
      const done = look();
      return {
        done,
        stop: async () => {
          stopped = true;
          await done;
        },
      };
    },
  });

/** Appends at an even rate, whether or not the last ones were answered; gives each fact's own time by its id. */
const appending = async (log: FactLog, submitted: Map<string, number>): Promise<readonly number[]> => {
  const latencies: number[] = [];
  const running: Promise<void>[] = [];
  const one = async (warm: boolean): Promise<void> => {
    const [invitationId, began] = [v7(), performance.now()];
    if (!warm) submitted.set(invitationId, began);
    await log.append({
      stream: `invitation-${invitationId}`,
      expected: 'no-stream',
      context,
      facts: [{ type: 'InvitationSent', data: { ...sampleFact(1).data, invitationId } } satisfies Sent],
    });
    if (!warm) latencies.push(performance.now() - began);
  };
  const started = performance.now();
  for (let sent = 0, now = 0; now < WARM_MS + LASTS_MS; await pause(TICK_MS)) {
    now = performance.now() - started;
    for (const due = (now / 1_000) * PER_SECOND; sent < due; sent += 1) running.push(one(now < WARM_MS));
  }
  await Promise.all(running);
  return latencies;
};

const measure: Contestant = async (folder, how): Promise<Measured> => {
  const opened = SqliteEventLog.open(`${folder}/facts.db`);
  const log = how === 'polled' ? polled(opened) : opened;
  const store = SqliteReadStore.open(`${folder}/documents.db`);
  const kernel = createKernel({
    log,
    store,
    clock: systemClock,
    keys: { obtain: async () => key, find: async () => key },
  });
  kernel.consumers.add({ facts, projections: models });
  const submitted = new Map<string, number>();
  const lags: number[] = [];
  const shownBy = new Map<string, number>();
  kernel.consumers.changes.subscribe(({ projection: name, keys }) => {
    if (name === 'totals') return;
    const now = performance.now();
    for (const id of keys) {
      const began = submitted.get(id);
      const shown = (shownBy.get(id) ?? 0) + 1;
      shownBy.set(id, shown);
      if (began !== undefined && shown === 2) lags.push(now - began);
    }
  });
  kernel.consumers.start();
  const latencies = await appending(kernel.log, submitted);
  while (lags.length < submitted.size) await pause(20);
  await kernel.consumers.stop();
  await store.close();
  await opened.close();
  return { appendP99: percentile(latencies, 0.99), lagP50: percentile(lags, 0.5), lagP99: percentile(lags, 0.99) };
};

if (!(await ranAsContestant({ measure }))) {
  const rounds = await pairs(
    ROUNDS,
    () => run<Measured>('measure', 'woken'),
    () => run<Measured>('measure', 'polled'),
  );
  report(
    'goal 7: p99 from submitting to seeing, to the p99 of the append',
    rounds.map(([ours]) => ours.lagP99 / ours.appendP99),
    { atMost: 4 },
  );
  report(
    '        to the p99 of a poller that looks ten times a second',
    rounds.map(([ours, poller]) => ours.lagP99 / poller.lagP99),
    { atMost: 0.1 },
  );
  const median = (of: (measured: Measured) => number): string =>
    percentile(
      rounds.map(([ours]) => of(ours)),
      0.5,
    ).toFixed(2);
  console.log(
    `        in ms, median: p50 ${median(({ lagP50 }) => lagP50)}, p99 ${median(({ lagP99 }) => lagP99)}; of the append: p99 ${median(({ appendP99 }) => appendP99)}`,
  );
}
