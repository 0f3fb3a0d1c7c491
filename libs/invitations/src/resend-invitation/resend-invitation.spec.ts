import { fold } from '@linkage/event-sourcing';
import { invitation } from '../invitation/invitation';
import type { InvitationFact } from '../invitation/invitation.events';
import { emailFailed, invitationId, issued, resendRequested, withdrawn } from '../invitation/invitation.fixtures';
import { resendInvitation } from './resend-invitation';

const whenResent = (...given: InvitationFact[]) => resendInvitation(fold(invitation, given));

describe('resend an invitation', () => {
  it.each([
    ['an open invitation', [issued()]],
    ['one that was resent before', [issued(), resendRequested()]],
    ['one whose mail could not be sent', [issued(), emailFailed('f1', true)]],
    ['one issued again', [issued(), withdrawn(2), issued({ linkVersion: 3 })]],
  ])('given %s: asked for once more', (_what, given) => {
    expect(whenResent(...given)).toEqual([{ type: 'InvitationResendRequested', data: { invitationId } }]);
  });

  it('given a withdrawn invitation: refused', () => {
    expect(() => whenResent(issued(), withdrawn())).toThrow(
      expect.objectContaining({ kind: 'rule-broken', code: 'invitation-withdrawn' }),
    );
  });

  it('given nothing: there is no such invitation', () => {
    expect(() => whenResent()).toThrow(expect.objectContaining({ kind: 'not-found', code: 'not-found' }));
  });
});
