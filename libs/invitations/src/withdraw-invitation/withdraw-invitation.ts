import type { Invitation } from '../invitation/invitation';
import { invitationNotFound } from '../invitation/invitation.errors';
import type { InvitationWithdrawn } from '../invitation/invitation.events';

/** The link dies, because its version rises. Nothing to do for one that is withdrawn already. @throws not-found */
export const withdrawInvitation = (state: Invitation): readonly InvitationWithdrawn[] => {
  if (state.invitationId === null) throw invitationNotFound();
  if (state.status === 'withdrawn') return [];
  return [
    { type: 'InvitationWithdrawn', data: { invitationId: state.invitationId, linkVersion: state.linkVersion + 1 } },
  ];
};
