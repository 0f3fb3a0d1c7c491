import type { Invitation } from '../invitation/invitation';
import { invitationNotFound, invitationWithdrawn } from '../invitation/invitation.errors';
import type { InvitationResendRequested } from '../invitation/invitation.events';
import { expectWithinQuota, type QuotaRefusal } from '../invitation/mail-quota';

/** Asks for the mail once more; the link in it is the same. @throws not-found, invitation-withdrawn, mail-quota-exceeded */
export const resendInvitation = (
  state: Invitation,
  refusal: QuotaRefusal | null = null,
): readonly InvitationResendRequested[] => {
  if (state.invitationId === null) throw invitationNotFound();
  if (state.status === 'withdrawn') throw invitationWithdrawn();
  expectWithinQuota(refusal);
  return [{ type: 'InvitationResendRequested', data: { invitationId: state.invitationId } }];
};
