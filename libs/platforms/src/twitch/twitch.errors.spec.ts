import type { PlatformTrouble } from '../errors';
import { verdictOf, type PlatformAnswer } from '../http';
import { twitchRules, twitchTokenRules } from './twitch.errors';
import { helixError, idError } from './twitch.fixtures';

const now = new Date('2026-11-23T12:00:00Z');
const answer = (status: number, body: unknown, headers: Record<string, string> = {}): PlatformAnswer => ({
  status,
  body,
  headers: new Headers(headers),
});
const until = (time: string): PlatformTrouble => ({ outcome: 'rate-limited', retryAt: new Date(time) });
const missing: PlatformTrouble = { outcome: 'permission-missing', permission: 'user:read:email' };
const stale: PlatformTrouble = { outcome: 'refresh-token' };
const lost: PlatformTrouble = { outcome: 'needs-reauthorization', cause: 'no-longer-valid' };
const ours: PlatformTrouble = { outcome: 'app-not-enrolled', retryAt: null };
const full = (reset: string) => ({ 'ratelimit-limit': '800', 'ratelimit-remaining': '0', 'ratelimit-reset': reset });

describe('what a Twitch answer means', () => {
  it.each<[string, PlatformAnswer, PlatformTrouble | null]>([
    ['dead token', answer(401, helixError(401, 'Unauthorized', 'Invalid OAuth token')), stale],
    ['dead token, at the id host', answer(401, idError(401, 'invalid access token')), stale],
    ['401 that says nothing', answer(401, {}), stale],
    [
      'token of another app',
      answer(401, helixError(401, 'Unauthorized', 'Client ID and OAuth token do not match')),
      stale,
    ],
    ['no client id', answer(401, helixError(401, 'Unauthorized', 'Client ID is missing')), ours],
    ['an unknown client id', answer(400, helixError(400, 'Bad Request', 'The client ID specified is invalid')), ours],
    ['scope missing', answer(401, helixError(401, 'Unauthorized', 'Missing scope: user:read:email')), missing],
    ['scope missing, with 403', answer(403, helixError(403, 'Forbidden', 'Missing user:read:email scope')), missing],
    [
      'another scope missing',
      answer(401, helixError(401, 'Unauthorized', 'Missing scope: moderator:read:followers')),
      { outcome: 'permission-missing', permission: 'moderator:read:followers' },
    ],
    ['403 for another reason', answer(403, helixError(403, 'Forbidden', 'User is not a partner')), null],
    ['not there', answer(404, helixError(404, 'Not Found', 'User not found')), { outcome: 'gone' }],
    ['no such address', answer(404, helixError(404, 'Not Found', '')), { outcome: 'gone', surmised: true }],
    ['our mistake', answer(400, helixError(400, 'Bad Request', 'Missing required parameter "user_id"')), null],
    [
      'rate, until the reset',
      answer(429, helixError(429, 'Too Many Requests', 'x'), full('1795435230')),
      until('2026-11-23T12:00:30Z'),
    ],
    ['rate, without headers', answer(429, helixError(429, 'Too Many Requests', 'x')), until('2026-11-23T12:01:00Z')],
    ['a storm', answer(503, helixError(503, 'Service Unavailable', '')), { outcome: 'platform-down' }],
  ])('%s', (_name, given, trouble) =>
    expect(verdictOf(given, twitchRules, { now, needs: 'user:read:email' })).toEqual(trouble),
  );

  it.each<[string, PlatformAnswer, PlatformTrouble | null]>([
    ['a dead refresh token', answer(400, idError(400, 'Invalid refresh token')), lost],
    ['the same in other words', answer(400, idError(400, 'Invalid grant')), lost],
    ['the same with 401', answer(401, helixError(401, 'Unauthorized', 'Invalid refresh token')), lost],
    ['a used code', answer(400, idError(400, 'Invalid authorization code')), lost],
    ['our secret', answer(403, idError(403, 'invalid client secret')), ours],
    ['our client', answer(400, idError(400, 'invalid client')), ours],
    ['our address', answer(400, idError(400, 'Parameter redirect_uri does not match registered URI')), null],
  ])('at the token endpoint: %s', (_name, given, trouble) =>
    expect(verdictOf(given, twitchTokenRules, { now, needs: '' })).toEqual(trouble),
  );

  it('tells how much of the budget is used', () => {
    const headers = new Headers({
      'Ratelimit-Limit': '800',
      'Ratelimit-Remaining': '200',
      'Ratelimit-Reset': '1795435230',
    });
    expect(twitchRules.rate?.(headers, now)).toEqual({ usedPercent: 75, freeAt: new Date('2026-11-23T12:00:30Z') });
  });
});
