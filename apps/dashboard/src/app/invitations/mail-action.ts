import type { InvitationListItem } from '@linkage/contracts';

/** What a member can do about the newest mail of an invite: the label of the button. */
export const mailAction = ({ delivery }: Pick<InvitationListItem, 'delivery'>): 'Send now' | 'Resend Invite' =>
  delivery.state === 'failed' ? 'Send now' : 'Resend Invite';
