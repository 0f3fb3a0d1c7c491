import type { ConsumerParts } from '../runtime/consumer-parts';
import { hasNoFactsBetween } from '../read-models/has-no-facts-between';
import type { Rebuildable } from './rebuildable';
import { catchUp } from './catch-up';

const PATIENCE_MS = 5_000;

/** Only when the build shows exactly what the serving one shows, so that no row vanishes or changes unpublished. */
export const swapIn = async (runner: Rebuildable, parts: ConsumerParts): Promise<void> => {
  const { log, store } = parts;
  const { projection } = runner;
  const { collection, streams } = projection;
  const built = await store.checkpoint(collection, 'building');
  const isBehind = built !== null && (runner.position === null || log.compare(runner.position, built) < 0);
  // A log on which nothing happens may tell the serving one of no position behind its newest fact.
  if (isBehind && !(await hasNoFactsBetween(log, streams, runner.position, built)))
    await runner.reached(built, PATIENCE_MS);
  await catchUp(projection, parts, runner.position);
  await runner.pausedFor(async () => {
    await catchUp(projection, parts, runner.position);
    await store.promote(collection);
  });
};
