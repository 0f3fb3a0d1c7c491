const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Without being used, a session ends after two weeks; used or not, after a quarter of a year. */
const UNUSED = 14 * DAY;
const LONGEST = 90 * DAY;
/** How often the end is moved while the session is used; more often would only write more. */
const RENEW_AFTER = 6 * HOUR;

/** Times in ms since 1970. */
export interface SessionLife {
  readonly startedAt: number;
  readonly renewedAt: number;
}

export const sessionEnd = ({ startedAt, renewedAt }: SessionLife): number =>
  Math.min(renewedAt + UNUSED, startedAt + LONGEST);

/** The life after the session was used at `now`; undefined: nothing to write. */
export const usedAt = (life: SessionLife, now: number): SessionLife | undefined =>
  now - life.renewedAt >= RENEW_AFTER ? { ...life, renewedAt: now } : undefined;
