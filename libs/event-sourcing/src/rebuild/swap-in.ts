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
  if (built !== null) await runner.reached(built, PATIENCE_MS);
  await catchUp(projection, parts, runner.position);
  await runner.pausedFor(async () => {
    await catchUp(projection, parts, runner.position);
    await store.promote(collection);
  });
};
