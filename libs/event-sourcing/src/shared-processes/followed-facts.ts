import { recordedOf, type StoredFact } from '../facts/stored-fact';
import type { Fact, Recorded } from '../facts/fact';
import type { FactCodec } from '../facts/fact-codec';
import type { Projection } from '../read-models/projection';
import { keysOf } from '../read-models/fold-into';

/** The projection stops before an unreadable fact. */
type Followed = Recorded | { readonly unreadable: StoredFact };

const decoded = async (codec: FactCodec, stored: readonly StoredFact[]): Promise<readonly Followed[]> => {
  try {
    return await codec.decode(stored);
  } catch {
    return Promise.all(
      stored.map((fact) =>
        codec.decode([fact]).then(
          ([one]) => one ?? { unreadable: fact },
          () => ({ unreadable: fact }),
        ),
      ),
    );
  }
};

export interface FactOfInterest {
  readonly fact: StoredFact;
  keysFor<Row extends object, F extends Fact>(projection: Projection<Row, F>): readonly string[] | null;
}

export const followedFacts = async (
  codec: FactCodec,
  types: ReadonlySet<string>,
  stored: readonly StoredFact[],
): Promise<readonly FactOfInterest[]> => {
  const wanted = stored.filter((fact) => types.has(fact.type) || !isKnown(codec, fact));
  const facts = await decoded(codec, wanted);
  const followed = new Map(wanted.map((fact, index) => [fact, facts[index] ?? { unreadable: fact }]));
  return stored.map((fact) => ({
    fact,
    keysFor: (projection) => {
      if (!projection.streams.some((prefix) => fact.stream.startsWith(prefix))) return null;
      type Taken = Parameters<typeof projection.key>[0];
      if (projection.on === 'any') return keysOrNone(projection, recordedOf(fact, {}) as unknown as Taken);
      const known = followed.get(fact);
      if (!known) return null;
      if ('unreadable' in known) return [];
      return projection.on.some((type) => type === fact.type)
        ? keysOrNone(projection, known as unknown as Taken)
        : null;
    },
  }));
};

const isKnown = (codec: FactCodec, fact: StoredFact): boolean => {
  try {
    codec.definitionOf(fact);
    return true;
  } catch {
    return false;
  }
};

const keysOrNone = <Row extends object, F extends Fact>(
  projection: Projection<Row, F>,
  fact: Recorded<F>,
): readonly string[] | null => {
  try {
    const keys = keysOf(projection, fact);
    return keys.length > 0 ? keys : null;
  } catch {
    return [];
  }
};
