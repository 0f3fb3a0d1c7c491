const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** So long a mail is tried; one that comes later would surprise. */
export const MAIL_MAX_AGE_MS = 72 * HOUR_MS;

/** After each failed try. The first ones suit greylisting, which wants to see the mail again after some minutes. */
const GAPS_MS = [
  15_000,
  MINUTE_MS,
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
] as const;

/** When a mail that was asked for at `askedAt` is tried again, after `failed` tries; null: no more. */
export const nextTry = (askedAt: string, failed: number, now: Date): string | null => {
  const gap = GAPS_MS[Math.min(Math.max(failed, 1), GAPS_MS.length) - 1] ?? MINUTE_MS;
  const next = now.getTime() + gap;
  return next > Date.parse(askedAt) + MAIL_MAX_AGE_MS ? null : new Date(next).toISOString();
};
