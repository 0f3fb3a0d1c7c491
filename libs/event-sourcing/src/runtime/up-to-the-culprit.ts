import type { StoredFact } from '../stored-fact';
import type { Position } from '../fact';
import { Halted } from './halted';

/**
 * Handles a batch; when a fact in it halts the consumer, what comes before that fact is handled all the same.
 * @throws Halted at the first fact that cannot be handled
 */
export const upToTheCulprit = async (
  stored: readonly StoredFact[],
  position: Position,
  handle: (stored: readonly StoredFact[], position: Position) => Promise<void>,
): Promise<void> => {
  try {
    await handle(stored, position);
  } catch (error) {
    if (!(error instanceof Halted)) throw error;
    const before = stored.slice(
      0,
      stored.findIndex(({ id }) => id === error.fact.id),
    );
    const last = before.at(-1);
    if (last) await upToTheCulprit(before, last.position, handle);
    throw error;
  }
};
