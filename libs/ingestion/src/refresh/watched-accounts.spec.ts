import type { Fact } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import {
  accountId,
  accountStream,
  anAccessLost,
  anAccessRegained,
  anAccountConnected,
  anAccountDisconnected,
  anAccountReconnected,
  aRefreshCompleted,
  aRefreshFailed,
  aRefreshGivenBack,
  aRefreshStarted,
  invitationId,
  workspaceId,
} from './refresh.fixtures';
import { watchedAccounts, type WatchedAccount } from './watched-accounts.projection';

const start = Date.parse('2026-11-23T06:00:00.000Z');
const minute = 60_000;
const after = (...facts: Fact[]): WatchedAccount | undefined =>
  facts.reduce<WatchedAccount | undefined>((row, fact, index) => {
    const told = recorded(fact, {
      workspaceId,
      stream: accountStream,
      at: new Date(start + index * minute).toISOString(),
    }) as Parameters<typeof watchedAccounts.project>[1];
    return watchedAccounts.project(row, told, String(watchedAccounts.key(told)));
  }, undefined);

const fresh: WatchedAccount = {
  accountId,
  workspaceId,
  invitationId,
  platform: 'instagram',
  stream: accountStream,
  dueAt: start,
  waitingSince: start,
  readAt: start,
  resting: 0,
  lostAt: null,
};

describe('watched-accounts: every fact, the whole row', () => {
  it('SocialAccountConnected: due at once', () => {
    expect(after(anAccountConnected())).toEqual(fresh);
  });

  it('SocialAccountReconnected: due at once, with or without a row', () => {
    expect(after(anAccountConnected(), aRefreshFailed({ nextDueAt: null }), anAccountReconnected())).toEqual({
      ...fresh,
      dueAt: start + 2 * minute,
      waitingSince: start + 2 * minute,
      readAt: start + 2 * minute,
    });
    expect(after(anAccountReconnected())).toEqual(fresh);
  });

  it('SocialAccountDisconnected: not watched any more', () => {
    expect(after(anAccountConnected(), anAccountDisconnected())).toBeUndefined();
    expect(after(anAccountConnected(), anAccessLost(), anAccountDisconnected())).toBeUndefined();
  });

  const lost = { ...fresh, dueAt: null, resting: 1, lostAt: start + 2 * minute, readAt: start + minute } as const;
  const untilLost = [anAccountConnected(), aRefreshCompleted(), anAccessLost()];

  it('SocialAccountAccessLost: rests, whatever a run says that was under way', () => {
    const { waitingSince } = after(anAccountConnected(), aRefreshCompleted())!;
    for (const late of [[], [aRefreshStarted()], [aRefreshGivenBack()], [aRefreshFailed()], [aRefreshCompleted()]])
      expect(after(...untilLost, ...late)).toEqual({ ...lost, waitingSince });
    expect(after(anAccessLost())).toBeUndefined();
  });

  it('SocialAccountAccessRegained: due at once, with figures that are as old as they are', () => {
    const at = start + 3 * minute;
    const regained = { ...lost, dueAt: at, resting: 0, waitingSince: at, lostAt: null };
    expect(after(...untilLost, anAccessRegained())).toEqual(regained);
    expect(after(...untilLost, anAccessRegained(), aRefreshStarted())).toEqual({ ...regained, dueAt: at + minute });
    expect(after(anAccessRegained())).toBeUndefined();
  });

  it('SocialAccountReconnected after a loss: as if it was new', () => {
    const at = start + 3 * minute;
    expect(after(...untilLost, anAccountReconnected())).toEqual({ ...fresh, dueAt: at, waitingSince: at, readAt: at });
  });

  it('RefreshStarted: looked at by every ring until it ends', () => {
    expect(after(anAccountConnected(), aRefreshStarted())).toEqual({ ...fresh, dueAt: start + minute });
  });

  it('RefreshCompleted', () => {
    expect(
      after(anAccountConnected(), aRefreshStarted(), aRefreshCompleted({ nextDueAt: '2026-11-24T05:50:00.000Z' })),
    ).toEqual({
      ...fresh,
      dueAt: Date.parse('2026-11-24T05:50:00.000Z'),
      waitingSince: Date.parse('2026-11-24T05:50:00.000Z'),
      readAt: start + 2 * minute,
    });
  });

  it('RefreshGivenBack: due at once', () => {
    expect(after(anAccountConnected(), aRefreshStarted(), aRefreshGivenBack())).toEqual({
      ...fresh,
      dueAt: start + 2 * minute,
    });
  });

  it('RefreshFailed', () => {
    expect(
      after(anAccountConnected(), aRefreshStarted(), aRefreshFailed({ nextDueAt: '2026-11-23T06:19:00.000Z' })),
    ).toEqual({ ...fresh, dueAt: Date.parse('2026-11-23T06:19:00.000Z') });
    expect(after(anAccountConnected(), aRefreshStarted(), aRefreshFailed({ nextDueAt: null }))).toEqual({
      ...fresh,
      dueAt: null,
      resting: 1,
    });
  });

  it('waits from the last run on where that began before it was due, or the clock was set back', () => {
    const farAhead = [anAccountConnected(), aRefreshCompleted({ nextDueAt: '2027-12-29T05:50:00.000Z' })];
    const waitingSince = start + 2 * minute;
    for (const ends of [[], [aRefreshFailed()], [aRefreshGivenBack()]])
      expect(after(...farAhead, aRefreshStarted(), ...ends)).toMatchObject({ waitingSince });
  });

  it('makes no row of a refresh alone', () => {
    for (const fact of [aRefreshStarted(), aRefreshCompleted(), aRefreshFailed()]) expect(after(fact)).toBeUndefined();
  });
});
