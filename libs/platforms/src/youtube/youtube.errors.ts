import {
  isObject,
  platformDown,
  retryAfter,
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
const ofTheDay = /per ?day|\bdaily\b|^\d+\/d\b/i;
const missingScope = new Set(['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT']);
const passing = new Set(['backendError', 'internalError', 'processingFailure', 'SERVICE_UNAVAILABLE']);
const notFound = new Set(['playlistNotFound', 'videoNotFound', 'channelNotFound']);
const noChannel = new Set(['youtubeSignupRequired', 'authenticatedUserNotChannel']);
/** The project behind the app is refused, or has not switched this API on. */
const appRefused = new Set([
  'accessNotConfigured',
  'SERVICE_DISABLED',
  'CONSUMER_SUSPENDED',
  'CONSUMER_INVALID',
  'BILLING_DISABLED',
  'USER_PROJECT_DENIED',
  'RESOURCE_PROJECT_INVALID',
]);
/** What the token endpoint says of an app: wrong credentials, switched off, or for one organisation only. */
const clientRefused = new Set([
  'invalid_client',
  'unauthorized_client',
  'deleted_client',
  'disabled_client',
  'org_internal',
]);

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

/** The quota is the app's: all accounts share it. */
const usedUp = (now: Date): Verdict => ({
  outcome: 'app-over-cap',
  retryAt: waitFrom(now, nextPacificMidnight(now).getTime() - now.getTime()),
});
const tooFast = (headers: Headers, now: Date): Verdict => ({
  outcome: 'rate-limited',
  retryAt: retryAfter(headers, now) ?? null,
});

/** What all of Google's services say in the same way: the project behind the app, and how much is asked of them. */
function projectVerdict({ headers, body }: PlatformAnswer, now: Date): Verdict | undefined {
  const reasons = reasonsOf(body);
  const some = (known: ReadonlySet<string>): boolean => reasons.some((reason) => known.has(reason));
  if (some(appRefused)) return { outcome: 'app-not-enrolled', retryAt: null };
  const isLimited = some(burst) || errorIn(body)['status'] === 'RESOURCE_EXHAUSTED';
  if (some(dailyQuota) || (isLimited && isOfTheDay(body))) return usedUp(now);
  if (isLimited) return tooFast(headers, now);
  return some(passing) ? platformDown : undefined;
}

function youtubeVerdict(answer: PlatformAnswer, { now, needs }: Circumstances): Verdict | undefined {
  const { status, body } = answer;
  const reasons = reasonsOf(body);
  const some = (known: ReadonlySet<string>): boolean => reasons.some((reason) => known.has(reason));
  if (some(noChannel)) return { outcome: 'not-eligible', reason: 'no-channel' };
  if (some(closed)) return { outcome: 'needs-reauthorization', cause: 'account-gone' };
  const general = projectVerdict(answer, now);
  if (general !== undefined) return general;
  if (some(missingScope)) return { outcome: 'permission-missing', permission: needs };
  if (status === 401) return { outcome: 'refresh-token' };
  if (status === 404 && some(notFound)) return { outcome: 'gone' };
  // It does not say what is not there.
  if (status === 404 && (reasons.length === 0 || reasons.includes('notFound')))
    return { outcome: 'gone', surmised: true };
  return undefined;
}

/** Answers of the Data and Analytics APIs. */
export const youtubeRules: AnswerRules = { verdict: youtubeVerdict };

function googleTokenVerdict(answer: PlatformAnswer, { now }: Circumstances): Verdict | undefined {
  const { error, error_description: description } = isObject(answer.body) ? answer.body : {};
  if (typeof error !== 'string') return projectVerdict(answer, now);
  if (clientRefused.has(error)) return { outcome: 'app-not-enrolled', retryAt: null };
  if (error === 'invalid_grant' || error === 'admin_policy_enforced')
    return { outcome: 'needs-reauthorization', cause: 'no-longer-valid' };
  if (error === 'temporarily_unavailable' || error === 'internal_failure' || error === 'server_error')
    return platformDown;
  if (error === 'rate_limit_exceeded' || error === 'slow_down')
    return ofTheDay.test(String(description)) ? usedUp(now) : tooFast(answer.headers, now);
  return undefined;
}

/**
 * Answers of the token endpoint. A refused code or refresh token is the creator's to repair, a refused app is the
 * operator's.
 */
export const googleTokenRules: AnswerRules = { verdict: googleTokenVerdict };

/**
 * Answers to a refresh. `unauthorized_client`: the token is another client's than the one that is set up now, so that
 * only the creator can give a new one.
 */
export const googleRefreshRules: AnswerRules = {
  verdict: (answer, circumstances) =>
    isObject(answer.body) && answer.body['error'] === 'unauthorized_client'
      ? { outcome: 'needs-reauthorization', cause: 'no-longer-valid' }
      : googleTokenVerdict(answer, circumstances),
};
