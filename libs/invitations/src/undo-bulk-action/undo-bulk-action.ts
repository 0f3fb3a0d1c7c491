import type { BulkAction } from '../bulk-action/bulk-action';
import { bulkActionNotFound, undoOver } from '../bulk-action/bulk-action.errors';
import type { BulkActionName, BulkActionUndoAsked } from '../bulk-action/bulk-action.events';

/**
 * As long as the mail of the last invitation is held; a withdrawal for as long as it is known which invitations were
 * meant.
 */
const undoableMs: Readonly<Record<BulkActionName, number>> = { resend: 12_000, withdraw: 7 * 24 * 3_600_000 };

/** Until when an action can be undone whose newest fact is from `lastAt`. */
export const undoUntil = (action: BulkActionName, lastAt: string): string =>
  new Date(Date.parse(lastAt) + undoableMs[action]).toISOString();

/** Nothing to do for one that is being undone, or is. @throws not-found, undo-over */
export const undoBulkAction = (
  bulkId: string,
  { status, action }: BulkAction,
  lastAt: string | undefined,
  now: Date,
): readonly BulkActionUndoAsked[] => {
  if (status === 'none' || lastAt === undefined) throw bulkActionNotFound();
  if (status === 'undoing' || status === 'undone') return [];
  if (status === 'finished' && now.toISOString() > undoUntil(action, lastAt)) throw undoOver(action);
  return [{ type: 'BulkActionUndoAsked', data: { bulkId } }];
};
