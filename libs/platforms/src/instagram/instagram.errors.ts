import type { AccessLostCause } from '@linkage/published-facts';
import {
  isObject,
  metaRate,
  platformDown,
  usualWait,
  waitFrom,
  type AnswerRules,
  type Circumstances,
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
/** Subcodes of a code that is used up or expired, where the token endpoint answers in Graph's shape. */
const refusedCodes = new Set([36007, 36009]);
/** Says that a token of another kind is needed, which is our mistake and nobody's lost access. */
const otherTokenNeeded = 2069032;

export type GraphErrorFields = Partial<InstagramError['error']>;

/** The `error` of a Graph body; undefined: none. */
export function graphErrorOf(body: unknown): GraphErrorFields | undefined {
  const error = isObject(body) ? body['error'] : undefined;
  return isObject(error) ? error : undefined;
}

/** The body's code counts, not the status, which is mostly 400. */
function instagramVerdict({ body, headers }: PlatformAnswer, { now, needs }: Circumstances): Verdict | undefined {
  const error = graphErrorOf(body);
  if (error?.code === undefined) return tokenVerdict(body);
  const { code, error_subcode: subcode } = error;
  const said = typeof error.message === 'string' ? error.message : '';
  if (rateCodes.has(code)) {
    const { freeAt = null } = metaRate(headers, now) ?? {};
    return { outcome: 'rate-limited', retryAt: freeAt ?? waitFrom(now, usualWait) };
  }
  if (error.is_transient === true || (transientCodes.has(code) && error.is_transient !== false)) return platformDown;
  if (/must be granted|missing permissions/i.test(said)) return { outcome: 'permission-missing', permission: needs };
  if (code === 190 || code === 102) {
    if (subcode === otherTokenNeeded) return undefined;
    return { outcome: 'needs-reauthorization', cause: causes[subcode ?? 0] ?? 'no-longer-valid' };
  }
  if (code === 3 || code === 10 || (code >= 200 && code < 300))
    return { outcome: 'permission-missing', permission: needs };
  if (code === 100 && refusedCodes.has(subcode ?? 0))
    return { outcome: 'needs-reauthorization', cause: 'no-longer-valid' };
  if (code === 803 || (code === 100 && subcode === 33)) return { outcome: 'gone' };
  return undefined;
}

/** The endpoint that takes the code has an error shape of its own. A refused code is the creator's to repair; the rest is our set-up. */
function tokenVerdict(body: unknown): Verdict | undefined {
  const message = isObject(body) && 'error_type' in body ? body['error_message'] : undefined;
  const refusedCode = typeof message === 'string' && /\bcode\b/i.test(message) && !/redirect/i.test(message);
  return refusedCode ? { outcome: 'needs-reauthorization', cause: 'no-longer-valid' } : undefined;
}

export const instagramRules: AnswerRules = { verdict: instagramVerdict, rate: metaRate };

/**
 * Why insights are not there although nothing is wrong. `refused-metric`: one of those that were asked for is refused for this object, and
 * Instagram does not say that it is so for all.
 */
export type NoInsights = 'few-viewers' | 'few-followers' | 'before-professional' | 'retired-metric' | 'refused-metric';

const saysRetired = /no longer (supported|available)|must be one of|valid insights metric|deprecated/i;

/** Answers of the insights endpoints that are about availability. `ofStory`: stories with fewer than 5 viewers are refused with code 10. */
export function noInsightsBecause({ status, body }: PlatformAnswer, ofStory: boolean): NoInsights | undefined {
  if (status < 400 || status >= 500 || status === 429) return undefined;
  const error = graphErrorOf(body);
  if (error?.error_subcode === 2108006) return 'before-professional';
  if (error?.error_subcode === 2874010) return 'few-followers';
  const message = typeof error?.message === 'string' ? error.message : '';
  if (error?.code === 10 && (/not enough viewers/i.test(message) || (ofStory && !/permission/i.test(message))))
    return 'few-viewers';
  if (error?.code === 100 && error.error_subcode === undefined && !/permission/i.test(message))
    return saysRetired.test(message) ? 'retired-metric' : 'refused-metric';
  return undefined;
}
