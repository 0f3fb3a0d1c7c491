import type { Fact } from '../facts/fact';
import type { FactCodec } from '../facts/fact-codec';
import type { Projection } from '../read-models/projection';
import type { ReadStore } from '../read-models/read-store.port';
import { factsFor } from '../read-models/facts-for';
import { committing, foldInto } from '../read-models/fold-into';
import type { PastMoment } from './read-as-of';
import { recordedFacts, type RecordedFactsParts } from './recorded-facts';

export interface PastParts extends RecordedFactsParts {
  readonly codec: FactCodec;
}

export const foldPast = async <Row extends object, F extends Fact>(
  { log, store, codec }: PastParts,
  projection: Projection<Row, F>,
  streams: readonly string[],
  past: PastMoment,
  into: ReadStore,
  signal: AbortSignal,
): Promise<void> => {
  const read = factsFor(codec, projection);
  await into.ensure(projection.collection);
  const target = committing(into, projection.collection, null);
  for await (const stored of recordedFacts({ log, store }, streams, past, signal)) {
    const facts = await read(stored);
    const checkpoint = facts.at(-1)?.position;
    if (checkpoint !== undefined) await foldInto(target, projection, facts, checkpoint, (a, b) => log.compare(a, b));
  }
};
