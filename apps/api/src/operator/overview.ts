import type { ConsumerOverview } from '@linkage/contracts';
import type { Consumers, ConsumerStatus, ReadStore } from '@linkage/event-sourcing';
import { contexts } from '../contexts';

/** The shape of each read model, by the name of its projection. */
export const collections = new Map(contexts.flatMap(({ parts }) => parts.projections).map(({ name, collection }) => [name, collection]));

/** How everything that reads the log stands. No creator's data is in it. */
export async function overviewOf(consumers: Pick<Consumers, 'status'>, store: Pick<ReadStore, 'count'>): Promise<ConsumerOverview[]> {
  const statuses = await consumers.status();
  return Promise.all(statuses.map(async (status) => ({ ...status, rows: await rowsOf(status, store) })));
}

/** null as long as the read model has never been begun. */
async function rowsOf({ name, position }: ConsumerStatus, store: Pick<ReadStore, 'count'>): Promise<number | null> {
  const collection = collections.get(name);
  return collection && position !== null ? store.count(collection, {}) : null;
}
