import type { InvitationListItem } from '@linkage/contracts';
import { exactTime } from '@linkage/ui';

/** What a member can do about it. */
const cure = ({ state, nextTry }: InvitationListItem['delivery']): string | null => {
  if (state === 'retrying')
    return nextTry === null
      ? 'The receiving mail server goes on trying.'
      : `Tried again at ${exactTime(Date.parse(nextTry))}, for three days in all.`;
  if (state === 'bounced') return 'Correct the e-mail, send it now once more, or use Copy Link.';
  return state === 'failed' ? 'Send it now once more, or use Copy Link.' : null;
};

/** Reason, the mail server's words, and the cure; null: there is nothing to say. */
export const deliveryText = (delivery: InvitationListItem['delivery']): string | null => {
  if (delivery.reason === null) return null;
  const words = delivery.words === null ? null : `“${delivery.words}”`;
  return [delivery.reason, words, cure(delivery)].filter((part) => part !== null).join(' ');
};
