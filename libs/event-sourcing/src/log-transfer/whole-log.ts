import { DamagedFact, type EventLog } from '../log/event-log.port';
import type { StoredFact } from '../facts/stored-fact';
import type { Position } from '../facts/fact';

const PAGE = 1_000;

export async function* wholeLog(log: EventLog, upTo: Position | null): AsyncGenerator<StoredFact | DamagedFact> {
  if (upTo === null) return;
  let limit = PAGE;
  for (let after: Position | null = null; ;) {
    const page: Awaited<ReturnType<EventLog['readAll']>> | DamagedFact = await log
      .readAll({ after, limit })
      .catch(damaged);
    if (page instanceof DamagedFact) {
      if (limit > 1) {
        limit = 1;
        continue;
      }
      yield page;
      [after, limit] = [page.place.position, PAGE];
      continue;
    }
    for (const fact of page.facts) {
      if (log.compare(fact.position, upTo) > 0) return;
      yield fact;
    }
    after = page.next;
    if (page.end || after === null || log.compare(after, upTo) >= 0) return;
  }
}

const damaged = (error: unknown): DamagedFact => {
  if (error instanceof DamagedFact) return error;
  throw error;
};
