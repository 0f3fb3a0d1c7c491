import type { ConsumerOverview } from '@linkage/contracts';
import {
  type ConsumerOperations,
  type ConsumerStatus,
  type EventLog,
  kernelProjections,
  type ReadStore,
} from '@linkage/event-sourcing';
import { contexts, reactionNames } from '../contexts';

/** The shape of each read model, by the name of its projection. */
export const collections = new Map(
  [...kernelProjections, ...contexts.flatMap(({ parts }) => parts.projections)].map(({ name, collection }) => [
    name,
    collection,
  ]),
);

/**
 * How everything that reads the log stands; of reactions that this process does not run, what the log knows. No
 * creator's data is in it.
 */
export async function overviewOf(
  consumers: Pick<ConsumerOperations, 'status'>,
  store: Pick<ReadStore, 'count'>,
  log: EventLog,
): Promise<ConsumerOverview[]> {
  const statuses = await consumers.status();
  const here = await Promise.all(statuses.map(async (status) => ({ ...status, rows: await rowsOf(status, store) })));
  return [
    ...here,
    ...(await reactionsInLog(
      log,
      'elsewhere',
      reactionNames.filter((name) => statuses.every((status) => status.name !== name)),
    )),
  ];
}

/**
 * How reactions stand as far as the log tells, which knows nothing of what goes wrong in the processes that run them.
 */
export async function reactionsInLog(
  log: EventLog,
  state: ConsumerOverview['state'],
  names = reactionNames,
): Promise<ConsumerOverview[]> {
  const head = await log.head();
  return Promise.all(
    names.map(async (name) => {
      // One that has never run begins at the end of the log.
      const { position, behind, parked } = (await log.groups.state(name)) ?? {
        position: head,
        behind: false,
        parked: 0,
      };
      const lag = log.extent?.(behind ? position : head, head) ?? null;
      return {
        name,
        kind: 'reactor' as const,
        version: null,
        state,
        position,
        behind,
        lag,
        factsPerSecond: 0,
        parked,
        rows: null,
        lastError: null,
        build: null,
      };
    }),
  );
}

/** null as long as the read model has never been begun. */
async function rowsOf({ name, position }: ConsumerStatus, store: Pick<ReadStore, 'count'>): Promise<number | null> {
  const collection = collections.get(name);
  return collection && position !== null ? store.count(collection, {}) : null;
}
