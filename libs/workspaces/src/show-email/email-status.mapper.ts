import type { EmailChangeStatus } from '@linkage/contracts';
import { openChange } from '../workspace/email-change';
import type { EmailChange } from '../workspace/workspace';

const formerOf = ({ confirmed, confirmsFormer }: EmailChange): EmailChangeStatus['former'] => {
  if (!confirmsFormer) return 'not-asked';
  return confirmed.includes('former') ? 'confirmed' : 'waits';
};

/** What the page shows of a change that is open; null: none is. */
export const toEmailChangeStatus = (change: EmailChange | null | undefined, now: Date): EmailChangeStatus | null => {
  const open = openChange(change, now);
  return (
    open && {
      email: open.email,
      new: open.confirmed.includes('new') ? 'confirmed' : 'waits',
      former: formerOf(open),
      aloneFrom: open.aloneFrom,
      until: open.until,
    }
  );
};
