import { ATTEMPT_LIFE_MS } from '../attempt/attempt';
import type { OpenAttempt } from '../attempt/open-attempts.projection';

/** A creator who came back in the last moment is still being connected. */
const FINISHING_MS = 60_000;

/** Started before this: a creator who has not come back yet will not. ISO UTC. */
export const abandonedBefore = (now: Date): string =>
  new Date(now.getTime() - ATTEMPT_LIFE_MS - FINISHING_MS).toISOString();

/** The attempts that are over without an outcome. */
export const abandonedAttempts = (rows: readonly OpenAttempt[], now: Date): readonly OpenAttempt[] => {
  const before = abandonedBefore(now);
  return rows.filter(({ startedAt }) => startedAt < before);
};
