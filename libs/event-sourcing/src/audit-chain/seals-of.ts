import type { EventLog } from '../log/event-log.port';
import type { StoredFact } from '../facts/stored-fact';
import type { Position } from '../facts/fact';
import { sealStream } from './seal';

export const sealAt = async (log: EventLog, workspaceId: string, revision: number): Promise<StoredFact | undefined> => {
  const [found] = await log.readStream(sealStream(workspaceId), { from: revision, limit: 1 });
  return found;
};

const PAGE = 10;

export const sealsSince = async (
  log: EventLog,
  workspaceId: string,
  position: Position,
): Promise<readonly StoredFact[]> => {
  const found: StoredFact[] = [];
  for (let from: number | undefined; from !== -1;) {
    const page = await log.readStream(sealStream(workspaceId), {
      backwards: true,
      limit: PAGE,
      ...(from !== undefined && { from }),
    });
    const old = page.findIndex((seal) => log.compare(seal.position, position) <= 0);
    found.push(...(old === -1 ? page : page.slice(0, old + 1)));
    if (old !== -1 || page.length < PAGE) break;
    from = (page.at(-1)?.revision ?? 0) - 1;
  }
  return found.reverse();
};
