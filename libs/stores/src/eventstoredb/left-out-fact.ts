import { type EventStoreDBClient, FORWARDS } from '@eventstore/db-client';
import type { ConsumeOptions, EventLog, StoredFact } from '@linkage/event-sourcing';
import { setTimeout as pause } from 'node:timers/promises';
import { groupInfo } from './eventstoredb-group';
import { toPosition } from './eventstoredb-position';

const READ_AT_ONCE = 500;
const LOADING = 'NotReady';
const LOOK_AGAIN_MS = 50;

/**
 * The fact that a server of 23.10 leaves out when it builds a group anew, as after a start: the first of the group
 * behind the checkpoint. It takes that for the one that the checkpoint names, which is done, also where the checkpoint
 * is another fact of the log. To be asked before joining; undefined: the group goes on as it should, or another
 * consumer was there first.
 */
export const leftOutFact = async (
  client: EventStoreDBClient,
  { group, prefixes }: ConsumeOptions,
  log: Pick<EventLog, 'readAll'>,
  end: AbortSignal,
): Promise<StoredFact | undefined> => {
  let info = await groupInfo(client, group);
  while (info?.status.includes(LOADING) && !end.aborted) {
    await pause(LOOK_AGAIN_MS);
    info = await groupInfo(client, group);
  }
  const checkpoint = info?.stats.lastCheckpointedEventPosition;
  if (!info || info.stats.totalItems > 0 || !checkpoint) return undefined;
  for await (const { event } of client.readAll({ direction: FORWARDS, fromPosition: checkpoint, maxCount: 1 }))
    if (prefixes.some((prefix) => event?.streamId.startsWith(prefix))) return undefined;
  let after = toPosition(checkpoint);
  for (;;) {
    const { facts, next, end: isEnd } = await log.readAll({ after, prefixes, limit: READ_AT_ONCE });
    if (facts[0] !== undefined || isEnd || next === null || next === after) return facts[0];
    after = next;
  }
};
