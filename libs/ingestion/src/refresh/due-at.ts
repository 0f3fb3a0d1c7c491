const minute = 60_000;
const hour = 60 * minute;

/** How long figures are fresh (R93). */
export const REFRESH_EVERY_MS = 24 * hour;
const LONGEST_JITTER_MS = 45 * minute;
const SHORTEST_PAUSE_MS = 5 * minute;
const SHORTEST_REST_MS = 15 * minute;
const LONGEST_PAUSE_MS = 6 * hour;

/**
 * How much earlier than the others this account is due: 0 to 45 min, always the same for one account (FNV-1a of its
 * id).
 */
export const jitterOf = (accountId: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < accountId.length; index += 1)
    hash = Math.imul(hash ^ accountId.charCodeAt(index), 0x01000193) >>> 0;
  return hash % LONGEST_JITTER_MS;
};

/** When an account that was refreshed at `endedAt` (ms) is due again. */
export const dueAfterSuccess = (accountId: string, endedAt: number): number =>
  endedAt + REFRESH_EVERY_MS - jitterOf(accountId);

/**
 * 5 min after the first trouble in a row, or 15 where the platform wants fewer calls; twice as long after each further
 * one, 6 h at most.
 */
export const pauseAfter = (troublesInARow: number, why?: string): number => {
  const shortest = why === 'rate-limited' ? SHORTEST_REST_MS : SHORTEST_PAUSE_MS;
  return Math.min(shortest * 2 ** Math.max(0, troublesInARow - 1), LONGEST_PAUSE_MS);
};

/**
 * When to try again after trouble at `endedAt` (ms): when the platform said so (between a minute and a day from then),
 * else after a growing pause. `why`: the outcome or the reason.
 */
export const dueAfterTrouble = (troublesInARow: number, endedAt: number, why: string, retryAt: Date | null): number =>
  retryAt === null
    ? endedAt + pauseAfter(troublesInARow, why)
    : Math.min(Math.max(retryAt.getTime(), endedAt + minute), endedAt + REFRESH_EVERY_MS);
