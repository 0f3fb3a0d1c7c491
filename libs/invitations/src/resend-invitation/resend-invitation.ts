import type { Invitation } from '../invitation/invitation';
import { creatorOptedOut, invitationNotFound, invitationWithdrawn } from '../invitation/invitation.errors';
import type { ChosenMessage, InvitationResendRequested } from '../invitation/invitation.events';
import { heldUntil } from '../invitation/mail-asking';
import { expectMailAllowed, type MailRefusal } from '../invitation/mail-quota';

/**
 * Asks for the mail once more; the link in it is the same, and for a while it can be undone.
 * @throws not-found, invitation-withdrawn, creator-opted-out, email-not-confirmed, mail-asked-recently,
 *   mail-quota-exceeded
 */
export const resendInvitation = (
  state: Invitation,
  now: Date,
  refusal: MailRefusal | null = null,
  chosen: ChosenMessage = {},
): readonly InvitationResendRequested[] => {
  if (state.invitationId === null) throw invitationNotFound();
  if (state.status === 'withdrawn') throw invitationWithdrawn();
  if (state.optedOut) throw creatorOptedOut();
  expectMailAllowed(refusal);
  const { invitationId } = state;
  return [{ type: 'InvitationResendRequested', data: { invitationId, sendFrom: heldUntil(now), ...chosen } }];
};
