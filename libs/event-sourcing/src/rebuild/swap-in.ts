import type { Position } from '../facts/fact';
import type { ConsumerParts } from '../runtime/consumer-parts';
import type { Rebuildable } from './rebuildable';
import { catchUp } from './catch-up';

const PATIENCE_MS = 5_000;

/** Only when the build shows exactly what the serving one shows, so that no row vanishes or changes unpublished. */
export const swapIn = async (runner: Rebuildable, parts: ConsumerParts): Promise<void> => {
  const { store } = parts;
  const { projection } = runner;
  const { collection } = projection;
  const built = await store.checkpoint(collection, 'building');
  if (built !== null && (await lacksFacts(runner, parts, built))) await runner.reached(built, PATIENCE_MS);
  await catchUp(projection, parts, runner.position);
  await runner.pausedFor(async () => {
    await catchUp(projection, parts, runner.position);
    await store.promote(collection);
  });
};

/** A log on which nothing happens may tell the one that serves of no position behind its newest fact. */
const lacksFacts = async (
  { projection: { streams: prefixes }, position }: Rebuildable,
  { log, batchSize }: ConsumerParts,
  built: Position,
): Promise<boolean> => {
  for (let after = position; after === null || log.compare(after, built) < 0;) {
    const { facts, next, end } = await log.readAll({ after, prefixes, limit: batchSize });
    if (facts[0] !== undefined) return log.compare(facts[0].position, built) <= 0;
    if (end || next === null || next === after) return false;
    after = next;
  }
  return false;
};
