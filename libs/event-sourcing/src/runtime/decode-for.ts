import type { StoredFact } from '../stored-fact';
import type { Fact, Recorded } from '../fact';
import { UnknownFact, UnreadableFact } from '../fact.errors';
import type { FactCodec } from '../fact-codec';
import { PoisonFactError } from './poison-fact-error';

/**
 * Decodes the facts of the named types. A type that no catalog knows stops the consumer even if it would have skipped
 * the fact: nothing is skipped in silence. @throws PoisonFactError
 */
export const decodeFor = async <F extends Fact>(
  codec: FactCodec,
  types: ReadonlySet<string>,
  stored: readonly StoredFact[],
): Promise<readonly Recorded<F>[]> => {
  try {
    for (const fact of stored) codec.definitionOf(fact);
    return (await codec.decode(stored.filter(({ type }) => types.has(type)))) as unknown as readonly Recorded<F>[];
  } catch (error) {
    if (error instanceof UnknownFact || error instanceof UnreadableFact) throw new PoisonFactError(error.stored, error);
    throw error;
  }
};
