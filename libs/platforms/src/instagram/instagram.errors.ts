import type { AccessLostCause } from '@linkage/published-facts';
import {
  isObject,
  platformDown,
  usualWait,
  verdictOfStatus,
  waitFrom,
  type PlatformAnswer,
  type Verdict,
} from '../http';
import type { InstagramError } from './instagram.wire';

/** Subcodes of code 190 that tell why. All others (checkpoint, invalid session, lost role) only say that the access is no longer valid. */
const causes: Readonly<Record<number, AccessLostCause>> = {
  458: 'permission-revoked',
  460: 'password-changed',
  463: 'expired',
};
const rateCodes = new Set([4, 17, 32, 341, 368, 613, 80001, 80002]);
const transientCodes = new Set([1, 2]);

export type GraphErrorFields = Partial<InstagramError['error']>;

/** The `error` of a Graph body; undefined: none. */
export function graphErrorOf(body: unknown): GraphErrorFields | undefined {
  const error = isObject(body) ? body['error'] : undefined;
  return isObject(error) ? error : undefined;
}

/** What a Graph answer means. The body's code counts, not the status, which is mostly 400. `permission`: what the call needs. */
export function instagramVerdict(answer: PlatformAnswer, now: Date, permission: string): Verdict {
  const byStatus = verdictOfStatus(answer, now);
  if (byStatus !== undefined) return byStatus;
  const error = graphErrorOf(answer.body);
  const code = error?.code;
  if (error === undefined || code === undefined) return tokenVerdict(answer.body);
  if (code === 190 || code === 102)
    return { outcome: 'needs-reauthorization', cause: causes[error.error_subcode ?? 0] ?? 'no-longer-valid' };
  if (rateCodes.has(code))
    return { outcome: 'rate-limited', retryAt: waitFrom(now, regainAccessMs(answer.headers) ?? usualWait) };
  if (transientCodes.has(code) || error.is_transient === true) return platformDown;
  if (code === 3 || code === 10 || (code >= 200 && code < 300)) return { outcome: 'permission-missing', permission };
  if (code === 803 || (code === 100 && error.error_subcode === 33)) return { outcome: 'gone' };
  return null;
}

/** The endpoint that takes the code has an error shape of its own. A refused code is the creator's to repair; the rest is our set-up. */
function tokenVerdict(body: unknown): Verdict {
  const message = isObject(body) && 'error_type' in body ? body['error_message'] : undefined;
  const refusedCode = typeof message === 'string' && /\bcode\b/i.test(message) && !/redirect/i.test(message);
  return refusedCode ? { outcome: 'needs-reauthorization', cause: 'no-longer-valid' } : null;
}

/** Why insights are not there although nothing is wrong; undefined: something is wrong. */
export type NoInsights = 'few-viewers' | 'few-followers' | 'before-professional' | 'retired-metric';

/** Answers of the insights endpoints that are about availability. `ofStory`: stories with fewer than 5 viewers are refused with code 10. */
export function noInsightsBecause(body: unknown, ofStory: boolean): NoInsights | undefined {
  const error = graphErrorOf(body);
  if (error?.error_subcode === 2108006) return 'before-professional';
  if (error?.error_subcode === 2874010) return 'few-followers';
  const message = error?.message ?? '';
  if (error?.code === 10 && (/not enough viewers/i.test(message) || (ofStory && !/permission/i.test(message))))
    return 'few-viewers';
  if (error?.code === 100 && error.error_subcode === undefined) return 'retired-metric';
  return undefined;
}

interface Usage {
  readonly busiest: number;
  readonly regainMinutes: number;
}

/** The used part of the call budget in percent, and the minutes until it is free again. Absent or unreadable headers say nothing. */
export function usageOf(headers: Headers): Usage {
  let parsed: unknown;
  try {
    parsed = JSON.parse(headers.get('x-business-use-case-usage') ?? '{}');
  } catch {
    return { busiest: 0, regainMinutes: 0 };
  }
  const entries = isObject(parsed) ? Object.values(parsed).flat().filter(isObject) : [];
  const most = (...names: string[]): number =>
    Math.max(0, ...entries.flatMap((entry) => names.map((name) => Number(entry[name]) || 0)));
  return {
    busiest: most('call_count', 'total_cputime', 'total_time'),
    regainMinutes: most('estimated_time_to_regain_access'),
  };
}

function regainAccessMs(headers: Headers): number | undefined {
  const { regainMinutes } = usageOf(headers);
  return regainMinutes > 0 ? regainMinutes * 60_000 : undefined;
}
