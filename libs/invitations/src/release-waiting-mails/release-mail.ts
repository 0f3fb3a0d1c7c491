import type { Invitation } from '../invitation/invitation';
import type { InvitationMailReleased } from '../invitation/invitation.events';

/** Once, and only while the invitation is open and its creator takes mails. */
export const releaseMail = ({
  invitationId,
  mailWaits,
  status,
  erased,
  optedOut,
}: Invitation): readonly InvitationMailReleased[] =>
  mailWaits && status === 'open' && !erased && !optedOut && invitationId !== null
    ? [{ type: 'InvitationMailReleased', data: { invitationId } }]
    : [];
