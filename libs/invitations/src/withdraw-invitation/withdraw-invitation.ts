import type { Invitation } from '../invitation/invitation';
import { invitationNotFound } from '../invitation/invitation.errors';
import type { InvitationWithdrawn } from '../invitation/invitation.events';

/** What the member wants done with the accounts that are connected. */
export type AccountsWhenWithdrawn = InvitationWithdrawn['data']['accounts'];

/**
 * The link ends, because its version rises. What it means for the accounts is for Connections to do. Nothing to do for
 * one that is withdrawn already.
 * @throws not-found
 */
export const withdrawInvitation = (
  accounts: AccountsWhenWithdrawn,
  { invitationId, status, linkVersion }: Invitation,
): readonly InvitationWithdrawn[] => {
  if (invitationId === null) throw invitationNotFound();
  if (status === 'withdrawn') return [];
  return [
    {
      type: 'InvitationWithdrawn',
      data: { invitationId, linkVersion: linkVersion + 1, ...(accounts && { accounts }) },
    },
  ];
};
