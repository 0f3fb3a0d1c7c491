import { recorded } from '@linkage/event-sourcing/testing';
import { givenFor } from '@linkage/event-sourcing/testing';
import type { Recorded } from '@linkage/event-sourcing';
import { refresh } from '../refresh/refresh';
import type { RefreshFact } from '../refresh/refresh.events';
import {
  accountId,
  aRefreshCompleted,
  aRefreshFailed,
  aRefreshStarted,
  invitationId,
} from '../refresh/refresh.fixtures';
import { startRefresh } from './start-refresh';

const start = Date.parse('2026-11-23T06:00:00.000Z');
const minute = 60_000;
const iso = (minutes: number) => new Date(start + minutes * minute).toISOString();
const at = (fact: RefreshFact, minutes: number): Recorded<RefreshFact> => recorded(fact, { at: iso(minutes) });

const given = givenFor(refresh);
const starting =
  (minutes: number, connectedAt = 0, asked?: 'asked') =>
  (state: Parameters<typeof startRefresh>[0]) =>
    startRefresh(
      state,
      { accountId, invitationId, platform: 'instagram', connectedAt: start + connectedAt * minute },
      'r2',
      new Date(iso(minutes)),
      asked,
    ) as unknown as Recorded<RefreshFact>[];
const started = (because: 'connected' | 'due' | 'asked') =>
  aRefreshStarted({ refreshId: 'r2', because }) as Recorded<RefreshFact>;

describe('starting a refresh', () => {
  it('given nothing: because the account was connected', () => {
    given().when(starting(0)).then(started('connected'));
  });

  it('given a run that never ended: again', () => {
    given(at(aRefreshStarted(), 1)).when(starting(2)).then(started('due'));
  });

  it('given runs that died one after the other: after growing pauses', () => {
    const two = [at(aRefreshStarted(), 0), at(aRefreshStarted(), 1)];
    given(...two)
      .when(starting(5))
      .thenNothing();
    given(...two)
      .when(starting(6))
      .then(started('due'));
    given(...two, at(aRefreshStarted(), 6))
      .when(starting(15))
      .thenNothing();
    given(...two, at(aRefreshStarted(), 6))
      .when(starting(16))
      .then(started('due'));
  });

  it('given one that went well: when it is due again, not before', () => {
    const done = [at(aRefreshStarted(), 0), at(aRefreshCompleted({ nextDueAt: iso(1_400) }), 1)];
    given(...done)
      .when(starting(1_399))
      .thenNothing();
    given(...done)
      .when(starting(1_400))
      .then(started('due'));
  });

  it('given one that failed: after the pause', () => {
    const failed = [at(aRefreshStarted(), 0), at(aRefreshFailed({ nextDueAt: iso(6) }), 1)];
    given(...failed)
      .when(starting(5))
      .thenNothing();
    given(...failed)
      .when(starting(6))
      .then(started('due'));
  });

  it('given lost access: never by itself, but at once when connected again', () => {
    const lost = [
      at(aRefreshStarted(), 0),
      at(aRefreshFailed({ outcome: 'needs-reauthorization', nextDueAt: null }), 1),
    ];
    given(...lost)
      .when(starting(10_000))
      .thenNothing();
    given(...lost)
      .when(starting(20, 20))
      .then(started('connected'));
  });

  it('given a run with the access from before: at once when connected again', () => {
    given(at(aRefreshStarted(), 0)).when(starting(2, 2)).then(started('connected'));
  });

  it('that is asked for: also before it is due, but not of an account that waits for its creator', () => {
    const later = { nextDueAt: iso(24 * 60) };
    given(at(aRefreshStarted(), 1), at(aRefreshCompleted(later), 2))
      .when(starting(3, 0, 'asked'))
      .then(started('asked'));
    given(at(aRefreshStarted(), 1), at(aRefreshCompleted(later), 2))
      .when(starting(3))
      .then();
    given(at(aRefreshStarted(), 1), at(aRefreshFailed({ nextDueAt: null }), 2))
      .when(starting(3, 0, 'asked'))
      .then();
  });
});
