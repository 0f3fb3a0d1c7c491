import type { BulkAction } from '../bulk-action/bulk-action';
import { nothingSelected } from '../bulk-action/bulk-action.errors';
import type { BulkActionName, BulkActionStarted } from '../bulk-action/bulk-action.events';
import { expectMailAllowed, type MailRefusal } from '../invitation/mail-quota';
import type { ChosenMessage } from '../message-template/message-template.events';

export interface AskedBulkAction {
  readonly bulkId: string;
  readonly memberId: string;
  readonly action: BulkActionName;
  readonly rows: number;
  readonly chosen: ChosenMessage;
}

/** Nothing to do for one that was started before. @throws email-not-confirmed, no-mail-server, invalid-request */
export const startBulkAction = (
  { chosen, ...asked }: AskedBulkAction,
  refusal: MailRefusal | null,
  { status }: BulkAction,
): readonly BulkActionStarted[] => {
  if (status !== 'none') return [];
  if (asked.action === 'resend') expectMailAllowed(refusal);
  if (asked.rows === 0) throw nothingSelected();
  return [{ type: 'BulkActionStarted', data: { ...asked, ...(asked.action === 'resend' && chosen) } }];
};
