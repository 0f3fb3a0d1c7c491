import type { Invitation } from '../invitation/invitation';
import type { InvitationWithdrawn } from '../invitation/invitation.events';

/**
 * Also an account that is being connected at this moment is disconnected. Nothing to do for one that is withdrawn
 * already, or was issued again for the same e-mail with another id.
 */
export const withdrawForErasure = (
  subject: string,
  { invitationId, status, linkVersion }: Invitation,
): readonly InvitationWithdrawn[] =>
  status === 'open' && invitationId === subject
    ? [{ type: 'InvitationWithdrawn', data: { invitationId, linkVersion: linkVersion + 1, accounts: 'disconnect' } }]
    : [];
