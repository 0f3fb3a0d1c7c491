import {
  isObject,
  platformDown,
  retryAfter,
  usualWait,
  waitFrom,
  type AnswerRules,
  type Circumstances,
  type PlatformAnswer,
  type Verdict,
} from '../http';
import { nextPacificMidnight } from './pacific-day';

const closed = new Set([
  'authenticatedUserAccountClosed',
  'authenticatedUserAccountSuspended',
  'channelClosed',
  'channelSuspended',
  'accountClosed',
  'accountDeleted',
  'accountTerminated',
]);
const dailyQuota = new Set(['quotaExceeded', 'dailyLimitExceeded', 'dailyLimitExceededUnreg']);
const burst = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'RATE_LIMIT_EXCEEDED']);
/** `quota_limit` or `quotaId`, `quota_unit`, and words of the message. */
const ofTheDay = /per ?day|^\d+\/d\b/i;
const missingScope = new Set(['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT']);
const passing = new Set(['backendError', 'internalError', 'processingFailure', 'SERVICE_UNAVAILABLE']);
const notFound = new Set(['playlistNotFound', 'videoNotFound', 'channelNotFound']);
const noChannel = new Set(['youtubeSignupRequired', 'authenticatedUserNotChannel']);
/** The project behind the app is refused, or has not switched this API on. */
const appRefused = new Set(['accessNotConfigured', 'SERVICE_DISABLED', 'CONSUMER_SUSPENDED', 'CONSUMER_INVALID']);

type Raw = Readonly<Record<string, unknown>>;

const errorIn = (body: unknown): Raw => {
  const error = isObject(body) ? body['error'] : undefined;
  return isObject(error) ? error : {};
};
const objectsIn = (list: unknown): Raw[] => (Array.isArray(list) ? list.filter(isObject) : []);

/** All reasons that an answer gives, in both places where Google puts them. */
export function reasonsOf(body: unknown): string[] {
  const { errors, details } = errorIn(body);
  return [...objectsIn(errors), ...objectsIn(details)].flatMap(({ reason }) =>
    typeof reason === 'string' ? [reason] : [],
  );
}

/** The newer form of errors has one reason for all limits; which of them it is stands beside it. */
function isOfTheDay(body: unknown): boolean {
  const { details, message } = errorIn(body);
  const said = objectsIn(details).flatMap(({ metadata, violations }) => [
    ...(isObject(metadata) ? [metadata['quota_limit'], metadata['quotaLimit'], metadata['quota_unit']] : []),
    ...objectsIn(violations).map(({ quotaId }) => quotaId),
  ]);
  return [...said, message].some((text) => typeof text === 'string' && ofTheDay.test(text));
}

function youtubeVerdict({ status, headers, body }: PlatformAnswer, { now, needs }: Circumstances): Verdict | undefined {
  const reasons = reasonsOf(body);
  const some = (known: ReadonlySet<string>): boolean => reasons.some((reason) => known.has(reason));
  if (some(noChannel)) return { outcome: 'not-eligible', reason: 'no-channel' };
  if (some(closed)) return { outcome: 'needs-reauthorization', cause: 'account-gone' };
  if (some(appRefused)) return { outcome: 'app-not-enrolled', retryAt: null };
  const isLimited = some(burst) || errorIn(body)['status'] === 'RESOURCE_EXHAUSTED';
  // The quota is the app's: all accounts share it.
  if (some(dailyQuota) || (isLimited && isOfTheDay(body)))
    return { outcome: 'app-over-cap', retryAt: waitFrom(now, nextPacificMidnight(now).getTime() - now.getTime()) };
  if (isLimited) return { outcome: 'rate-limited', retryAt: retryAfter(headers, now) ?? waitFrom(now, usualWait) };
  if (some(missingScope)) return { outcome: 'permission-missing', permission: needs };
  if (some(passing)) return platformDown;
  if (status === 401) return { outcome: 'refresh-token' };
  if (status === 404 && some(notFound)) return { outcome: 'gone' };
  // It does not say what is not there.
  if (status === 404 && (reasons.length === 0 || reasons.includes('notFound')))
    return { outcome: 'gone', surmised: true };
  return undefined;
}

/** Answers of the Data and Analytics APIs. */
export const youtubeRules: AnswerRules = { verdict: youtubeVerdict };

function googleTokenVerdict({ body }: PlatformAnswer, { now }: Circumstances): Verdict | undefined {
  const error = isObject(body) ? body['error'] : undefined;
  if (error === 'invalid_grant' || error === 'admin_policy_enforced')
    return { outcome: 'needs-reauthorization', cause: 'no-longer-valid' };
  if (error === 'temporarily_unavailable' || error === 'internal_failure' || error === 'server_error')
    return platformDown;
  if (error === 'rate_limit_exceeded' || error === 'slow_down')
    return { outcome: 'rate-limited', retryAt: waitFrom(now, usualWait) };
  return undefined;
}

/**
 * Answers of the token endpoint. A refused code or refresh token is the creator's to repair, a refused client is ours.
 */
export const googleTokenRules: AnswerRules = { verdict: googleTokenVerdict };
