import type { Fact } from '../fact';
import type { FactCodec } from '../fact-codec';
import type { Projection } from '../projection';
import type { ReadStore } from '../read-store.port';
import { factsFor } from '../runtime/facts-for';
import { foldBatch, keysOf } from '../runtime/fold-batch';
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
  for await (const stored of recordedFacts({ log, store }, streams, past, signal)) {
    const facts = await read(stored);
    const checkpoint = facts.at(-1)?.position;
    if (checkpoint === undefined) continue;
    const loaded = await into.load(projection.collection, [
      ...new Set(facts.flatMap((fact) => keysOf(projection, fact))),
    ]);
    const { changes } = foldBatch(projection, facts, loaded, (a, b) => log.compare(a, b));
    await into.commit({ collection: projection.collection, changes, checkpoint });
  }
};
