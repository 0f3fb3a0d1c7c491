import type { EventLog } from '../event-log.port';
import type { Position } from '../fact';

/** A log that tells only now and then how far it has looked does so at least after so many facts. */
export const MOST_UNTOLD = 100;

/**
 * Whether no fact of these streams lies behind `after` and up to `upTo`: then who has read the streams up to `after` has read them up to `upTo`. False
 * when that cannot be told from a short look.
 */
export const hasNoFactsBetween = async (
  log: EventLog,
  prefixes: readonly string[],
  after: Position | null,
  upTo: Position,
): Promise<boolean> => {
  const { facts, next } = await log.readAll({ after, prefixes, limit: MOST_UNTOLD });
  return (
    next !== null && log.compare(next, upTo) >= 0 && facts.every(({ position }) => log.compare(position, upTo) > 0)
  );
};
