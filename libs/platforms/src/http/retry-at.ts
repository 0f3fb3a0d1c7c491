const second = 1_000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** No wait is shorter than a second or longer than a day, whatever a header says. */
export const waitFrom = (now: Date, ms: number): Date => new Date(now.getTime() + Math.min(Math.max(ms, second), day));

/** From `Retry-After`, in seconds or as an HTTP date; undefined: not there or not readable. */
export function retryAfter(headers: Headers, now: Date): Date | undefined {
  const header = headers.get('retry-after')?.trim();
  if (!header) return undefined;
  if (/^\d+$/.test(header)) return waitFrom(now, Number(header) * second);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : waitFrom(now, date - now.getTime());
}
