import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ConsumerOverview, ParkedFacts } from '@linkage/contracts';
import { createKernel, factsWaiting, systemClock, type Kernel, type Position } from '@linkage/event-sourcing';
import { openVault } from '@linkage/vault';
import type { Config } from '../config';
import { contexts } from '../contexts';
import { close } from '../close';
import { collections, overviewOf, reactionsInLog } from '../operator/overview';
import { parkedOf } from '../operator/parked';
import { openBuilder } from '../read-models/open-builder';
import { openLog, openReadModels, openStorage, type Storage } from '../storage';

/** A process that stands by tries twice a second. */
const TURN_MS = 2_000;

export const hasReadModels = ({ dataDirectory }: Config): boolean => existsSync(join(dataDirectory, 'documents.db'));

/**
 * Reads from the stores themselves how far read models and reactions are; what goes wrong in a process is known only
 * while it runs.
 */
export async function consumersOnDisk(config: Config): Promise<ConsumerOverview[]> {
  const log = await openLog(config, { readOnly: true });
  const store = await openReadModels(config.dataDirectory);
  try {
    const head = await log.head();
    const projections = contexts.flatMap(({ parts }) => parts.projections);
    const waits = factsWaiting(log, head);
    const readModels = await Promise.all(
      projections.map(async ({ name, version, streams }) => {
        const { position, rows } = await stateOf(name, store);
        const behind = await waits(streams, position);
        return {
          name,
          kind: 'projection' as const,
          version,
          state: 'idle' as const,
          position,
          behind,
          lag: log.extent?.(behind ? position : head, head) ?? null,
          factsPerSecond: 0,
          parked: 0,
          rows,
          lastError: null,
          build: null,
        };
      }),
    );
    return [...readModels, ...(await reactionsInLog(log, 'idle'))];
  } finally {
    await store.close();
    await log.close();
  }
}

/** What each of these reactions gave up. */
export async function parkedInLog(config: Config, reactions: readonly string[]): Promise<ParkedFacts[]> {
  const log = await openLog(config, { readOnly: true });
  try {
    return await Promise.all(reactions.map((name) => parkedOf(log, name)));
  } finally {
    await log.close();
  }
}

/**
 * Marks what a reaction gave up; it is tried as soon as a process runs the reaction. Answers with how many facts that
 * are.
 */
export async function replayInLog(config: Config, reaction: string): Promise<number> {
  const log = await openLog(config);
  try {
    return await log.groups.replayParked(reaction);
  } finally {
    await log.close();
  }
}

/** A collection that was never begun has no generation to ask. */
async function stateOf(
  name: string,
  store: Storage['store'],
): Promise<{ readonly position: Position | null; readonly rows: number | null }> {
  const collection = collections.get(name);
  if (!collection || !(await store.has(collection))) return { position: null, rows: null };
  return { position: await store.checkpoint(collection, 'serving'), rows: await store.count(collection, {}) };
}

/** Nothing answers where it was asked, and yet some process has the read models. The message says what to do. */
export class FoldedElsewhere extends Error {
  constructor({ port, dataDirectory }: Config) {
    super(
      [
        `Nothing answers at port ${port}, but another process folds the read models in ${dataDirectory}.`,
        'Set LINKAGE_PORT to the port of that process (one with the roles web and projections), or stop it: then this does the work itself.',
      ].join(' '),
    );
    this.name = 'FoldedElsewhere';
  }
}

/**
 * Runs the projections in this process, as the server would, without its doors and its reactions.
 * @param programs folder of the built programs
 * @throws FoldedElsewhere
 */
export async function withProjections<T>(
  config: Config,
  programs: string,
  work: (kernel: Kernel, overview: () => Promise<ConsumerOverview[]>) => Promise<T>,
): Promise<T> {
  const opened = new AsyncDisposableStack();
  try {
    const { log, store } = await openStorage({ ...config, roles: ['projections'] });
    opened.adopt(log, close);
    opened.adopt(store, close);
    const vault = opened.adopt(openVault({ directory: config.dataDirectory, masterKey: config.masterKey }), close);
    const kernel = createKernel({
      log,
      store,
      clock: systemClock,
      keys: vault.keys,
      roles: ['projections'],
      indexesStreams: true,
      bindsKeys: true,
      ...openBuilder(programs, config),
    });
    for (const { parts } of contexts) kernel.consumers.add(parts);
    opened.defer(() => kernel.consumers.stop());
    kernel.consumers.start();
    if (!(await folds(kernel))) throw new FoldedElsewhere(config);
    return await work(kernel, () => overviewOf(kernel.operations, store, log));
  } finally {
    await opened.disposeAsync();
  }
}

/** Whether this process gets its turn, which another one may just be giving up. */
async function folds({ operations }: Kernel): Promise<boolean> {
  const until = Date.now() + TURN_MS;
  while ((await operations.status()).some(({ kind, state }) => kind === 'projection' && state === 'elsewhere')) {
    if (Date.now() > until) return false;
    await pause(50);
  }
  return true;
}
