import { fold, type Recorded } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import { dueAt, hasCome, refresh } from './refresh';
import type { RefreshFact } from './refresh.events';
import {
  accountId,
  aMissingPart,
  anAnswerAgain,
  aRefreshCompleted,
  aRefreshFailed,
  aRefreshGivenBack,
  aRefreshStarted,
} from './refresh.fixtures';
import { dueAfterSuccess } from './due-at';

const start = Date.parse('2026-11-23T06:00:00.000Z');
const minute = 60_000;
const at = (fact: RefreshFact, minutes: number): Recorded<RefreshFact> =>
  recorded(fact, { at: new Date(start + minutes * minute).toISOString() });
const given = (...facts: Recorded<RefreshFact>[]) => fold(refresh, facts);

describe('the refreshes of an account', () => {
  it('are due at once when it was just connected', () => {
    expect(dueAt(given(), start)).toBe(start);
  });

  it('are due when one has not ended: who asks holds the lock, so it has died', () => {
    const state = given(at(aRefreshStarted({ refreshId: 'r7' }), 1));
    expect(state.running).toEqual({ refreshId: 'r7', startedAt: start + minute, died: 0 });
    expect(dueAt(state, start)).toBe(start + minute);
  });

  it('know since when the account is not found, until one ends well', () => {
    const gone = aRefreshFailed({ outcome: 'gone' });
    const facts = [at(gone, 1), at(aRefreshFailed({ outcome: 'rate-limited' }), 6), at(gone, 16)];
    expect(given(at(aRefreshFailed(), 1)).goneSince).toBeNull();
    expect(given(...facts).goneSince).toBe(start + minute);
    expect(given(...facts, at(aRefreshCompleted(), 36)).goneSince).toBeNull();
    expect(given(...facts, at(anAnswerAgain(), 36))).toMatchObject({ goneSince: null, troublesInARow: 0 });
  });

  it('count those that died in a row, until one ended or was given back', () => {
    const dead = [at(aRefreshStarted(), 1), at(aRefreshStarted(), 2), at(aRefreshStarted(), 7)];
    expect(given(...dead).running?.died).toBe(2);
    expect(dueAt(given(...dead), start)).toBe(start + 17 * minute);
    for (const end of [aRefreshGivenBack(), aRefreshFailed(), aRefreshCompleted()]) {
      expect(given(...dead, at(end, 8), at(aRefreshStarted(), 9)).running?.died).toBe(0);
    }
  });

  it('are due as before when the process that ran it gave it back', () => {
    expect(dueAt(given(at(aRefreshStarted(), 1), at(aRefreshGivenBack(), 2)), start)).toBe(start);
    const done = at(aRefreshCompleted({ nextDueAt: '2026-11-24T05:50:00.000Z' }), 2);
    const state = given(done, at(aRefreshStarted(), 3), at(aRefreshGivenBack(), 4));
    expect(state.running).toBeNull();
    expect(dueAt(state, start)).toBe(Date.parse('2026-11-24T05:50:00.000Z'));
  });

  it('are due when the last end says so', () => {
    const done = at(aRefreshCompleted({ nextDueAt: '2026-11-24T05:50:00.000Z' }), 2);
    expect(dueAt(given(at(aRefreshStarted(), 1), done), start)).toBe(Date.parse('2026-11-24T05:50:00.000Z'));
  });

  it('are not due by themselves when only the creator can help', () => {
    expect(
      dueAt(
        given(at(aRefreshStarted(), 1), at(aRefreshFailed({ outcome: 'needs-reauthorization', nextDueAt: null }), 2)),
        start,
      ),
    ).toBeNull();
  });

  it('are due at once when the account was connected again after the run set out, or after it ended', () => {
    const running = at(aRefreshStarted(), 1);
    const failed = at(aRefreshFailed({ outcome: 'needs-reauthorization', nextDueAt: null }), 2);
    expect(dueAt(given(running), start + 3 * minute)).toBe(start + 3 * minute);
    expect(dueAt(given(running, failed), start + 3 * minute)).toBe(start + 3 * minute);
  });

  it('count troubles in a row, incomplete runs included, until one went well', () => {
    const incomplete = at(aRefreshCompleted({ missing: [aMissingPart()] }), 5);
    expect(given(at(aRefreshFailed(), 1), incomplete).troublesInARow).toBe(2);
    expect(given(at(aRefreshFailed(), 1), incomplete, at(aRefreshCompleted(), 6)).troublesInARow).toBe(0);
    const refused = [aMissingPart({ reason: 'refused' })];
    expect(given(at(aRefreshCompleted({ missing: refused }), 1)).troublesInARow).toBe(0);
    const early = aRefreshCompleted({ missing: refused, nextDueAt: '2026-11-23T06:06:00.000Z' });
    expect(given(at(early, 1)).troublesInARow).toBe(1);
  });

  it('fall back to the rules for an end that says nothing', () => {
    const { nextDueAt: _, ...silent } = aRefreshCompleted().data;
    const { nextDueAt: __, ...failed } = aRefreshFailed().data;
    expect(dueAt(given(at({ type: 'RefreshCompleted', data: silent }, 2)), start)).toBe(
      dueAfterSuccess(accountId, start + 2 * minute),
    );
    expect(dueAt(given(at({ type: 'RefreshFailed', data: failed }, 2)), start)).toBe(start + 7 * minute);
  });

  it('a due time has come, also when the clock was set back from beyond it', () => {
    expect(hasCome(start, start)).toBe(true);
    expect(hasCome(start + 1, start)).toBe(false);
    expect(hasCome(start + 24 * 60 * minute, start)).toBe(false);
    expect(hasCome(start + 24 * 60 * minute + 1, start)).toBe(true);
  });
});
