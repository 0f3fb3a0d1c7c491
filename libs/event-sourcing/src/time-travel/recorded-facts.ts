import { setImmediate as othersFirst } from 'node:timers/promises';
import type { EventLog } from '../log/event-log.port';
import type { StoredFact } from '../facts/stored-fact';
import type { Position } from '../facts/fact';
import type { ReadStore } from '../read-models/read-store.port';
import { knownStreams } from './known-streams';
import type { PastMoment } from './read-as-of';
import { StreamMerge } from './stream-merge';

export interface RecordedFactsParts {
  readonly log: EventLog;
  readonly store: ReadStore;
}

const PAGE = 1_000;
/** Beyond this many streams, or this share of all, reading the whole log in one go is faster. */
const MOST_STREAMS = 20_000;
const MOST_OF_ALL = 0.25;

/** To the end of each stream, since a clock may have been set back. @throws the reason of `signal` when aborted */
export async function* recordedFacts(
  { log, store }: RecordedFactsParts,
  prefixes: readonly string[],
  { workspaceId, moment }: PastMoment,
  signal: AbortSignal,
): AsyncGenerator<readonly StoredFact[]> {
  const known = await knownStreams({ log, store }, workspaceId, prefixes, (ofAll) =>
    Math.min(MOST_STREAMS, ofAll * MOST_OF_ALL),
  );
  const head = await log.head();
  if (head === null) return;
  const latest = moment.toISOString();
  const wantedOf = (facts: readonly StoredFact[]): readonly StoredFact[] =>
    facts.filter(
      ({ meta, position }) => meta.ws === workspaceId && meta.at <= latest && log.compare(position, head) <= 0,
    );

  const merge = known && new StreamMerge(log, known);
  for (let piece = (await merge?.piece()) ?? []; piece.length > 0; piece = (await merge?.piece()) ?? []) {
    yield wantedOf(piece);
    await othersFirst();
    signal.throwIfAborted();
  }
  for (let after: Position | null = merge?.reached ?? null; after === null || log.compare(after, head) < 0;) {
    const page = await log.readAll({ after, prefixes, limit: PAGE });
    yield wantedOf(page.facts);
    if (page.end) return;
    after = page.next;
    await othersFirst();
    signal.throwIfAborted();
  }
}
