import type { PlatformTrouble } from '../errors';
import type { PlatformAnswer } from './platform-request';
import { retryAfter, usualWait, waitFrom } from './retry-at';

/** What an answer means; null: nobody foresaw it, so it is reported. */
export type Verdict = Exclude<PlatformTrouble, { outcome: 'unexpected' }> | null;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const platformDown = { outcome: 'platform-down' } as const;

/**
 * What the status alone decides, the same for every platform; undefined: look at the body. Comes before any look at the body, so that
 * a 5xx or a 429 can never break a connection, whatever it says.
 */
export function verdictOfStatus(answer: PlatformAnswer, now: Date): Verdict | undefined {
  if (answer.status >= 500 || answer.status === 408) return platformDown;
  if (answer.status === 429)
    return { outcome: 'rate-limited', retryAt: retryAfter(answer.headers, now) ?? waitFrom(now, usualWait) };
  if (answer.status >= 300 && answer.status < 400) return null;
  return isObject(answer.body) ? undefined : platformDown;
}
