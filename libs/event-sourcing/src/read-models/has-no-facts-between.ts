import type { EventLog } from '../log/event-log.port';
import type { Position } from '../facts/fact';

/** A log that reports its progress only now and then does so at least after this many facts. */
export const MOST_UNTOLD = 100;

/** A consumer at `after` is then as far as `upTo`. False when a short read cannot tell. */
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
