import { jitterOf } from '../refresh/due-at';

const hour = 3_600_000;
const day = 24 * hour;

/** So long after its loss an account is asked again by itself. Then it rests until its creator connects it. */
export const PROBED_FOR_MS = 30 * day;
/** A slip of the platform has mostly passed by then. */
export const FIRST_PROBE_MS = 2 * hour;
const SECOND_PROBE_MS = 8 * hour;

/**
 * When an account that was lost at `lostAt` (ms) was to be asked again last, as of `now`: 2 and 8 hours after the loss,
 * then every 24 hours, each account with its own 0 to 45 min more. null: not yet, or not any more. It follows from the
 * loss alone, so that a restart changes nothing.
 */
export const lastProbeTime = (accountId: string, lostAt: number, now: number): number | null => {
  if (now > lostAt + PROBED_FOR_MS) return null;
  const first = lostAt + jitterOf(accountId);
  const passed = now - first;
  if (passed < FIRST_PROBE_MS) return null;
  if (passed < SECOND_PROBE_MS) return first + FIRST_PROBE_MS;
  return first + (passed < day ? SECOND_PROBE_MS : Math.floor(passed / day) * day);
};
