import type { Invitation } from '../invitation/invitation';
import { invitationNotFound } from '../invitation/invitation.errors';
import type { InvitationWithdrawalUndone } from '../invitation/invitation.events';

/** The link from before the withdrawal works again. Nothing to do for an invitation that is open. @throws not-found */
export const undoWithdrawal = (state: Invitation): readonly InvitationWithdrawalUndone[] => {
  if (state.invitationId === null) throw invitationNotFound();
  if (state.status === 'open') return [];
  return [
    {
      type: 'InvitationWithdrawalUndone',
      data: { invitationId: state.invitationId, linkVersion: state.linkVersion - 1 },
    },
  ];
};
