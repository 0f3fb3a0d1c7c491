import { BACKWARDS, END, type EventStoreDBClient, type ReadPosition } from '@eventstore/db-client';
import type { Position } from '@linkage/event-sourcing';
import { toFact } from './eventstoredb-fact';
import type { Asking } from './retrying';

const FIRST_READ = 8;
const MOST_READ = 1_000;

/** Each read is consumed to its end: an abandoned one stays open, and the connection takes no more than a hundred. */
export const newestFact = async (client: EventStoreDBClient, asking: Asking): Promise<Position | null> => {
  let from: ReadPosition = END;
  for (let maxCount = FIRST_READ; ; maxCount = Math.min(8 * maxCount, MOST_READ)) {
    let [seen, newest]: [number, Position | null] = [0, null];
    for await (const { event } of asking.read(client.readAll({ direction: BACKWARDS, fromPosition: from, maxCount }))) {
      seen += 1;
      asking.heard += 1;
      from = event?.position ?? from;
      newest ??= toFact(event)?.position ?? null;
    }
    if (newest !== null || seen < maxCount) return newest;
  }
};
