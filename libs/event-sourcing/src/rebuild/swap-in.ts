import type { Fact, Position } from '../facts/fact';
import { factsFor } from '../read-models/facts-for';
import { committing, foldInto } from '../read-models/fold-into';
import { hasNoFactsBetween } from '../read-models/has-no-facts-between';
import type { Projection } from '../read-models/projection';
import type { ConsumerParts } from '../runtime/consumer-parts';

/** A projection that is running, seen from the build that is to take its place. */
export interface Rebuildable {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- differently typed projections
  readonly projection: Projection<any, any>;
  readonly position: Position | null;
  reached(position: Position, timeoutMs: number): Promise<boolean>;
  /** Nothing is folded meanwhile; it then goes on from where the generation that serves stands. */
  pausedFor(work: () => Promise<void>): Promise<void>;
}

/** Ends with the log, too: a consumer's position may lie behind the newest fact. @throws PoisonFactError */
const catchUp = async <Row extends object, F extends Fact>(
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

const PATIENCE_MS = 5_000;

/** Only when the build shows exactly what the serving one shows, so that no row vanishes or changes unpublished. */
export const swapIn = async (runner: Rebuildable, parts: ConsumerParts): Promise<void> => {
  const { log, store } = parts;
  const { projection } = runner;
  const { collection, streams } = projection;
  const built = await store.checkpoint(collection, 'building');
  const isBehind = built !== null && (runner.position === null || log.compare(runner.position, built) < 0);
  // A log on which nothing happens may tell the serving one of no position behind its newest fact.
  if (isBehind && !(await hasNoFactsBetween(log, streams, runner.position, built)))
    await runner.reached(built, PATIENCE_MS);
  await catchUp(projection, parts, runner.position);
  await runner.pausedFor(async () => {
    await catchUp(projection, parts, runner.position);
    await store.promote(collection);
  });
};
