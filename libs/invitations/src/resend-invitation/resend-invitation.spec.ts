import { fold } from '@linkage/event-sourcing';
import { invitation } from '../invitation/invitation';
import type { InvitationFact } from '../invitation/invitation.events';
import { emailFailed, issued, resendRequested, withdrawn } from '../invitation/invitation.fixtures';
import { resendInvitation } from './resend-invitation';

const now = new Date('2026-01-15T09:00:00.000Z');
const whenResent = (...given: InvitationFact[]) => resendInvitation(fold(invitation, given), now);

describe('resend an invitation', () => {
  it.each([
    ['an open invitation', [issued()]],
    ['one that was resent before', [issued(), resendRequested()]],
    ['one whose mail could not be sent', [issued(), emailFailed('f1', true)]],
    ['one issued again', [issued(), withdrawn(2), issued({ linkVersion: 3 })]],
  ])('given %s: asked for once more, and it can be undone for a while', (_what, given) => {
    expect(whenResent(...given)).toEqual([resendRequested('2026-01-15T09:00:12.000Z')]);
  });

  it('given a withdrawn invitation: refused', () => {
    expect(() => whenResent(issued(), withdrawn())).toThrow(
      expect.objectContaining({ kind: 'rule-broken', code: 'invitation-withdrawn' }),
    );
  });

  it('given a member who has not confirmed the own e-mail: refused', () => {
    expect(() => resendInvitation(fold(invitation, [issued()]), now, 'email-not-confirmed')).toThrow(
      expect.objectContaining({ kind: 'rule-broken', code: 'email-not-confirmed' }),
    );
  });

  it('given nothing: there is no such invitation', () => {
    expect(() => whenResent()).toThrow(expect.objectContaining({ kind: 'not-found', code: 'not-found' }));
  });
});
