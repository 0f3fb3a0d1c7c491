import type { Invitation } from './invitation';
import { invitationNotFound } from './invitation.errors';

/**
 * The state, if it is that of the invitation which is meant: after its creator was erased, the same e-mail may have
 * been invited with another id.
 * @throws not-found
 */
export const expectInvitation = (invitationId: string, state: Invitation): Invitation => {
  if (state.invitationId !== invitationId) throw invitationNotFound();
  return state;
};
