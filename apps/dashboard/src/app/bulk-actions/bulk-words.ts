import type { BulkActionProgress, PassedOverCount } from '@linkage/contracts';
import { formatExact } from '@linkage/ui';

const reasons: Readonly<Record<string, string>> = {
  'invitation-withdrawn': 'withdrawn already',
  'creator-opted-out': 'opted out of e-mails',
  'mail-asked-recently': 'sent an e-mail a moment ago',
  'mail-quota-exceeded': 'beyond the limit of e-mails',
  'no-mail-server': 'not sent, as this Linkage sends no e-mails',
  'email-not-confirmed': 'not sent, as the e-mail of the member is not confirmed',
  'mail-already-sent': 'sent already',
  'not-found': 'not known any more',
  conflict: 'changed since',
};

/** Why an invite was passed over. */
export const reasonText = (reason: string): string => reasons[reason] ?? 'refused';

const sum = (counts: readonly PassedOverCount[]): number => counts.reduce((all, { count }) => all + count, 0);
export const invites = (count: number): string => `${formatExact(count)} ${count === 1 ? 'invite' : 'invites'}`;
/** Behind "all that match". */
export const butLeft = (count: number): string => (count === 0 ? '' : `, but ${formatExact(count)}`);

/** How many were passed over, by reason. */
const passedOverText = (counts: readonly PassedOverCount[], what: string): string => {
  if (counts.length === 0) return '';
  const why = counts.map(({ reason, count }) => `${formatExact(count)} ${reasonText(reason)}`).join(', ');
  return ` ${formatExact(sum(counts))} ${what}: ${why}.`;
};

/** How far an action is, as it is shown. */
export interface BulkFigures {
  readonly isRunning: boolean;
  readonly worked: number;
  readonly of: number;
  readonly sentence: string;
}

export const figuresOfBulk = (one: BulkActionProgress): BulkFigures => {
  const { state, rows, done, undone, passedOver, notUndone, action } = one;
  const skipped = passedOverText(passedOver, 'passed over');
  switch (state) {
    case 'running': {
      const worked = done + sum(passedOver);
      const doing = action === 'resend' ? 'Resending' : 'Withdrawing';
      const sentence = `${doing} ${invites(rows)}: ${formatExact(worked)} done.`;
      return { isRunning: true, worked, of: rows, sentence };
    }
    case 'undoing': {
      const worked = undone + sum(notUndone);
      return {
        isRunning: true,
        worked,
        of: Math.max(done, worked, 1),
        sentence: `Undoing: ${invites(worked)} so far.`,
      };
    }
    case 'undone': {
      const what =
        action === 'resend'
          ? `${invites(undone)} not sent again after all.`
          : `${invites(undone)} back. Links work again.`;
      return {
        isRunning: false,
        worked: undone,
        of: undone,
        sentence: `${what}${passedOverText(notUndone, 'left as they are')}`,
      };
    }
    case 'finished': {
      const what = action === 'resend' ? 'sent again' : 'withdrawn';
      return { isRunning: false, worked: rows, of: rows, sentence: `${invites(done)} ${what}.${skipped}` };
    }
  }
};
