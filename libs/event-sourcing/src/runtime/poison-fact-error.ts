import type { Recorded } from '../fact';
import type { StoredFact } from '../stored-fact';

/** A consumer cannot get past a fact and stops there: a retry would end the same way. */
export class PoisonFactError extends Error {
  constructor(
    readonly fact: StoredFact | Recorded,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'PoisonFactError';
  }
}
