import { ERASED, type Fact, type Recorded } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import type { InvitationIssued, InvitationWithdrawalUndone, InvitationWithdrawn } from '@linkage/published-facts';
import {
  accountId,
  anAccessLost,
  anAccessRegained,
  anAccountConnected,
  anAccountDisconnected,
  anAccountReconnected,
  invitationId,
} from '../social-account/social-account.fixtures';
import { invitedCreators, type InvitedCreator } from './invited-creators.projection';

const workspaceId = 'workspace-1';

const issued = (linkVersion = 1): InvitationIssued => ({
  type: 'InvitationIssued',
  data: {
    invitationId,
    name: '田中 美咲',
    email: 'misaki.tanaka@hinata.example',
    brandName: 'Nordlys Agency',
    invitedBy: 'Ingrid Solheim',
    linkVersion,
  },
});
const withdrawn: InvitationWithdrawn = { type: 'InvitationWithdrawn', data: { invitationId, linkVersion: 2 } };

const undone: InvitationWithdrawalUndone = {
  type: 'InvitationWithdrawalUndone',
  data: { invitationId, linkVersion: 1 },
};

const at = (minute: number): string => `2026-11-23T08:${String(minute).padStart(2, '0')}:00.000Z`;
const after = (...facts: Fact[]): InvitedCreator | undefined =>
  facts.reduce<InvitedCreator | undefined>((row, fact, index) => {
    const told = recorded(fact, { at: at(index) }) as Recorded<never>;
    return invitedCreators.project(row, told, String(invitedCreators.key(told)));
  }, undefined);

const misaki: InvitedCreator = {
  invitationId,
  workspaceId,
  creatorName: '田中 美咲',
  creatorEmail: 'misaki.tanaka@hinata.example',
  brandName: 'Nordlys Agency',
  invitedBy: 'Ingrid Solheim',
  linkVersion: 1,
  withdrawn: false,
  accessEnds: false,
  endedLinkVersions: [],
  accounts: [],
};
const instagram = {
  accountId,
  stream: 'stream-1',
  platform: 'instagram',
  username: 'misaki.t',
  displayName: '田中 美咲',
  avatarUrl: 'https://cdn.example/misaki.jpg',
  connectedAt: at(1),
  cause: null,
} as const;
const withInstagram = { ...misaki, accounts: [instagram] };

describe('invited-creators: every fact, the whole row', () => {
  it('InvitationIssued', () => {
    expect(after(issued())).toEqual(misaki);
  });

  it('InvitationWithdrawn, and issued again with what was connected', () => {
    expect(after(issued(), anAccountConnected(), withdrawn)).toEqual({
      ...withInstagram,
      linkVersion: 2,
      withdrawn: true,
      endedLinkVersions: [1],
    });
    expect(after(issued(), anAccountConnected(), withdrawn, issued(3))).toEqual({
      ...withInstagram,
      linkVersion: 3,
      endedLinkVersions: [1],
    });
  });

  it('InvitationWithdrawn with its accounts, and issued again without that', () => {
    const withAccounts: InvitationWithdrawn = { ...withdrawn, data: { ...withdrawn.data, accounts: 'disconnect' } };
    expect(after(issued(), withAccounts)).toMatchObject({ withdrawn: true, accessEnds: true });
    expect(after(issued(), withAccounts, issued(3))).toMatchObject({ withdrawn: false, accessEnds: false });
  });

  it('InvitationWithdrawalUndone: as before', () => {
    expect(after(issued(), anAccountConnected(), withdrawn, undone)).toEqual(withInstagram);
    expect(
      after(issued(), withdrawn, issued(3), { ...withdrawn, data: { invitationId, linkVersion: 4 } }),
    ).toMatchObject({ endedLinkVersions: [1, 3], linkVersion: 4 });
  });

  it('SocialAccountConnected', () => {
    expect(after(issued(), anAccountConnected())).toEqual(withInstagram);
    expect(
      after(issued(), anAccountConnected(), anAccountConnected({ accountId: 'a2', platform: 'youtube' }))?.accounts.map(
        (account) => account.platform,
      ),
    ).toEqual(['instagram', 'youtube']);
  });

  it('SocialAccountReconnected', () => {
    expect(
      after(
        issued(),
        anAccountConnected(),
        anAccessLost(),
        anAccountReconnected({ username: 'misaki.new', displayName: 'Misaki', avatarUrl: null }),
      ),
    ).toEqual({
      ...misaki,
      accounts: [{ ...instagram, username: 'misaki.new', displayName: 'Misaki', avatarUrl: null, connectedAt: at(3) }],
    });
  });

  it('ProfileCaptured: called as at its last refresh', () => {
    const named = { username: 'misaki.new', displayName: 'M', avatarUrl: null };
    const captured = (profile: unknown) => ({
      type: 'ProfileCaptured',
      data: { invitationId, accountId: instagram.accountId, profile },
    });
    expect(after(issued(), anAccountConnected(), captured({ ...named, figures: {} }))).toEqual({
      ...misaki,
      accounts: [{ ...instagram, ...named }],
    });
    expect(after(issued(), anAccountConnected(), captured(ERASED))).toEqual({ ...misaki, accounts: [instagram] });
  });

  it('SocialAccountDisconnected', () => {
    expect(after(issued(), anAccountConnected(), anAccountDisconnected())).toEqual({
      ...misaki,
      accounts: [{ ...instagram, cause: 'disconnected' }],
    });
  });

  it('SocialAccountAccessLost', () => {
    expect(after(issued(), anAccountConnected(), anAccessLost())).toEqual({
      ...misaki,
      accounts: [{ ...instagram, cause: 'password-changed' }],
    });
  });

  it('SocialAccountAccessRegained: works, and what was said of it before does not count any more', () => {
    expect(after(issued(), anAccountConnected(), anAccessLost(), anAccessRegained())).toEqual({
      ...misaki,
      accounts: [{ ...instagram, connectedAt: at(3) }],
    });
  });

  it('makes no row for facts of an invitation that it never heard of', () => {
    for (const fact of [
      withdrawn,
      undone,
      anAccountConnected(),
      anAccountReconnected(),
      anAccessRegained(),
      anAccountDisconnected(),
      anAccessLost(),
    ])
      expect(after(fact)).toBeUndefined();
  });
});
