import type { MailQuotas, StuckMail } from '@linkage/contracts';
import type { WaitsFor } from './invitation-row';

/** What decides whether mails go out, besides the mails. `quotas` null: there are none. */
export interface MailWay {
  readonly sendsMail: boolean;
  readonly quotas: MailQuotas | null;
}

/**
 * What a member is told of mails that do not go out; null: nothing. While our mail server is silent, those that were
 * not tried yet are held back, too. One that the receiving side puts off is no matter of the workspace: its row says
 * so.
 */
export const stuckMail = (
  { limits, server, answer, receiver }: Readonly<Record<WaitsFor, number>>,
  { sendsMail, quotas }: MailWay,
): StuckMail | null => {
  const all = limits + server + answer + receiver;
  if (!sendsMail) return all === 0 ? null : { cause: 'no-mail-server', count: all, most: null };
  if (answer > 0) return { cause: 'no-answer', count: answer + server, most: null };
  if (limits === 0) return null;
  const most = quotas && { workspaceHour: quotas.workspaceHour, workspaceDay: quotas.workspaceDay };
  return { cause: 'limits', count: limits, most };
};
