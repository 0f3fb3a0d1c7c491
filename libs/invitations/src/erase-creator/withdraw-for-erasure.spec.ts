import { fold } from '@linkage/event-sourcing';
import { invitation } from '../invitation/invitation';
import type { InvitationFact } from '../invitation/invitation.events';
import { invitationId, issued, withdrawn } from '../invitation/invitation.fixtures';
import { withdrawForErasure } from './withdraw-for-erasure';

const whenErased = (...given: InvitationFact[]) => withdrawForErasure(invitationId, fold(invitation, given));

describe('the invitation of a creator who is erased', () => {
  it('given an open one: withdrawn', () =>
    expect(whenErased(issued())).toEqual([
      { type: 'InvitationWithdrawn', data: { invitationId, linkVersion: 2, accounts: 'disconnect' } },
    ]));

  it('given one that is withdrawn, or none: nothing to do', () => {
    expect(whenErased(issued(), withdrawn(2))).toEqual([]);
    expect(whenErased()).toEqual([]);
  });

  it('given one that was issued to another person since: theirs stays', () => {
    expect(whenErased(issued(), withdrawn(2), issued({ invitationId: 'another', linkVersion: 3 }))).toEqual([]);
  });
});
