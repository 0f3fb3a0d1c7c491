import { fold } from '@linkage/event-sourcing';
import { invitation } from '../invitation/invitation';
import type { InvitationFact } from '../invitation/invitation.events';
import { invitationId, issued, withdrawalUndone, withdrawn } from '../invitation/invitation.fixtures';
import { withdrawInvitation } from './withdraw-invitation';

const whenWithdrawn = (...given: InvitationFact[]) => withdrawInvitation(undefined, fold(invitation, given));

describe('withdraw an invitation', () => {
  it('given an open invitation: withdrawn, and the version of the link rises', () => {
    expect(whenWithdrawn(issued())).toEqual([{ type: 'InvitationWithdrawn', data: { invitationId, linkVersion: 2 } }]);
  });

  it.each(['keep', 'disconnect'] as const)('says that its accounts are %s', (accounts) => {
    expect(withdrawInvitation(accounts, fold(invitation, [issued()]))).toEqual([
      { type: 'InvitationWithdrawn', data: { invitationId, linkVersion: 2, accounts } },
    ]);
  });

  it('given one whose withdrawal was undone: withdrawn again', () => {
    expect(whenWithdrawn(issued(), withdrawn(2), withdrawalUndone(1))).toEqual([
      { type: 'InvitationWithdrawn', data: { invitationId, linkVersion: 2 } },
    ]);
  });

  it('given one issued again: withdrawn again, with a version above all before', () => {
    expect(whenWithdrawn(issued(), withdrawn(2), issued({ linkVersion: 3 }))).toEqual([
      { type: 'InvitationWithdrawn', data: { invitationId, linkVersion: 4 } },
    ]);
  });

  it('given a withdrawn one: nothing to do', () => {
    expect(whenWithdrawn(issued(), withdrawn())).toEqual([]);
  });

  it('given nothing: there is no such invitation', () => {
    expect(() => whenWithdrawn()).toThrow(expect.objectContaining({ kind: 'not-found' }));
  });
});
