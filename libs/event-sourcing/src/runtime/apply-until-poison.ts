import type { StoredFact } from '../stored-fact';
import type { Position } from '../fact';
import { PoisonFactError } from './poison-fact-error';

/**
 * Handles a batch; when a fact in it cannot be handled, the facts before it still are. @throws PoisonFactError at
 * that fact
 */
export const applyUntilPoison = async (
  stored: readonly StoredFact[],
  position: Position,
  handle: (stored: readonly StoredFact[], position: Position) => Promise<void>,
): Promise<void> => {
  try {
    await handle(stored, position);
  } catch (error) {
    if (!(error instanceof PoisonFactError)) throw error;
    const before = stored.slice(
      0,
      stored.findIndex(({ id }) => id === error.fact.id),
    );
    const last = before.at(-1);
    if (last) await applyUntilPoison(before, last.position, handle);
    throw error;
  }
};
