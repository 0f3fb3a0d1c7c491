import { ERASED, type Fact } from '@linkage/event-sourcing';
import { recorded } from '@linkage/event-sourcing/testing';
import { lostAccounts, lostIn, type AccountsOfInvitation } from './lost-accounts.projection';

const account = { accountId: 'a1', invitationId: 'i1', platform: 'instagram' } as const;
const connected = { type: 'SocialAccountConnected', data: { ...account, username: 'misaki.t' } };
const lost = { type: 'SocialAccountAccessLost', data: { ...account, cause: 'expired' } };
const captured = (profile: unknown) => ({ type: 'ProfileCaptured', data: { ...account, refreshId: 'r1', profile } });
const after = (...facts: Fact[]) =>
  lostIn(
    facts
      .map((fact) => recorded(fact) as Parameters<typeof lostAccounts.project>[1])
      .reduce<AccountsOfInvitation | undefined>((row, fact) => lostAccounts.project(row, fact, 'i1'), undefined),
  );

describe('accounts whose access was lost', () => {
  it('are those of which that is the last that happened', () => {
    expect(after(connected)).toEqual([]);
    expect(after(connected, lost)).toMatchObject([{ accountId: 'a1', username: 'misaki.t', cause: 'expired' }]);
    expect(after(connected, lost, { ...connected, type: 'SocialAccountReconnected' })).toEqual([]);
    expect(after(connected, lost, { type: 'SocialAccountAccessRegained', data: account })).toEqual([]);
  });

  it('are called as at their last refresh, which says nothing of their access', () => {
    const renamed = captured({ username: 'misaki.new' });
    expect(after(connected, renamed, lost)).toMatchObject([{ username: 'misaki.new' }]);
    expect(after(connected, lost, renamed)).toMatchObject([{ username: 'misaki.new', cause: 'expired' }]);
    expect(after(connected, captured(ERASED), lost)).toMatchObject([{ username: 'misaki.t' }]);
    expect(after(renamed)).toEqual([]);
  });
});
