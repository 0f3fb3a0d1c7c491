import type { EventLog } from '../log/event-log.port';
import type { ParkedReaction } from '../runtime/consumer-status';
import { readReason } from './parked-reason';

export const parkedReactions = async (
  { groups }: EventLog,
  reactor: string,
  limit: number,
): Promise<readonly ParkedReaction[]> =>
  (await groups.parked(reactor, limit)).map(({ fact: { id, type, stream, position, meta }, reason, at }) => ({
    fact: { id, type, stream, position },
    recordedAt: meta.at,
    parkedAt: at,
    ...readReason(reason),
  }));
