import { dueAfterSuccess } from '../refresh/due-at';
import type { Refresh } from '../refresh/refresh';
import { accountId, aRefreshStarted, invitationId } from '../refresh/refresh.fixtures';
import { failsTheWhole, refreshCompleted, refreshFailed, type Trouble } from './end-refresh';

const now = new Date('2026-11-23T06:00:00.000Z');
const minutesOn = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString();
const run = aRefreshStarted().data;
const about = { accountId, invitationId, platform: 'instagram', refreshId: 'r1' };
const state = (troublesInARow = 0): Refresh => ({
  running: { refreshId: 'r1', startedAt: now.getTime(), died: 0 },
  ended: null,
  troublesInARow,
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
    ['unexpected', { outcome: 'unexpected', reportId: 'report-7' }, { outcome: 'unexpected', cause: 'report-7' }],
    [
      'an account that became personal',
      { outcome: 'not-eligible', reason: 'not-professional-account' },
      { outcome: 'unexpected', cause: 'not-professional-account' },
    ],
    ['a stale token that nobody refreshed', { outcome: 'refresh-token' }, { outcome: 'unexpected' }],
  ])('%s', (_what, trouble, expected) => {
    expect(failed(trouble)).toEqual({ ...about, cause: null, retryAt: null, nextDueAt: minutesOn(5), ...expected });
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
  });
});

describe('a refresh that was completed', () => {
  const inADay = new Date(dueAfterSuccess(accountId, now.getTime())).toISOString();
  const completed = (missing: Parameters<typeof refreshCompleted>[2], troubles = 0) =>
    refreshCompleted(run, state(troubles), missing, now).data;

  it('is due again in a day', () => {
    expect(completed([])).toEqual({ ...about, missing: [], nextDueAt: inADay });
  });

  it('names what is missing, and why', () => {
    const missing = completed([
      { section: 'audience', trouble: { outcome: 'permission-missing', permission: 'x' } },
      { section: 'content', trouble: { outcome: 'gone' } },
    ]);
    expect(missing).toEqual({
      ...about,
      missing: [
        { section: 'audience', reason: 'permission-missing' },
        { section: 'content', reason: 'gone' },
      ],
      nextDueAt: inADay,
    });
  });

  it('is tried again soon when a passing trouble kept a section away', () => {
    expect(completed([{ section: 'content', trouble: { outcome: 'platform-down' } }]).nextDueAt).toBe(minutesOn(5));
    expect(completed([{ section: 'content', trouble: { outcome: 'platform-down' } }], 2).nextDueAt).toBe(minutesOn(20));
    expect(
      completed([{ section: 'audience', trouble: { outcome: 'rate-limited', retryAt: new Date(minutesOn(55)) } }])
        .nextDueAt,
    ).toBe(minutesOn(55));
    expect(
      completed([{ section: 'audience', trouble: { outcome: 'rate-limited', retryAt: new Date(minutesOn(5_000)) } }])
        .nextDueAt,
    ).toBe(inADay);
  });

  it('only lost access in a section fails the whole', () => {
    const outcomes = [
      'needs-reauthorization',
      'permission-missing',
      'rate-limited',
      'platform-down',
      'gone',
      'unexpected',
      'not-eligible',
      'refresh-token',
    ] as const;
    expect(outcomes.filter((outcome) => failsTheWhole({ outcome }))).toEqual(['needs-reauthorization']);
  });
});
