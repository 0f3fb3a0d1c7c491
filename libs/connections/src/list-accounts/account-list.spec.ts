import { ERASED, type Fact, type Recorded, sortKey } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import type { ProfileCaptured, RefreshCompleted, RefreshFailed } from '@linkage/published-facts';
import {
  accountId,
  anAccessLost,
  anAccessRegained,
  anAccountConnected,
  anAccountDisconnected,
  anAccountReconnected,
  invitationId,
} from '../social-account/social-account.fixtures';
import { accountList, type AccountRow } from './account-list.projection';
import { accountPage } from './account-page';

const workspaceId = 'workspace-1';

const ofTheAccount = { accountId, invitationId, platform: 'instagram', refreshId: 'r1' } as const;
const captured = (followers: ProfileCaptured['data']['profile']['figures']['followers']): ProfileCaptured => ({
  type: 'ProfileCaptured',
  data: {
    ...ofTheAccount,
    profile: {
      username: 'Misakí.new',
      displayName: 'Misaki T.',
      avatarUrl: null,
      profileUrl: null,
      email: { is: 'not-offered' },
      figures: { ...(followers && { followers }) },
    },
  },
});
const completed: RefreshCompleted = { type: 'RefreshCompleted', data: { ...ofTheAccount, missing: [] } };
const failed = (outcome: RefreshFailed['data']['outcome']): RefreshFailed => ({
  type: 'RefreshFailed',
  data: { ...ofTheAccount, outcome, cause: null, retryAt: null },
});

const at = (minute: number): string => `2026-11-23T08:${String(minute).padStart(2, '0')}:00.000Z`;
const after = (...facts: Fact[]): AccountRow | undefined =>
  facts.reduce<AccountRow | undefined>((row, fact, index) => {
    const told = recorded(fact, { at: at(index) }) as Recorded<never>;
    return accountList.project(row, told, String(accountList.key(told)));
  }, undefined);

const fresh: AccountRow = {
  accountId,
  workspaceId,
  invitationId,
  creatorName: '田中 美咲',
  creatorEmail: 'misaki.tanaka@hinata.example',
  platform: 'instagram',
  username: 'misaki.t',
  displayName: '田中 美咲',
  avatarUrl: 'https://cdn.example/misaki.jpg',
  connectedAt: at(0),
  lastUpdatedAt: null,
  followers: null,
  followersMissing: null,
  awaitsFigures: true,
  health: { state: 'ok' },
  urgency: 0,
  nameKey: sortKey('田中 美咲'),
  usernameKey: sortKey('misaki.t'),
  formerUsernames: '',
};

describe('account-list: every fact, the whole row', () => {
  it('SocialAccountConnected', () => {
    expect(after(anAccountConnected())).toEqual(fresh);
  });

  it('SocialAccountDisconnected', () => {
    expect(after(anAccountConnected(), anAccountDisconnected())).toEqual({
      ...fresh,
      health: { state: 'action-needed', cause: 'disconnected', since: at(1) },
      urgency: 2,
    });
  });

  it('SocialAccountAccessLost', () => {
    expect(after(anAccountConnected(), anAccessLost())).toEqual({
      ...fresh,
      health: { state: 'action-needed', cause: 'password-changed', since: at(1) },
      urgency: 2,
    });
  });

  it('SocialAccountAccessRegained: healthy again, with the figures from before until a refresh ends', () => {
    const regained = [anAccountConnected(), completed, anAccessLost(), anAccessRegained()];
    expect(after(...regained)).toEqual({ ...fresh, lastUpdatedAt: at(1), awaitsFigures: true });
    expect(after(...regained, completed)).toEqual({ ...fresh, lastUpdatedAt: at(4), awaitsFigures: false });
    expect(after(anAccessRegained())).toBeUndefined();
  });

  it('SocialAccountReconnected: healthy again, connected since the first time', () => {
    expect(
      after(
        anAccountConnected(),
        anAccessLost(),
        anAccountReconnected({ username: 'Misaki.New', displayName: 'M', avatarUrl: null }),
      ),
    ).toEqual({
      ...fresh,
      username: 'Misaki.New',
      usernameKey: sortKey('Misaki.New'),
      displayName: 'M',
      avatarUrl: null,
      formerUsernames: 'misaki.t',
    });
  });

  it('SocialAccountReconnected: the figures are those from before, until a refresh ends', () => {
    const again = [anAccountConnected(), completed, anAccessLost(), anAccountReconnected()];
    expect(after(...again)).toMatchObject({ lastUpdatedAt: at(1), awaitsFigures: true });
    expect(after(...again, completed)).toMatchObject({ lastUpdatedAt: at(4), awaitsFigures: false });
    expect(after(...again, failed('platform-down'))).toMatchObject({ awaitsFigures: false, health: { state: 'late' } });
  });

  it('ProfileCaptured: names as they are now, followers where there is a number', () => {
    const renamed = {
      ...fresh,
      username: 'Misakí.new',
      usernameKey: sortKey('Misakí.new'),
      displayName: 'Misaki T.',
      avatarUrl: null,
      formerUsernames: 'misaki.t',
    };
    expect(after(anAccountConnected(), captured({ is: 'value', value: 41_700 }))).toEqual({
      ...renamed,
      followers: 41_700,
    });
    expect(after(anAccountConnected(), captured({ is: 'value', value: 0 }))).toEqual({ ...renamed, followers: 0 });
    expect(after(anAccountConnected(), captured({ is: 'not-offered' }))).toEqual({
      ...renamed,
      followersMissing: 'not-offered',
    });
    expect(after(anAccountConnected(), captured({ is: 'permission-missing' }))).toEqual({
      ...renamed,
      followersMissing: 'permission-missing',
    });
    expect(after(anAccountConnected(), captured(undefined))).toEqual({ ...renamed, followersMissing: 'not-yet' });
  });

  it('keeps usernames from before for the search, each once and not the one of now', () => {
    const called = (username: string) => anAccountReconnected({ username });
    const renamed = ['b', 'c', 'b', 'misaki.t', 'misaki.t', 'd'].map(called);
    expect(after(anAccountConnected(), ...renamed)?.formerUsernames).toBe('misaki.t b c');
  });

  it('SocialAccountConnected of an erased person: no row, whatever follows', () => {
    const erased = anAccountConnected({ username: ERASED, displayName: ERASED, creatorName: ERASED });
    expect(after(erased)).toBeUndefined();
    expect(after(erased, anAccountReconnected({ username: ERASED }), anAccountDisconnected())).toBeUndefined();
  });

  it('ProfileCaptured of an erased person changes nothing', () => {
    const erased = { type: 'ProfileCaptured', data: { ...ofTheAccount, profile: ERASED } };
    expect(after(anAccountConnected(), erased)).toEqual(fresh);
  });

  it('RefreshCompleted', () => {
    expect(after(anAccountConnected(), completed)).toEqual({ ...fresh, lastUpdatedAt: at(1), awaitsFigures: false });
    expect(after(anAccountConnected(), failed('platform-down'), completed)).toEqual({
      ...fresh,
      lastUpdatedAt: at(2),
      awaitsFigures: false,
    });
    expect(after(anAccountConnected(), anAccessLost(), completed)?.health).toEqual({
      state: 'action-needed',
      cause: 'password-changed',
      since: at(1),
    });
  });

  it('RefreshFailed: late since the first failure, the old figures stay', () => {
    expect(after(anAccountConnected(), completed, failed('rate-limited'))).toEqual({
      ...fresh,
      lastUpdatedAt: at(1),
      awaitsFigures: false,
      health: { state: 'late', reason: 'rate-limited', since: at(2) },
      urgency: 1,
    });
    expect(after(anAccountConnected(), failed('rate-limited'), failed('platform-down'))?.health).toEqual({
      state: 'late',
      reason: 'platform-down',
      since: at(1),
    });
  });

  it('RefreshFailed does not hide that the creator is needed', () => {
    expect(after(anAccountConnected(), anAccountDisconnected(), failed('needs-reauthorization'))?.health).toEqual({
      state: 'action-needed',
      cause: 'disconnected',
      since: at(1),
    });
  });

  it('makes no row for an account that it never heard of', () => {
    for (const fact of [
      anAccountReconnected(),
      anAccountDisconnected(),
      anAccessLost(),
      captured(undefined),
      completed,
      failed('gone'),
    ])
      expect(after(fact)).toBeUndefined();
  });
});

describe('page of accounts', () => {
  const sortOf = (parameters: Parameters<typeof accountPage>[1]) =>
    accountPage('w1', parameters).sort.map(({ field, direction }) => `${field} ${direction}`);

  it('shows, unless asked otherwise, what needs the creator first, then what is late', () => {
    expect(accountPage('w1', {})).toEqual({
      where: { workspaceId: 'w1' },
      sort: [
        { field: 'urgency', direction: 'desc' },
        { field: 'connectedAt', direction: 'desc' },
      ],
      limit: 50,
    });
  });

  it('filters, sorts, searches', () => {
    expect(accountPage('w1', { platform: 'youtube', search: 'mis', cursor: 'c', limit: 10 })).toMatchObject({
      where: { workspaceId: 'w1', platform: 'youtube' },
      search: 'mis',
      cursor: 'c',
      limit: 10,
    });
    expect(sortOf({ sort: 'followers' })).toEqual(['followers desc']);
    expect(sortOf({ sort: 'connectedAt', direction: 'asc' })).toEqual(['connectedAt asc']);
    expect(sortOf({ sort: 'creatorName' })).toEqual(['nameKey asc']);
    expect(sortOf({ sort: 'username', direction: 'desc' })).toEqual(['usernameKey desc']);
    expect(sortOf({ sort: 'health', direction: 'asc' })).toEqual(['urgency asc', 'connectedAt asc']);
    expect(sortOf({ sort: 'stream' })).toEqual(['urgency desc', 'connectedAt desc']);
  });
});
