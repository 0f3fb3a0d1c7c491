import { dueAfterSuccess } from '../refresh/due-at';
import type { Refresh } from '../refresh/refresh';
import { accountId, aMissingPart, aRefreshStarted, invitationId } from '../refresh/refresh.fixtures';
import { refreshCompleted, refreshFailed, type Trouble } from './end-refresh';
import type { Missing } from './missing-parts';

const now = new Date('2026-11-23T06:00:00.000Z');
const minutesOn = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString();
const run = aRefreshStarted().data;
const about = { accountId, invitationId, platform: 'instagram', refreshId: 'r1' };
const state = (troublesInARow = 0): Refresh => ({
  running: { refreshId: 'r1', startedAt: now.getTime(), died: 0 },
  ended: null,
  troublesInARow,
  goneSince: null,
  missing: [],
});
const failed = (trouble: Trouble, troublesInARow = 0) => refreshFailed(run, state(troublesInARow), trouble, now).data;

describe('a refresh that failed', () => {
  it.each<[string, Trouble, object]>([
    [
      'needs-reauthorization',
      { outcome: 'needs-reauthorization', cause: 'password-changed' },
      { outcome: 'needs-reauthorization', cause: 'password-changed', nextDueAt: null },
    ],
    [
      'permission-missing',
      { outcome: 'permission-missing', permission: 'instagram_business_basic' },
      { outcome: 'permission-missing', cause: 'instagram_business_basic' },
    ],
    [
      'rate-limited',
      { outcome: 'rate-limited', retryAt: new Date(minutesOn(42)) },
      { outcome: 'rate-limited', retryAt: minutesOn(42), nextDueAt: minutesOn(42) },
    ],
    ['platform-down', { outcome: 'platform-down' }, { outcome: 'platform-down' }],
    ['gone', { outcome: 'gone' }, { outcome: 'gone', nextDueAt: null }],
    ['an answer without the account', { outcome: 'gone', surmised: true }, { outcome: 'gone' }],
    ['unexpected', { outcome: 'unexpected', reportId: 'report-7' }, { outcome: 'unexpected', cause: 'report-7' }],
    [
      'an account that became personal',
      { outcome: 'not-eligible', reason: 'not-professional-account' },
      { outcome: 'unexpected', cause: 'not-professional-account' },
    ],
    ['a stale token that was not refreshed', { outcome: 'refresh-token' }, { outcome: 'unexpected' }],
  ])('%s', (_what, trouble, expected) => {
    expect(failed(trouble)).toEqual({ ...about, cause: null, retryAt: null, nextDueAt: minutesOn(5), ...expected });
  });

  it.each([
    ['gone for 59 minutes: looked for again', 59, minutesOn(10)],
    ['gone for an hour: the creator is needed', 60, null],
  ])('%s', (_what, minutes, nextDueAt) => {
    const before = { ...state(1), goneSince: now.getTime() - minutes * 60_000 };
    expect(refreshFailed(run, before, { outcome: 'gone', surmised: true }, now).data).toMatchObject({
      outcome: 'gone',
      nextDueAt,
    });
  });

  it('a channel that is no more: gone for good, by the manifest of its platform', () => {
    const trouble: Trouble = { outcome: 'not-eligible', reason: 'no-channel' };
    expect(refreshFailed({ ...run, platform: 'youtube' }, state(), trouble, now).data).toMatchObject({
      outcome: 'gone',
      cause: 'no-channel',
      nextDueAt: null,
    });
  });

  it('is tried again after pauses that grow', () => {
    expect(failed({ outcome: 'platform-down' }, 3).nextDueAt).toBe(minutesOn(40));
    expect(failed({ outcome: 'platform-down' }, 30).nextDueAt).toBe(minutesOn(360));
    const limited: Trouble = { outcome: 'rate-limited', retryAt: null };
    expect([0, 1, 5].map((troubles) => failed(limited, troubles).nextDueAt)).toEqual([15, 30, 360].map(minutesOn));
  });
});

describe('a refresh that was completed', () => {
  const inADay = new Date(dueAfterSuccess(accountId, now.getTime())).toISOString();
  const completed = (missing: Parameters<typeof refreshCompleted>[2], troubles = 0) =>
    refreshCompleted(run, state(troubles), missing, now).data;

  it('is due again in a day', () => {
    expect(completed([])).toEqual({ ...about, missing: [], nextDueAt: inADay });
  });

  const point = (part: string, reason: string, more: Partial<Missing> = {}): Missing => ({
    section: 'content',
    part,
    reason,
    reportId: 'r1',
    retryAt: null,
    ...more,
  });

  it('names each part that is missing once, with why, of how many posts, and for how many refreshes in a row', () => {
    const of: Refresh = {
      ...state(),
      missing: [aMissingPart({ section: 'content', part: 'reach', inARow: 4 }), aMissingPart({ part: 'ages' })],
    };
    const points = [
      point('ages', 'refused', { section: 'audience' }),
      point('reach', 'platform-down', { ofPost: true, reportId: 'r3' }),
      point('reach', 'unexpected', { ofPost: true }),
      point('reach', 'unexpected', { ofPost: true, reportId: 'r4' }),
      point('shares', 'unexpected', { ofPost: true, reportId: 'r2' }),
      point('stories', 'unexpected'),
    ];
    expect(refreshCompleted(run, of, points, now).data.missing).toEqual([
      { section: 'audience', part: 'ages', reason: 'refused', reportId: 'r1', inARow: 2 },
      { section: 'content', part: 'reach', reason: 'unexpected', reportId: 'r1', inARow: 5, posts: 3 },
      { section: 'content', part: 'shares', reason: 'unexpected', reportId: 'r2', inARow: 1, posts: 1 },
      { section: 'content', part: 'stories', reason: 'unexpected', reportId: 'r1', inARow: 1 },
    ]);
  });

  it('is tried again soon when a passing trouble kept something away', () => {
    expect(completed([point('reach', 'platform-down')]).nextDueAt).toBe(minutesOn(5));
    expect(completed([point('reach', 'platform-down')], 2).nextDueAt).toBe(minutesOn(20));
    expect(completed([point('reach', 'rate-limited')]).nextDueAt).toBe(minutesOn(15));
    expect(completed([point('reach', 'rate-limited')], 2).nextDueAt).toBe(minutesOn(60));
    const limited = (minutes: number) => point('ages', 'rate-limited', { retryAt: new Date(minutesOn(minutes)) });
    expect(completed([limited(55), point('reach', 'refused')]).nextDueAt).toBe(minutesOn(55));
    expect(completed([limited(5_000)]).nextDueAt).toBe(inADay);
    for (const reason of ['refused', 'unexpected', 'permission-missing', 'not-yet'])
      expect(completed([point('reach', reason)]).nextDueAt).toBe(inADay);
  });

  it('is tried again soon for a few posts, too, whatever is named for most of them', () => {
    const refused = [1, 2].map(() => point('reach', 'refused', { ofPost: true }));
    const { missing, nextDueAt } = completed([...refused, point('reach', 'platform-down', { ofPost: true })]);
    expect(missing).toMatchObject([{ reason: 'refused', posts: 3 }]);
    expect(nextDueAt).toBe(minutesOn(5));
  });

  it('waits for the latest of all that keeps something away for a while', () => {
    const limited = point('ages', 'rate-limited', { retryAt: new Date(minutesOn(10)) });
    expect(completed([limited, point('reach', 'platform-down')]).nextDueAt).toBe(minutesOn(10));
    expect(completed([limited, point('reach', 'platform-down')], 2).nextDueAt).toBe(minutesOn(20));
  });
});
