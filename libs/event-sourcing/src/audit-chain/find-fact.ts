import type { Position } from '../facts/fact';
import type { StoredFact } from '../facts/stored-fact';
import { DamagedFact, type EventLog } from '../log/event-log.port';
import { wholeLog } from '../log-transfer/whole-log';

export const findFact = async (
  log: EventLog,
  id: string,
  upTo: Position | null,
): Promise<StoredFact | DamagedFact | undefined> => {
  for await (const fact of wholeLog(log, upTo))
    if ((fact instanceof DamagedFact ? fact.place : fact).id === id) return fact;
  return undefined;
};
