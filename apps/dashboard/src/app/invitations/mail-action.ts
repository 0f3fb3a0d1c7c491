import type { InvitationListItem } from '@linkage/contracts';

export type MailAction = 'Ask to reconnect' | 'Send now' | 'Resend Invite';

/** Why no mail is sent to a creator that opted out. */
export const NO_MAILS =
  'This creator wants no more e-mails from your workspace. Use Copy Link to reach them in another way.';

const isUnsent: ReadonlySet<string> = new Set(['failed', 'bounced', 'by-hand']);

/** An account that its creator has to connect again, and has not given up on purpose. */
const isLost = ({ cause }: InvitationListItem['accounts'][number]): boolean =>
  cause !== null && cause !== 'disconnected';

/** The mail that a member can have sent to this creator: the label of the button. */
export const mailAction = ({ delivery, accounts }: Pick<InvitationListItem, 'delivery' | 'accounts'>): MailAction => {
  if (accounts.some(isLost)) return 'Ask to reconnect';
  return isUnsent.has(delivery.state) ? 'Send now' : 'Resend Invite';
};
