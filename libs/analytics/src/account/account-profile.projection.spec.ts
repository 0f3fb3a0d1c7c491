import { ERASED, type Fact } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import { accountProfile, type AccountProfileRow } from './account-profile.projection';
import {
  accountId,
  aMissingPart,
  anAccessLost,
  anAccessRegained,
  anAccountConnected,
  anAccountDisconnected,
  anAccountReconnected,
  aProfile,
  aProfileCaptured,
  aRefreshCompleted,
  aRefreshFailed,
  aRefreshGivenBack,
  aRefreshStarted,
  invitationId,
  workspaceId,
} from './account.fixtures';

const at = (minute: number): string => `2026-11-23T06:${String(minute).padStart(2, '0')}:00.000Z`;
const after = (...facts: Fact[]): AccountProfileRow | undefined =>
  facts.reduce<AccountProfileRow | undefined>((row, fact, index) => {
    const told = recorded(fact, { workspaceId, at: at(index) }) as Parameters<typeof accountProfile.project>[1];
    return accountProfile.project(row, told, String(accountProfile.key(told)));
  }, undefined);

const fresh: AccountProfileRow = {
  accountId,
  workspaceId,
  invitationId,
  creatorName: 'Amélie Rousseau',
  creatorEmail: 'amelie@rousseau.example',
  platform: 'instagram',
  username: 'atelier.amelie',
  displayName: 'Amélie',
  avatarUrl: 'https://cdn.example/a.jpg',
  profileUrl: null,
  connectedAt: at(0),
  firstUpdatedAt: null,
  lastUpdatedAt: null,
  nextRefreshAt: null,
  refreshing: false,
  health: { state: 'ok' },
  missing: [],
  email: { is: 'not-yet' },
  figures: {},
};
const { username, displayName, avatarUrl, profileUrl, email, figures } = aProfile();
const seen = { ...fresh, username, displayName, avatarUrl, profileUrl, email, figures };
const done = '2026-11-24T05:50:00.000Z';

describe('account-profile: every fact, the whole row', () => {
  it('SocialAccountConnected', () => {
    expect(after(anAccountConnected())).toEqual(fresh);
    expect(after(anAccountConnected({ avatarUrl: ERASED, username: ERASED }))).toEqual({
      ...fresh,
      avatarUrl: null,
      username: ERASED,
    });
  });

  it('RefreshStarted', () => {
    expect(after(anAccountConnected(), aRefreshStarted())).toEqual({ ...fresh, refreshing: true });
  });

  it('RefreshGivenBack: as before it started', () => {
    expect(after(anAccountConnected(), aRefreshStarted(), aRefreshGivenBack())).toEqual(fresh);
  });

  it('ProfileCaptured: the profile as it was seen', () => {
    expect(after(anAccountConnected(), aProfileCaptured())).toEqual(seen);
    expect(
      after(anAccountConnected(), { type: 'ProfileCaptured', data: { ...aProfileCaptured().data, profile: ERASED } }),
    ).toEqual(fresh);
  });

  it('RefreshCompleted', () => {
    expect(after(anAccountConnected(), aRefreshStarted(), aProfileCaptured(), aRefreshCompleted())).toEqual({
      ...seen,
      firstUpdatedAt: at(3),
      lastUpdatedAt: at(3),
      nextRefreshAt: done,
    });
    expect(after(anAccountConnected(), aRefreshFailed(), aRefreshCompleted())).toEqual({
      ...fresh,
      firstUpdatedAt: at(2),
      lastUpdatedAt: at(2),
      nextRefreshAt: done,
    });
  });

  it('RefreshCompleted without a part: since the refresh that had it last, and part of the health after three', () => {
    const reach = (inARow: number) =>
      aRefreshCompleted({ missing: [aMissingPart({ section: 'profile', part: 'reach28d', inARow })] });
    const before = [anAccountConnected(), aProfileCaptured(), aRefreshCompleted()];
    const row = { section: 'profile', part: 'reach28d', reason: 'platform-down', reportId: 'r1', since: at(2) };
    expect(after(...before, reach(1))).toMatchObject({ missing: [{ ...row, inARow: 1 }], health: { state: 'ok' } });
    expect(after(...before, reach(1), reach(2))).toMatchObject({ missing: [row], health: { state: 'ok' } });
    const partial = { state: 'partial', parts: [{ section: 'profile', part: 'reach28d' }], since: at(5) };
    expect(after(...before, reach(1), reach(2), reach(3))).toMatchObject({ missing: [row], health: partial });
    expect(after(...before, reach(1), reach(2), reach(3), reach(4))).toMatchObject({ health: partial });
    expect(after(...before, reach(1), reach(2), reach(3), aRefreshFailed())).toMatchObject({
      missing: [row],
      health: { state: 'late' },
    });
    expect(after(...before, reach(1), reach(2), reach(3), aRefreshCompleted())).toMatchObject({
      missing: [],
      health: { state: 'ok' },
    });
  });

  it('RefreshCompleted without a part that there never was', () => {
    const without = aRefreshCompleted({ missing: [aMissingPart()] });
    expect(after(anAccountConnected(), without)?.missing).toEqual([{ ...aMissingPart(), since: null }]);
    expect(after(anAccountConnected(), without, without)?.missing).toEqual([{ ...aMissingPart(), since: null }]);
  });

  it('RefreshFailed: old figures stay, late since the first failure', () => {
    const first = [
      anAccountConnected(),
      aProfileCaptured(),
      aRefreshCompleted(),
      aRefreshStarted(),
      aRefreshFailed({ outcome: 'rate-limited', nextDueAt: at(40) }),
    ];
    const late = {
      ...seen,
      firstUpdatedAt: at(2),
      lastUpdatedAt: at(2),
      nextRefreshAt: at(40),
      health: { state: 'late', reason: 'rate-limited', since: at(4) },
    };
    expect(after(...first)).toEqual(late);
    expect(after(...first, aRefreshFailed({ nextDueAt: null }))).toEqual({
      ...late,
      nextRefreshAt: null,
      health: { state: 'late', reason: 'platform-down', since: at(4) },
    });
  });

  it('SocialAccountDisconnected, SocialAccountAccessLost: nothing is refreshed, the figures stay', () => {
    const before = [anAccountConnected(), aProfileCaptured(), aRefreshCompleted(), aRefreshStarted()];
    const broken = { ...seen, firstUpdatedAt: at(2), lastUpdatedAt: at(2) };
    expect(after(...before, anAccountDisconnected())).toEqual({
      ...broken,
      health: { state: 'action-needed', cause: 'disconnected', since: at(4) },
    });
    const lost = { ...broken, health: { state: 'action-needed', cause: 'password-changed', since: at(4) } };
    expect(after(...before, anAccessLost())).toEqual(lost);
    expect(after(...before, anAccessLost(), aRefreshFailed())).toEqual(lost);
    expect(after(...before, anAccessLost(), aRefreshCompleted())).toEqual({ ...lost, lastUpdatedAt: at(5) });
  });

  it('SocialAccountAccessRegained: works, with the figures from before', () => {
    const before = [anAccountConnected(), aProfileCaptured(), aRefreshCompleted(), anAccessLost(), anAccessRegained()];
    const regained = { ...seen, firstUpdatedAt: at(2), lastUpdatedAt: at(2) };
    expect(after(...before)).toEqual(regained);
    expect(after(...before, aRefreshCompleted({ nextDueAt: at(40) }))).toEqual({
      ...regained,
      lastUpdatedAt: at(5),
      nextRefreshAt: at(40),
    });
  });

  it('SocialAccountReconnected: names as they are now, connected since the first time', () => {
    expect(after(anAccountConnected(), anAccessLost(), anAccountReconnected())).toEqual({
      ...fresh,
      username: 'amelie.new',
      displayName: 'A. R.',
      avatarUrl: null,
    });
  });

  it('makes no row for an account that was never connected', () => {
    for (const fact of [
      anAccountReconnected(),
      anAccessLost(),
      anAccessRegained(),
      anAccountDisconnected(),
      aRefreshStarted(),
      aRefreshCompleted(),
      aRefreshFailed(),
      aProfileCaptured(),
    ]) {
      expect(after(fact)).toBeUndefined();
    }
  });
});
