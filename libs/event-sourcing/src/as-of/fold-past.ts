import { setImmediate as othersFirst } from 'node:timers/promises';
import type { EventLog, StoredFact } from '../event-log.port';
import type { Fact } from '../fact';
import type { FactCodec } from '../fact-codec';
import type { Projection } from '../projection';
import type { ReadStore } from '../read-store.port';
import { decodeFor } from '../runtime/decode-for';
import { foldBatch, keysOf } from '../runtime/fold-batch';
import type { PastMoment } from './read-as-of';

export interface PastParts {
  readonly log: EventLog;
  readonly codec: FactCodec;
}

/** Facts that one look at the log asks for. */
const PAGE = 1_000;

/**
 * Folds a projection once more, into an empty store, from what the workspace's streams said up to the moment. In log order: a clock that was
 * moved back may have recorded an early time behind a late one, so the whole log is looked through, up to where it ends now.
 * @throws Halted at a fact that cannot be read
 */
export const foldPast = async <Row extends object, F extends Fact>(
  { log, codec }: PastParts, projection: Projection<Row, F>, streams: readonly string[], past: PastMoment, store: ReadStore,
): Promise<void> => {
  const types = new Set<string>(projection.on);
  await store.ensure(projection.collection);
  for await (const stored of recorded(log, streams, past)) {
    const facts = await decodeFor<F>(codec, types, stored);
    const checkpoint = facts.at(-1)?.position;
    if (checkpoint === undefined) continue;
    const loaded = await store.load(projection.collection, [...new Set(facts.flatMap((fact) => keysOf(projection, fact)))]);
    const { changes } = foldBatch(projection, facts, loaded, (a, b) => log.compare(a, b));
    await store.commit({ collection: projection.collection, changes, checkpoint });
  }
};

/** The workspace's facts up to the moment, page by page, still encoded. Between two pages everybody else has their turn. */
async function* recorded(log: EventLog, prefixes: readonly string[], { workspaceId, moment }: PastMoment): AsyncGenerator<readonly StoredFact[]> {
  const head = await log.head();
  const latest = moment.toISOString();
  for (let after = null as typeof head; head !== null && (after === null || log.compare(after, head) < 0);) {
    const page = await log.readAll({ after, prefixes, limit: PAGE });
    const wanted = page.facts.filter(({ meta, position }) => meta.ws === workspaceId && meta.at <= latest && log.compare(position, head) <= 0);
    if (wanted.length > 0) yield wanted;
    if (page.end) return;
    after = page.next;
    await othersFirst();
  }
}
