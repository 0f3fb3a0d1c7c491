import type { EventLog, ReadAllPage } from '../log/event-log.port';
import type { Position } from '../facts/fact';
import { MOST_UNTOLD } from '../read-models/has-no-facts-between';

/** A log that filters at its server leaves an idle consumer's position behind, so the position alone does not tell. */
export const factsWaiting = (log: EventLog, head: Position | null) => {
  const pages = new Map<Position | null, Promise<ReadAllPage>>();
  return async (prefixes: readonly string[], position: Position | null): Promise<boolean> => {
    if (head === null || (position !== null && log.compare(position, head) >= 0)) return false;
    const page = pages.get(position) ?? log.readAll({ after: position, limit: MOST_UNTOLD });
    pages.set(position, page);
    const { facts, next } = await page;
    const isWhole = next !== null && log.compare(next, head) >= 0;
    return (
      !isWhole ||
      facts.some(
        (fact) => log.compare(fact.position, head) <= 0 && prefixes.some((prefix) => fact.stream.startsWith(prefix)),
      )
    );
  };
};
