import type { Recorded } from '../facts/fact';
import type { StoredFact } from '../facts/stored-fact';

export class PoisonFactError extends Error {
  constructor(
    readonly fact: StoredFact | Recorded,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'PoisonFactError';
  }
}
