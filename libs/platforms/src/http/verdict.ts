import { isAppTrouble, type PlatformTrouble } from '../errors';
import type { PlatformAnswer } from './platform-request';
import { retryAfter } from './retry-at';

/** What an answer means; null: it is unforeseen, so it is reported. */
export type Verdict = Exclude<PlatformTrouble, { outcome: 'unexpected' }> | null;

/** What a verdict may depend on beside the answer. */
export interface Circumstances {
  readonly now: Date;
  /** The permission that the call needs. */
  readonly needs: string;
}

/** How a platform's answers are to be understood. */
export interface AnswerRules {
  /** Whether it is what was asked for, by the platform's own word. Absent: 2xx, and an object without `error`. */
  readonly isGood?: (answer: PlatformAnswer) => boolean;
  /** What an answer that is not good means; undefined: the platform's rules say nothing, its status decides. */
  readonly verdict: (answer: PlatformAnswer, circumstances: Circumstances) => Verdict | undefined;
  /** How far the budget that the call is counted in is used up, as the answer's headers say. */
  readonly rate?: (headers: Headers, now: Date) => RateReading | undefined;
}

/** A budget of calls. */
export interface RateReading {
  readonly usedPercent: number;
  /** When there is room again, where the platform says so. */
  readonly freeAt: Date | null;
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const platformDown = { outcome: 'platform-down' } as const;

/** Whether an answer says that something is wrong; `null` in that place says that nothing is. */
export const hasError = (body: Readonly<Record<string, unknown>>): boolean => (body['error'] ?? null) !== null;

const is2xx = ({ status }: PlatformAnswer): boolean => status >= 200 && status < 300;

export const isGood = (answer: PlatformAnswer, { isGood: own }: AnswerRules): boolean =>
  isObject(answer.body) && (own?.(answer) ?? (is2xx(answer) && !hasError(answer.body)));

const isWait = (verdict: Verdict | undefined): boolean =>
  verdict?.outcome === 'rate-limited' || isAppTrouble(verdict?.outcome ?? '');

/**
 * What an answer that is not good means. A 5xx is never asked what it says, so that it can never break a connection.
 * The body comes before the status: a 429 may be a monthly cap, which is no matter of minutes. But nothing in a 429
 * breaks a connection either.
 */
export function verdictOf(answer: PlatformAnswer, rules: AnswerRules, circumstances: Circumstances): Verdict {
  const { status, body, headers } = answer;
  if (status >= 500 || status === 408) return platformDown;
  const own = isObject(body) ? rules.verdict(answer, circumstances) : undefined;
  if (status === 429 && !isWait(own)) {
    const { now } = circumstances;
    return { outcome: 'rate-limited', retryAt: retryAfter(headers, now) ?? null };
  }
  if (own !== undefined) return own;
  if (status >= 300 && status < 400) return null;
  return isObject(body) ? null : platformDown;
}
