import type { PlatformTrouble } from '../errors';
import { verdictOf, type PlatformAnswer } from '../http';
import { googleRefreshRules, googleTokenRules, youtubeRules } from './youtube.errors';
import { googleError } from './youtube.fixtures';

/** 04:00 in Pacific time. */
const now = new Date('2026-11-23T12:00:00Z');
const answer = (status: number, body: unknown, headers: Record<string, string> = {}): PlatformAnswer => ({
  status,
  body,
  headers: new Headers(headers),
});
const limited: PlatformTrouble = { outcome: 'rate-limited', retryAt: null };
const at = (time: string): PlatformTrouble => ({ outcome: 'rate-limited', retryAt: new Date(time) });
const usedUp = (until: string): PlatformTrouble => ({ outcome: 'app-over-cap', retryAt: new Date(until) });
const lost = (cause: string) => ({ outcome: 'needs-reauthorization', cause }) as PlatformTrouble;
const missing: PlatformTrouble = { outcome: 'permission-missing', permission: 'some-scope' };

describe('what a YouTube answer means', () => {
  it.each<[string, PlatformAnswer, PlatformTrouble | null]>([
    ['stale token', answer(401, googleError(401, 'authError')), { outcome: 'refresh-token' }],
    ['stale token, other reason', answer(401, googleError(401, 'authorizationRequired')), { outcome: 'refresh-token' }],
    [
      '401 without reason',
      answer(401, { error: { code: 401, message: 'x', status: 'UNAUTHENTICATED' } }),
      { outcome: 'refresh-token' },
    ],
    [
      'never signed up',
      answer(401, googleError(401, 'youtubeSignupRequired')),
      { outcome: 'not-eligible', reason: 'no-channel' },
    ],
    ['account closed', answer(403, googleError(403, 'authenticatedUserAccountClosed')), lost('account-gone')],
    ['account suspended', answer(403, googleError(403, 'authenticatedUserAccountSuspended')), lost('account-gone')],
    ['account terminated', answer(403, googleError(403, 'accountTerminated')), lost('account-gone')],
    ['not for this account, or for the moment', answer(403, googleError(403, 'accountDelegationForbidden')), null],
    ['channel closed', answer(403, googleError(403, 'channelClosed')), lost('account-gone')],

    ['scope missing', answer(403, googleError(403, 'insufficientPermissions')), missing],
    [
      'scope missing, in details',
      answer(403, {
        error: { code: 403, message: 'x', details: [{ '@type': 'x', reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }] },
      }),
      missing,
    ],

    ['daily quota', answer(403, googleError(403, 'quotaExceeded')), usedUp('2026-11-24T08:00:00Z')],
    ['daily quota, as a limit', answer(403, googleError(403, 'dailyLimitExceeded')), usedUp('2026-11-24T08:00:00Z')],
    ['daily quota in a 429', answer(429, googleError(429, 'quotaExceeded')), usedUp('2026-11-24T08:00:00Z')],
    ...[
      [{ reason: 'RATE_LIMIT_EXCEEDED', metadata: { quota_limit: 'defaultPerDayPerProject' } }],
      [{ reason: 'RATE_LIMIT_EXCEEDED', metadata: { quota_limit: 'Queries', quota_unit: '1/d/{project}' } }],
      [{ violations: [{ subject: 'project_number:1', quotaId: 'QueriesPerDayPerProject' }] }],
    ].map(
      (details) =>
        [
          'daily quota, the newer form',
          answer(429, { error: { code: 429, status: 'RESOURCE_EXHAUSTED', details } }),
          usedUp('2026-11-24T08:00:00Z'),
        ] as [string, PlatformAnswer, PlatformTrouble],
    ),
    [
      'daily quota, in words',
      answer(403, {
        error: {
          ...googleError(403, 'rateLimitExceeded').error,
          status: 'RESOURCE_EXHAUSTED',
          message: "Quota exceeded for quota metric 'Queries' and limit 'Queries per day' of service 'x'.",
        },
      }),
      usedUp('2026-11-24T08:00:00Z'),
    ],
    [
      'burst, the newer form',
      answer(403, {
        error: {
          code: 403,
          status: 'RESOURCE_EXHAUSTED',
          message: "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user'.",
          details: [{ metadata: { quota_limit: 'defaultPerMinutePerUser', quota_unit: '1/min/{project}/{user}' } }],
        },
      }),
      limited,
    ],
    ['burst', answer(403, googleError(403, 'rateLimitExceeded')), limited],
    [
      'burst with a time',
      answer(403, googleError(403, 'userRateLimitExceeded'), { 'retry-after': '30' }),
      at('2026-11-23T12:00:30Z'),
    ],
    ['429', answer(429, googleError(429, 'authError'), { 'retry-after': '30' }), at('2026-11-23T12:00:30Z')],

    ['503 with an auth reason', answer(503, googleError(503, 'authError')), { outcome: 'platform-down' }],
    ['backend', answer(400, googleError(400, 'backendError')), { outcome: 'platform-down' }],
    ['HTML with 401', answer(401, undefined), { outcome: 'platform-down' }],
    ['no such playlist', answer(404, googleError(404, 'playlistNotFound')), { outcome: 'gone' }],

    [
      'not signed up',
      answer(403, googleError(403, 'authenticatedUserNotChannel')),
      { outcome: 'not-eligible', reason: 'no-channel' },
    ],
    ['something is not there', answer(404, googleError(404, 'notFound')), { outcome: 'gone', surmised: true }],
    ['404 without a reason', answer(404, { error: { code: 404 } }), { outcome: 'gone', surmised: true }],

    [
      'API switched off in our project',
      answer(403, googleError(403, 'accessNotConfigured')),
      { outcome: 'app-not-enrolled', retryAt: null },
    ],
    [
      'our project suspended',
      answer(403, {
        error: { code: 403, errors: [{ reason: 'forbidden' }], details: [{ reason: 'CONSUMER_SUSPENDED' }] },
      }),
      { outcome: 'app-not-enrolled', retryAt: null },
    ],
    ...['BILLING_DISABLED', 'USER_PROJECT_DENIED', 'RESOURCE_PROJECT_INVALID'].map(
      (reason): [string, PlatformAnswer, PlatformTrouble] => [
        `our project, ${reason}`,
        answer(403, { error: { code: 403, status: 'PERMISSION_DENIED', details: [{ reason }] } }),
        { outcome: 'app-not-enrolled', retryAt: null },
      ],
    ),
    ['forbidden', answer(403, googleError(403, 'forbidden')), null],
    ['bad query', answer(400, googleError(400, 'badRequest')), null],
    ['no such path', answer(404, googleError(404, 'somethingElse')), null],
  ])('%s', (_name, given, expected) =>
    expect(verdictOf(given, youtubeRules, { now, needs: 'some-scope' })).toEqual(expected),
  );
});

describe("what an answer of Google's token endpoint means", () => {
  it.each<[string, PlatformAnswer, PlatformTrouble | null]>([
    [
      'dead',
      answer(400, { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' }),
      lost('no-longer-valid'),
    ],
    ['policy', answer(400, { error: 'admin_policy_enforced' }), lost('no-longer-valid')],
    ['dead in a 500', answer(500, { error: 'invalid_grant' }), { outcome: 'platform-down' }],
    ['dead in a 429', answer(429, { error: 'invalid_grant' }), limited],
    ['HTML', answer(400, undefined), { outcome: 'platform-down' }],
    ['internal failure', answer(400, { error: 'internal_failure' }), { outcome: 'platform-down' }],
    ['too fast', answer(403, { error: 'rate_limit_exceeded' }), limited],
    ['our address', answer(400, { error: 'redirect_uri_mismatch' }), null],
    ...['invalid_client', 'deleted_client', 'disabled_client', 'unauthorized_client', 'org_internal'].map(
      (error): [string, PlatformAnswer, PlatformTrouble] => [
        `our app, ${error}`,
        answer(401, { error }),
        { outcome: 'app-not-enrolled', retryAt: null },
      ],
    ),
    ['quota of the day', answer(429, googleError(429, 'quotaExceeded')), usedUp('2026-11-24T08:00:00Z')],
    [
      'quota of the day, in words',
      answer(429, {
        error: { code: 429, status: 'RESOURCE_EXHAUSTED', message: "Quota exceeded for limit 'Tokens per day'." },
      }),
      usedUp('2026-11-24T08:00:00Z'),
    ],
    [
      'quota of the day, flat',
      answer(403, {
        error: 'rate_limit_exceeded',
        error_description: 'You have exceeded your daily token grant limit.',
      }),
      usedUp('2026-11-24T08:00:00Z'),
    ],
    ['burst in the API’s form', answer(403, googleError(403, 'rateLimitExceeded')), limited],
    ['a dead token in the API’s form', answer(401, googleError(401, 'authError')), null],
    ['another shape', answer(400, { error: { code: 400 } }), null],
  ])('%s', (_name, given, expected) =>
    expect(verdictOf(given, googleTokenRules, { now, needs: '' })).toEqual(expected),
  );
});

it("an answer to a refresh that the token is another client's means that the creator has to connect again", () => {
  const given = answer(401, { error: 'unauthorized_client', error_description: 'Unauthorized' });
  expect(verdictOf(given, googleRefreshRules, { now, needs: '' })).toEqual(lost('no-longer-valid'));
  const wrongSecret = answer(401, { error: 'invalid_client' });
  expect(verdictOf(wrongSecret, googleRefreshRules, { now, needs: '' })).toMatchObject({ outcome: 'app-not-enrolled' });
});
