import type { Invitation } from '../invitation/invitation';
import { invitationNotFound, invitationWithdrawn } from '../invitation/invitation.errors';
import type { InvitationResendRequested } from '../invitation/invitation.events';

/** Asks for the mail once more; the link in it is the same. @throws not-found, invitation-withdrawn */
export const resendInvitation = (state: Invitation): readonly InvitationResendRequested[] => {
  if (state.invitationId === null) throw invitationNotFound();
  if (state.status === 'withdrawn') throw invitationWithdrawn();
  return [{ type: 'InvitationResendRequested', data: { invitationId: state.invitationId } }];
};
