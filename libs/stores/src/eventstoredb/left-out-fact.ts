import {
  type EventStoreDBClient,
  FORWARDS,
  type PersistentSubscriptionToAllInfo,
  type Position as ServerPosition,
} from '@eventstore/db-client';
import type { ConsumeOptions, EventLog, Position, StoredFact } from '@linkage/event-sourcing';
import { setTimeout as pause } from 'node:timers/promises';
import { groupInfo } from './eventstoredb-group';
import { comparePositions, toPosition } from './eventstoredb-position';

const READ_AT_ONCE = 500;
const LOOK_AGAIN_MS = 50;
/** The server hears of facts a little after the log has them. */
const LOOKS = 4;
/** Fewer than the server keeps ready, so it goes on reading meanwhile. */
const MOST_WAITED_FOR = 1_000;
const LONGEST_WAIT_MS = 5_000;

type Log = Pick<EventLog, 'head' | 'readAll'>;

/**
 * The fact that a server of 23.10 leaves out when it builds a group anew, as after a start: the first of the group
 * behind the checkpoint. It takes that for the one that the checkpoint names, which is done, also where the checkpoint
 * is another fact of the log. A group that is new leaves out none. So it is left out where the log has more facts
 * behind the checkpoint than the server keeps ready; where that cannot be told, one comes twice rather than never. To
 * be asked before joining; undefined: the group goes on as it should, or another consumer was there first.
 */
export const leftOutFact = async (
  client: EventStoreDBClient,
  { group, prefixes }: ConsumeOptions,
  log: Log,
  end: AbortSignal,
): Promise<StoredFact | undefined> => {
  const head = await log.head();
  let left: StoredFact | undefined;
  for (let look = 0; look < LOOKS && !end.aborted; look += 1) {
    if (look > 0) await pause(LOOK_AGAIN_MS);
    const info = await whenRead(client, group, end);
    const checkpoint = info?.stats.lastCheckpointedEventPosition;
    if (!info || !isUntouched(info) || !checkpoint || (await isOfGroup(client, checkpoint, prefixes))) return undefined;
    const ready = info.stats.readBufferCount + info.stats.retryBufferCount;
    const waiting = await factsBehind(log, toPosition(checkpoint), head, prefixes, ready + 1);
    if (waiting.length <= ready) return undefined;
    [left] = waiting;
  }
  return left;
};

const isUntouched = ({ stats, connections }: PersistentSubscriptionToAllInfo): boolean =>
  stats.totalItems === 0n && connections.length === 0;

/** The group when the server has read as far as it will before a consumer joins. */
const whenRead = async (
  client: EventStoreDBClient,
  group: string,
  end: AbortSignal,
): Promise<PersistentSubscriptionToAllInfo | undefined> => {
  const until = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    const info = await groupInfo(client, group);
    if (!info || end.aborted || !isUntouched(info)) return info;
    const isLoading = info.status.includes('NotReady');
    const isReading = !info.status.includes('Live') && info.stats.readBufferCount < MOST_WAITED_FOR;
    if (!isLoading && (!isReading || performance.now() > until)) return info;
    await pause(LOOK_AGAIN_MS);
  }
};

const isOfGroup = async (
  client: EventStoreDBClient,
  position: ServerPosition,
  prefixes: readonly string[],
): Promise<boolean> => {
  let isOne = false;
  // Read to its end: a reading that is broken off keeps the connection from being closed.
  for await (const { event } of client.readAll({ direction: FORWARDS, fromPosition: position, maxCount: 1 }))
    isOne = prefixes.some((prefix) => event?.streamId.startsWith(prefix) === true);
  return isOne;
};

/** The group's facts from behind `after` up to `upTo`, so many at most. */
const factsBehind = async (
  log: Log,
  after: Position,
  upTo: Position | null,
  prefixes: readonly string[],
  most: number,
): Promise<readonly StoredFact[]> => {
  const found: StoredFact[] = [];
  for (let from = after; ;) {
    const { facts, next, end } = await log.readAll({ after: from, prefixes, limit: READ_AT_ONCE });
    for (const fact of facts) {
      if (found.length >= most || upTo === null || comparePositions(fact.position, upTo) > 0) return found;
      found.push(fact);
    }
    if (end || next === null || next === from) return found;
    from = next;
  }
};
