import { ERASED, fold } from '@linkage/event-sourcing';
import { invitation } from '../invitation/invitation';
import type { InvitationFact } from '../invitation/invitation.events';
import { invitationId, issued, withdrawalUndone, withdrawn } from '../invitation/invitation.fixtures';
import { issueInvitation } from '../invitation/issue-invitation';
import { undoWithdrawal } from './undo-withdrawal';

const whenUndone = (...given: InvitationFact[]) => undoWithdrawal(fold(invitation, given));

describe('undo a withdrawal', () => {
  it('given a withdrawn invitation: the link from before works again', () => {
    expect(whenUndone(issued(), withdrawn(2))).toEqual([withdrawalUndone(1)]);
    expect(whenUndone(issued(), withdrawn(2), issued({ linkVersion: 3 }), withdrawn(4))).toEqual([withdrawalUndone(3)]);
  });

  it('given an open one, such as one that was issued again meanwhile: nothing to do', () => {
    expect(whenUndone(issued())).toEqual([]);
    expect(whenUndone(issued(), withdrawn(2), withdrawalUndone())).toEqual([]);
    expect(whenUndone(issued(), withdrawn(2), issued({ linkVersion: 3 }))).toEqual([]);
  });

  it('given one whose creator was erased: refused, because nothing is left to invite', () => {
    expect(() => whenUndone(issued({ email: ERASED }), withdrawn(2))).toThrow(
      expect.objectContaining({ code: 'invitation-withdrawn', message: expect.stringContaining('was erased') }),
    );
  });

  it('given nothing: there is no such invitation', () => {
    expect(() => whenUndone()).toThrow(expect.objectContaining({ kind: 'not-found' }));
  });

  it('a new invitation after that has a link that never worked before', () => {
    const asked = {
      invitationId,
      name: 'Misaki',
      email: 'm@hinata.example',
      brandName: 'N',
      invitedBy: 'I',
      recipient: 'r',
    };
    const state = fold(invitation, [issued(), withdrawn(2), withdrawalUndone(1), withdrawn(2)]);
    expect(issueInvitation(asked, state)).toEqual([
      expect.objectContaining({ data: expect.objectContaining({ linkVersion: 3 }) }),
    ]);
  });
});
