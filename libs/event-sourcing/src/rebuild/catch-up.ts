import type { Fact, Position } from '../facts/fact';
import type { Projection } from '../read-models/projection';
import { committing } from '../read-models/committing';
import type { ConsumerParts } from '../runtime/consumer-parts';
import { factsFor } from '../read-models/facts-for';
import { foldInto } from '../read-models/fold-into';

/** Ends with the log, too: a consumer's position may lie behind the newest fact. @throws PoisonFactError */
export const catchUp = async <Row extends object, F extends Fact>(
  projection: Projection<Row, F>,
  { log, store, codec, batchSize }: ConsumerParts,
  upTo: Position | null,
): Promise<void> => {
  const { collection, streams: prefixes } = projection;
  const compare = (a: Position, b: Position): number => log.compare(a, b);
  const read = factsFor(codec, projection);
  const target = committing(store, collection, await store.checkpoint(collection, 'building'), 'building');
  for (;;) {
    const after = target.checkpoint;
    if (upTo === null || (after !== null && compare(after, upTo) >= 0)) return;
    const page = await log.readAll({ after, prefixes, limit: batchSize });
    const facts = await read(page.facts.filter(({ position }) => compare(position, upTo) <= 0));
    const next = page.end || page.next === null || compare(page.next, upTo) > 0 ? upTo : page.next;
    await foldInto(target, projection, facts, next, compare);
  }
};
