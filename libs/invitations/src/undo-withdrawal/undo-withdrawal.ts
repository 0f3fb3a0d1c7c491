import type { Invitation } from '../invitation/invitation';
import { creatorErased, invitationNotFound } from '../invitation/invitation.errors';
import type { InvitationWithdrawalUndone } from '../invitation/invitation.events';

/**
 * The link from before the withdrawal works again. Nothing to do for an invitation that is open.
 * @throws not-found, invitation-withdrawn when the creator was erased
 */
export const undoWithdrawal = (state: Invitation): readonly InvitationWithdrawalUndone[] => {
  if (state.invitationId === null) throw invitationNotFound();
  if (state.status === 'open') return [];
  if (state.erased) throw creatorErased();
  return [
    {
      type: 'InvitationWithdrawalUndone',
      data: { invitationId: state.invitationId, linkVersion: state.linkVersion - 1 },
    },
  ];
};
