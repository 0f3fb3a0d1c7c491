import type { PlatformTrouble } from '../errors';
import { verdictOf, type PlatformAnswer } from '../http';
import { instagramRules, noInsightsBecause } from './instagram.errors';
import { graphError } from './instagram.fixtures';

const now = new Date('2026-11-23T12:00:00Z');
const answer = (status: number, body: unknown, headers: Record<string, string> = {}): PlatformAnswer => ({
  status,
  body,
  headers: new Headers(headers),
});
const verdict = (given: PlatformAnswer) => verdictOf(given, instagramRules, { now, needs: 'some-scope' });
const lost = (cause: string) => ({ outcome: 'needs-reauthorization', cause }) as PlatformTrouble;
const usage = JSON.stringify({
  17841: [
    { type: 'instagram', call_count: 100, total_cputime: 20, total_time: 30, estimated_time_to_regain_access: 7 },
  ],
});
const inMinutes = (minutes: number) =>
  ({ outcome: 'rate-limited', retryAt: new Date(now.getTime() + minutes * 60_000) }) as PlatformTrouble;

const limited: PlatformTrouble = { outcome: 'rate-limited', retryAt: null };

describe('what an Instagram answer means', () => {
  it.each<[string, PlatformAnswer, PlatformTrouble | null]>([
    ['expired', answer(400, graphError(190, 463)), lost('expired')],
    ['password changed', answer(400, graphError(190, 460)), lost('password-changed')],
    ['app removed', answer(400, graphError(190, 458)), lost('permission-revoked')],
    ['invalid session', answer(400, graphError(190, 467)), lost('no-longer-valid')],
    ['checkpoint', answer(400, graphError(190, 459)), lost('no-longer-valid')],
    ['unreadable token', answer(400, graphError(190)), lost('no-longer-valid')],
    ['the same with 401', answer(401, graphError(190, 463)), lost('expired')],
    ['session error', answer(400, graphError(102)), lost('no-longer-valid')],
    ['a revoked session', answer(400, graphError(452)), lost('no-longer-valid')],
    ['codes as texts', answer(400, { error: { message: 'x', code: '190', error_subcode: '463' } }), lost('expired')],
    [
      'an app that is deleted',
      answer(400, graphError(190, undefined, 'Error validating application. Application has been deleted.')),
      { outcome: 'app-not-enrolled', retryAt: null },
    ],
    [
      'an app that is switched off',
      answer(400, graphError(200, undefined, 'API access deactivated. To reactivate, go to the app dashboard.')),
      { outcome: 'app-not-enrolled', retryAt: null },
    ],
    ...[
      'API access disrupted. Go to the App Dashboard and complete Data Use Checkup.',
      'API calls from the server require an appsecret_proof argument',
      "This IP can't make requests for that application.",
      'Unsupported request - method type: get',
    ].map((said): [string, PlatformAnswer, PlatformTrouble] => [
      `an app with something to do in Meta's console: ${said}`,
      answer(400, graphError(said.startsWith('API access') ? 200 : 100, undefined, said)),
      { outcome: 'app-not-enrolled', retryAt: null },
    ]),
    [
      'a permission that is named',
      answer(400, graphError(100, undefined, "(#100) This endpoint requires the 'pages_read_engagement' permission")),
      { outcome: 'permission-missing', permission: 'some-scope' },
    ],
    [
      'too many codes',
      answer(400, { error_type: 'OAuthRateLimitException', code: 429, error_message: 'Too many' }),
      limited,
    ],
    [
      'merged into another Page',
      answer(400, graphError(21, undefined, '(#21) Page ID 1 was migrated to page ID 2.')),
      { outcome: 'gone' },
    ],
    ['190 in a 200', answer(200, graphError(190, 463)), lost('expired')],

    ['190 in a 500', answer(500, graphError(190, 463)), { outcome: 'platform-down' }],
    ['190 in a 429', answer(429, graphError(190, 463)), limited],
    ['transient 1', answer(400, graphError(1)), { outcome: 'platform-down' }],
    ['transient 2', answer(400, graphError(2)), { outcome: 'platform-down' }],
    [
      'said to be transient',
      answer(400, graphError(100, 99, 'x', { is_transient: true })),
      { outcome: 'platform-down' },
    ],
    ['HTML', answer(400, undefined), { outcome: 'platform-down' }],

    ['app limit', answer(400, graphError(4, undefined, 'x', { is_transient: true })), limited],
    ['user limit', answer(400, graphError(17)), limited],
    [
      'business limit with its header',
      answer(400, graphError(80002), { 'x-business-use-case-usage': usage }),
      inMinutes(7),
    ],
    [
      'business limit with a broken header',
      answer(400, graphError(80002), { 'x-business-use-case-usage': '{' }),
      limited,
    ],
    ['another business limit', answer(400, graphError(80006)), limited],
    ['policy block', answer(400, graphError(368)), limited],

    ['permission', answer(400, graphError(10)), { outcome: 'permission-missing', permission: 'some-scope' }],
    ['permission 200', answer(403, graphError(200)), { outcome: 'permission-missing', permission: 'some-scope' }],
    ['permission 3', answer(400, graphError(3)), { outcome: 'permission-missing', permission: 'some-scope' }],
    ['gone', answer(400, graphError(100, 33)), { outcome: 'gone' }],
    ['bad parameter', answer(400, graphError(100)), null],
    ['another kind of token is needed', answer(400, graphError(190, 2069032)), null],
    [
      'a token without a permission',
      answer(400, graphError(190, undefined, 'The x permission must be granted before impersonating a user’s page.')),
      { outcome: 'permission-missing', permission: 'some-scope' },
    ],
    [
      'a parameter without a permission',
      answer(400, graphError(100, undefined, '(#100) Missing permissions')),
      { outcome: 'permission-missing', permission: 'some-scope' },
    ],
    ['1 that does not pass by itself', answer(400, graphError(1, 2853001, 'x', { is_transient: false })), null],
    ['a code in Graph’s shape', answer(400, graphError(100, 36007)), lost('no-longer-valid')],
    ['a redirect in Graph’s shape', answer(400, graphError(100, 36008)), null],
    ['our app', answer(400, graphError(101)), { outcome: 'app-not-enrolled', retryAt: null }],
    [
      'our secret',
      answer(400, graphError(1, undefined, 'Error validating client secret.')),
      { outcome: 'app-not-enrolled', retryAt: null },
    ],
    [
      'our app without a capability',
      answer(400, graphError(3, undefined, '(#3) Application does not have the capability to make this API call.')),
      { outcome: 'app-not-enrolled', retryAt: null, ofThisCall: true },
    ],
    [
      'our app, not live',
      answer(400, graphError(200, undefined, 'App not active: This app is not accessible right now.')),
      { outcome: 'app-not-enrolled', retryAt: null },
    ],
    [
      'another kind of token is needed, in words',
      answer(400, graphError(190, undefined, '(#190) This method must be called with a Page Access Token')),
      null,
    ],
    [
      'another kind of token is needed, in other words',
      answer(403, graphError(210, undefined, '(#210) A page access token is required to request this resource.')),
      null,
    ],
    ['never heard of', answer(400, graphError(9999)), null],
    ['a redirect', answer(302, undefined), null],

    [
      'used code',
      answer(400, {
        error_type: 'OAuthException',
        code: 400,
        error_message: 'Matching code was not found or was already used',
      }),
      lost('no-longer-valid'),
    ],
    [
      'wrong redirect',
      answer(400, {
        error_type: 'OAuthException',
        code: 400,
        error_message: 'Error validating verification code. Please make sure your redirect_uri is identical',
      }),
      null,
    ],
    [
      'wrong app',
      answer(400, { error_type: 'OAuthException', code: 400, error_message: 'Invalid platform app' }),
      { outcome: 'app-not-enrolled', retryAt: null },
    ],
  ])('%s', (_name, given, expected) => expect(verdict(given)).toEqual(expected));
});

describe('insights that are not there although nothing is wrong', () => {
  it.each([
    [
      'a story with few viewers',
      graphError(10, undefined, '(#10) Not enough viewers for the media to show insights'),
      true,
      'few-viewers',
    ],
    ['the same in another language', graphError(10, undefined, '(#10) Zu wenige Zuschauer'), true, 'few-viewers'],
    [
      'a story without permission',
      graphError(10, undefined, '(#10) Application does not have permission for this action'),
      true,
      undefined,
    ],
    ['a post without permission', graphError(10, undefined, 'x'), false, undefined],
    ['before the account was professional', graphError(100, 2108006), false, 'before-professional'],
    ['few followers', graphError(100, 2874010), false, 'few-followers'],
    [
      'few followers, in words',
      graphError(10, undefined, '(#10) Not enough users to show demographics'),
      false,
      'few-followers',
    ],
    [
      'few followers, as a parameter',
      graphError(100, undefined, '(#100) The account must have at least 100 followers'),
      false,
      'few-followers',
    ],
    [
      'a retired metric',
      graphError(100, undefined, '(#100) Starting from version v22.0 the impressions metric is no longer supported'),
      false,
      'retired-metric',
    ],
    [
      'a metric that is refused for this post',
      graphError(100, undefined, '(#100) The Media Insights API does not support the follows metric for this media.'),
      false,
      'refused-metric',
    ],
    ['gone', graphError(100, 33), false, undefined],
    ['expired', graphError(190, 463), true, undefined],
    ['nothing', undefined, true, undefined],
  ])('%s', (_name, body, ofStory, expected) => expect(noInsightsBecause(answer(400, body), ofStory)).toBe(expected));
});
