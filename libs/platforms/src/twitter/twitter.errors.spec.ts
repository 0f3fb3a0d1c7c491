import type { PlatformTrouble } from '../errors';
import { isGood, verdictOf, type PlatformAnswer } from '../http';
import { tokenRules, twitterRate, twitterRules } from './twitter.errors';
import { codedErrors, monthlyCap, noCredits, notEnrolled, post, problem, user } from './twitter.fixtures';

const now = new Date('2026-11-23T12:00:00Z');
const answer = (status: number, body: unknown, headers: Record<string, string> = {}): PlatformAnswer => ({
  status,
  body,
  headers: new Headers(headers),
});
const reset = (time: string): string => String(Date.parse(time) / 1000);
const limited = (at: string | null): PlatformTrouble => ({
  outcome: 'rate-limited',
  retryAt: at === null ? null : new Date(at),
});
const overCap = (at: string | null): PlatformTrouble => ({
  outcome: 'app-over-cap',
  retryAt: at === null ? null : new Date(at),
});
const noMoney: PlatformTrouble = { outcome: 'app-out-of-credits', retryAt: null };
const noPlan: PlatformTrouble = { outcome: 'app-not-enrolled', retryAt: null };
const missing: PlatformTrouble = { outcome: 'permission-missing', permission: 'tweet.read' };
const gone: PlatformTrouble = { outcome: 'needs-reauthorization', cause: 'account-gone' };
const dead: PlatformTrouble = { outcome: 'needs-reauthorization', cause: 'no-longer-valid' };
const locked: PlatformTrouble = { outcome: 'account-locked' };
const unauthorized = problem('about:blank', { title: 'Unauthorized', detail: 'Unauthorized', status: 401 });
const newer = (kind: string): object => ({ ...problem(kind), type: `https://api.x.com/2/problems/${kind}` });

describe('what an answer of X means', () => {
  it.each<[string, PlatformAnswer, PlatformTrouble | null]>([
    ['a stale token', answer(401, unauthorized), { outcome: 'refresh-token' }],
    ['a stale token, the older form', answer(401, codedErrors(89)), { outcome: 'refresh-token' }],
    ['no credits', answer(402, noCredits), noMoney],
    ['no credits, in a 429', answer(429, noCredits), noMoney],
    ['no credits, by status only', answer(402, {}), noMoney],
    ['the spend cap', answer(403, { ...noCredits, title: 'SpendCapReached' }), overCap(null)],
    ['the monthly cap', answer(429, monthlyCap, { 'retry-after': '900' }), overCap('2026-12-01T00:00:00Z')],
    [
      'the monthly cap, newer',
      answer(429, { ...monthlyCap, ...newer('usage-capped') }),
      overCap('2026-12-01T00:00:00Z'),
    ],
    ['the daily cap', answer(429, { ...monthlyCap, period: 'Daily' }), overCap('2026-11-24T00:00:00Z')],
    ['no plan', answer(403, notEnrolled), noPlan],
    ['no plan, the older form', answer(403, codedErrors(453)), noPlan],
    [
      'a window',
      answer(429, codedErrors(88), {
        'x-rate-limit-reset': reset('2026-11-23T12:07:00Z'),
        'x-rate-limit-limit': '75',
        'x-rate-limit-remaining': '0',
      }),
      limited('2026-11-23T12:07:00Z'),
    ],
    [
      'a window, as a problem',
      answer(429, problem('about:blank', { title: 'Too Many Requests', status: 429 })),
      limited(null),
    ],
    [
      'a window with Retry-After',
      answer(429, codedErrors(88), { 'retry-after': '60' }),
      limited('2026-11-23T12:01:00Z'),
    ],
    ['a window without a body', answer(429, undefined), limited(null)],
    ['over capacity', answer(400, codedErrors(130)), { outcome: 'platform-down' }],
    ['an error of its own', answer(200, { errors: [newer('internal-error')] }), { outcome: 'platform-down' }],
    ['503 that says anything', answer(503, unauthorized), { outcome: 'platform-down' }],
    ['HTML', answer(403, undefined), { outcome: 'platform-down' }],
    ['a suspended account', answer(403, codedErrors(64)), gone],
    [
      'a suspended account, in words',
      answer(200, { errors: [problem('resource-not-found', { detail: 'User has been suspended: [7].' })] }),
      gone,
    ],
    [
      'a suspended account, in other words',
      answer(403, problem('about:blank', { detail: 'Your account is suspended and is not permitted to access this.' })),
      gone,
    ],
    ['a suspended account, as a problem', answer(403, newer('user-suspended')), gone],
    ['a locked account', answer(403, codedErrors(326)), locked],
    ['a locked account, in a 401', answer(401, codedErrors(326)), locked],
    [
      'a locked account, in words',
      answer(401, problem('about:blank', { detail: 'To protect our users, this account is temporarily locked.' })),
      locked,
    ],
    ['a suspended app', answer(403, codedErrors(416)), noPlan],
    [
      'a suspended app, in words',
      answer(403, problem('about:blank', { detail: 'This application has been suspended.' })),
      noPlan,
    ],
    ['an app that may do too little', answer(403, problem('oauth1-permissions')), noPlan],
    [
      'a permission that is missing, in words',
      answer(403, problem('about:blank', { detail: 'Missing required OAuth2 scopes: tweet.read' })),
      missing,
    ],
    ['nobody there', answer(200, { errors: [problem('resource-not-found')] }), { outcome: 'gone' }],
    ['not for this token', answer(403, problem('not-authorized-for-resource')), missing],
    ['not this field', answer(200, { errors: [newer('not-authorized-for-field')] }), missing],
    ['a 403 that says nothing', answer(403, problem('about:blank', { title: 'Forbidden' })), null],
    ['the wrong kind of token', answer(403, problem('unsupported-authentication')), null],
    ['a parameter of ours', answer(400, problem('invalid-request')), null],
    ['a page that is not there', answer(404, problem('about:blank', { title: 'Not Found' })), null],
    ['errors that are none', answer(400, { errors: 'x', title: 5, type: {} }), null],
  ])('%s', (_name, given, trouble) => {
    expect(isGood(given, twitterRules)).toBe(false);
    expect(verdictOf(given, twitterRules, { now, needs: 'tweet.read' })).toEqual(trouble);
  });

  it.each([
    ['an account', { data: user }],
    ['an account with something it withholds', { data: user, errors: [problem('not-authorized-for-field')] }],
    ['posts of which some are gone', { data: [post], errors: [problem('resource-not-found')], meta: {} }],
    ['no posts', { meta: { result_count: 0 } }],
  ])('%s is good', (_name, body) => expect(isGood(answer(200, body), twitterRules)).toBe(true));
});

describe('what the token endpoint means', () => {
  const oauth = (error: string, error_description?: string): object => ({ error, error_description });
  it.each<[string, PlatformAnswer, PlatformTrouble | null]>([
    ['a dead refresh token', answer(400, oauth('invalid_request', 'Value passed for the token was invalid.')), dead],
    [
      'a used code',
      answer(400, oauth('invalid_request', 'Value passed for the authorization code was invalid.')),
      dead,
    ],
    [
      'a dead refresh token in the newer form',
      answer(400, { title: 'Invalid Request', detail: 'Value passed for the token was invalid.' }),
      dead,
    ],
    ['invalid_grant', answer(400, oauth('invalid_grant')), dead],
    ['a form of ours', answer(400, oauth('invalid_request', 'Missing required parameter [code_verifier].')), null],
    ['no description', answer(400, oauth('invalid_request')), null],
    ['our client', answer(401, oauth('invalid_client')), noPlan],
    [
      'our client, not allowed',
      answer(401, oauth('unauthorized_client', 'Missing valid authorization header')),
      noPlan,
    ],
    ['a storm', answer(400, oauth('temporarily_unavailable')), { outcome: 'platform-down' }],
    ['a window', answer(429, {}), limited(null)],
    ['no credits', answer(402, noCredits), noMoney],
    ['a dead token in a storm', answer(503, oauth('invalid_grant')), { outcome: 'platform-down' }],
    ['a 401 problem', answer(401, unauthorized), null],
  ])('%s', (_name, given, trouble) => {
    expect(verdictOf(given, tokenRules, { now, needs: '' })).toEqual(trouble);
  });
});

it('reads how much of a window is used, of the fullest', () => {
  const headers = new Headers({
    'x-rate-limit-limit': '900',
    'x-rate-limit-remaining': '450',
    'x-rate-limit-reset': reset('2026-11-23T12:15:00Z'),
    'x-app-limit-24hour-limit': '1000',
    'x-app-limit-24hour-remaining': '0',
    'x-app-limit-24hour-reset': reset('2026-11-24T00:00:00Z'),
  });
  expect(twitterRate(headers, now)).toEqual({ usedPercent: 100, freeAt: new Date('2026-11-24T00:00:00Z') });
  expect(twitterRate(new Headers(), now)).toBeUndefined();
});
