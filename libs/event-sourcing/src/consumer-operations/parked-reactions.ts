import type { StoredFact } from '../facts/stored-fact';
import type { EventLog } from '../log/event-log.port';
import { type ParkedReason, readReason } from '../reactions/parked-reason';

export interface ParkedReaction extends ParkedReason {
  readonly fact: Pick<StoredFact, 'id' | 'type' | 'stream' | 'position'>;
  readonly recordedAt: string;
  readonly parkedAt: string;
}

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
