import type { Fact, Position } from '../fact';
import type { Projection } from '../projection';
import type { ConsumerParts } from './consumer-parts';
import { factsFor } from './facts-for';
import { foldBatch, keysOf } from './fold-batch';

/**
 * Folds into the generation being built exactly up to a position, so that it shows what the serving one shows.
 * @throws PoisonFactError
 */
export const catchUp = async <Row extends object, F extends Fact>(
  projection: Projection<Row, F>,
  parts: ConsumerParts,
  upTo: Position | null,
): Promise<void> => {
  const { log, store, codec, batchSize } = parts;
  const { collection } = projection;
  const read = factsFor(codec, projection);
  for (;;) {
    const after = await store.checkpoint(collection, 'building');
    if (upTo === null || (after !== null && log.compare(after, upTo) >= 0)) return;
    const page = await log.readAll({ after, prefixes: projection.streams, limit: batchSize });
    const facts = await read(page.facts.filter(({ position }) => log.compare(position, upTo) <= 0));
    const keys = new Set(facts.flatMap((fact) => keysOf(projection, fact)));
    const loaded = await store.load<Row>(collection, [...keys], 'building');
    const { changes } = foldBatch(projection, facts, loaded, (a, b) => log.compare(a, b));
    const checkpoint = page.next === null || log.compare(page.next, upTo) > 0 ? upTo : page.next;
    await store.commit({ collection, changes, checkpoint, into: 'building' });
  }
};
