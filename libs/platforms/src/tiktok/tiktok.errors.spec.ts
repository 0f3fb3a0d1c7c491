import type { PlatformTrouble } from '../errors';
import { isGood, verdictOf, type PlatformAnswer } from '../http';
import { tiktokRules, tiktokTokenRules } from './tiktok.errors';
import { oauthError, ok, refused } from './tiktok.fixtures';

const now = new Date('2026-11-23T12:00:00Z');
const answer = (status: number, body: unknown, headers: Record<string, string> = {}): PlatformAnswer => ({
  status,
  body,
  headers: new Headers(headers),
});
const limited: PlatformTrouble = { outcome: 'rate-limited', retryAt: null };
const until = (time: string): PlatformTrouble => ({ outcome: 'rate-limited', retryAt: new Date(time) });
const missing: PlatformTrouble = { outcome: 'permission-missing', permission: 'video.list' };
const stale: PlatformTrouble = { outcome: 'refresh-token' };
const down: PlatformTrouble = { outcome: 'platform-down' };

describe('what a TikTok answer means', () => {
  it.each<[string, boolean, PlatformAnswer]>([
    ['ok', true, answer(200, ok({ user: {} }))],
    ['ok, in capitals', true, answer(200, { data: {}, error: { code: 'OK' } })],
    ['without the error', true, answer(200, { data: {} })],
    ['an error without a code', true, answer(200, { data: {}, error: { message: '' } })],
    ['a code that is not ok, with 200', false, answer(200, refused('access_token_invalid'))],
    ['ok, with 400', false, answer(400, ok({}))],
    ['an OAuth error with 200', false, answer(200, oauthError('invalid_grant'))],
    ['no object', false, answer(200, [])],
  ])('is good or not: %s', (_name, good, given) => expect(isGood(given, tiktokRules)).toBe(good));

  it.each<[string, PlatformAnswer, PlatformTrouble | null]>([
    ['stale or revoked token', answer(401, refused('access_token_invalid')), stale],
    ['the same with 200', answer(200, refused('access_token_invalid')), stale],
    ['the error without its wrapper', answer(401, { code: 'access_token_invalid', message: 'x', log_id: 'x' }), stale],
    ['scope taken away, without the wrapper', answer(401, { code: 'scope_not_authorized', message: 'x' }), missing],
    ['401 without a body that says why', answer(401, {}), stale],
    ['scope taken away', answer(401, refused('scope_not_authorized')), missing],
    ['scope never asked for', answer(400, refused('scope_permission_missed')), missing],
    ['rate', answer(429, refused('rate_limit_exceeded')), until('2026-11-23T12:01:00Z')],
    ['rate, with 200', answer(200, refused('rate_limit_exceeded')), until('2026-11-23T12:01:00Z')],
    [
      'rate, with a header',
      answer(429, refused('rate_limit_exceeded'), { 'retry-after': '7' }),
      until('2026-11-23T12:00:07Z'),
    ],
    ['429 that says something else', answer(429, refused('access_token_invalid')), limited],
    ['broken inside', answer(500, refused('internal_error')), down],
    ['broken inside, with 200', answer(200, refused('internal_error')), down],
    ['a storm that speaks of tokens', answer(503, refused('access_token_invalid')), down],
    ['HTML', answer(403, undefined), down],
    ['our mistake', answer(400, refused('invalid_params')), null],
    ['unknown', answer(403, refused('something_new')), null],
  ])('%s', (_name, given, trouble) =>
    expect(verdictOf(given, tiktokRules, { now, needs: 'video.list' })).toEqual(trouble),
  );

  it.each<[string, PlatformAnswer, PlatformTrouble | null]>([
    [
      'a dead refresh token',
      answer(400, oauthError('invalid_grant')),
      { outcome: 'needs-reauthorization', cause: 'no-longer-valid' },
    ],
    [
      'the same with 200',
      answer(200, oauthError('invalid_grant')),
      { outcome: 'needs-reauthorization', cause: 'no-longer-valid' },
    ],
    ['our client', answer(401, oauthError('invalid_client')), { outcome: 'app-not-enrolled', retryAt: null }],
    [
      'our client, not allowed',
      answer(400, oauthError('unauthorized_client')),
      { outcome: 'app-not-enrolled', retryAt: null },
    ],
    ['our request', answer(400, oauthError('invalid_request')), null],
    ['busy', answer(200, oauthError('temporarily_unavailable')), down],
  ])('at the token endpoint: %s', (_name, given, trouble) =>
    expect(verdictOf(given, tiktokTokenRules, { now, needs: '' })).toEqual(trouble),
  );
});
