import {
  isObject,
  platformDown,
  retryAfter,
  usualWait,
  verdictOfStatus,
  waitFrom,
  type PlatformAnswer,
  type Verdict,
} from '../http';
import { nextPacificMidnight } from './youtube.days';

const closed = new Set([
  'authenticatedUserAccountClosed',
  'authenticatedUserAccountSuspended',
  'channelClosed',
  'channelSuspended',
  'accountClosed',
  'accountDeleted',
]);
const dailyQuota = new Set(['quotaExceeded', 'dailyLimitExceeded']);
const burst = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'RATE_LIMIT_EXCEEDED']);
const missingScope = new Set(['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT']);
const passing = new Set(['backendError', 'internalError', 'processingFailure', 'SERVICE_UNAVAILABLE']);
const notFound = new Set(['playlistNotFound', 'videoNotFound', 'channelNotFound', 'notFound']);

/** All reasons that an answer gives, in both places where Google puts them. */
export function reasonsOf(body: unknown): string[] {
  const error = isObject(body) ? body['error'] : undefined;
  if (!isObject(error)) return [];
  const lists = [error['errors'], error['details']].filter((list): list is unknown[] => Array.isArray(list));
  return lists
    .flat()
    .flatMap((entry) => (isObject(entry) && typeof entry['reason'] === 'string' ? [entry['reason']] : []));
}

/** What an answer of the Data or Analytics API means. `permission`: what the call needs. */
export function youtubeVerdict(answer: PlatformAnswer, now: Date, permission: string): Verdict {
  const byStatus = verdictOfStatus(answer, now);
  if (byStatus !== undefined) return byStatus;
  const reasons = reasonsOf(answer.body);
  const some = (known: ReadonlySet<string>): boolean => reasons.some((reason) => known.has(reason));
  if (reasons.includes('youtubeSignupRequired')) return { outcome: 'not-eligible', reason: 'no-channel' };
  if (some(closed)) return { outcome: 'needs-reauthorization', cause: 'account-gone' };
  if (some(dailyQuota))
    return { outcome: 'rate-limited', retryAt: waitFrom(now, nextPacificMidnight(now).getTime() - now.getTime()) };
  if (some(burst))
    return { outcome: 'rate-limited', retryAt: retryAfter(answer.headers, now) ?? waitFrom(now, usualWait) };
  if (some(missingScope)) return { outcome: 'permission-missing', permission };
  if (some(passing)) return platformDown;
  if (answer.status === 401) return { outcome: 'refresh-token' };
  if (answer.status === 404 && (some(notFound) || reasons.length === 0)) return { outcome: 'gone' };
  return null;
}

/** What an answer of the token endpoint means. A refused code or refresh token is the creator's to repair, a refused client is ours. */
export function googleTokenVerdict(answer: PlatformAnswer, now: Date): Verdict {
  const byStatus = verdictOfStatus(answer, now);
  if (byStatus !== undefined) return byStatus;
  const error = isObject(answer.body) ? answer.body['error'] : undefined;
  if (error === 'invalid_grant' || error === 'admin_policy_enforced')
    return { outcome: 'needs-reauthorization', cause: 'no-longer-valid' };
  if (error === 'temporarily_unavailable' || error === 'internal_failure' || error === 'server_error')
    return platformDown;
  if (error === 'rate_limit_exceeded' || error === 'slow_down')
    return { outcome: 'rate-limited', retryAt: waitFrom(now, usualWait) };
  return null;
}
