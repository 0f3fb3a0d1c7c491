import { recordedOf, type StoredFact } from '../facts/stored-fact';
import type { Fact, Recorded } from '../facts/fact';
import type { FactCodec } from '../facts/fact-codec';
import { UnknownFact, UnreadableFact } from '../facts/fact.errors';
import type { Projection } from './projection';
import { PoisonFactError } from '../runtime/consumer-trouble';

/** An unknown type stops the consumer even if it would have skipped the fact. @throws PoisonFactError */
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

export const factsFor = <Row extends object, F extends Fact>(
  codec: FactCodec,
  { on }: Pick<Projection<Row, F>, 'on'>,
): ((stored: readonly StoredFact[]) => Promise<readonly Recorded<F>[]>) => {
  if (on === 'any')
    return async (stored) => stored.map((fact) => recordedOf(fact, {})) as unknown as readonly Recorded<F>[];
  const types: ReadonlySet<string> = new Set(on);
  return (stored) => decodeFor<F>(codec, types, stored);
};
