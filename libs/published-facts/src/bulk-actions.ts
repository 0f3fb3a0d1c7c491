import type { Fact, FactCatalog } from '@linkage/event-sourcing';
import type { ChosenMessage } from './message-templates';

/**
 * What can be done to many invitations at once. `resend` asks for the mail that fits each of them: the invite, or what
 * has to be connected again.
 */
export type BulkActionName = 'resend' | 'withdraw';

/** An invitation that was passed over, and the code of the refusal. */
export interface PassedOver {
  readonly invitationId: string;
  readonly reason: string;
}

/**
 * Stream: `bulk-<bulkId>`. A member asked for one action on `rows` invitations, which are chosen for good at this
 * moment. They are worked through in batches; each invitation decides for itself, and its fact is caused by this one.
 * What the mails say stands here, once, encrypted under the key of the member.
 */
export type BulkActionStarted = Fact<
  'BulkActionStarted',
  { bulkId: string; memberId: string; action: BulkActionName; rows: number } & ChosenMessage
>;
/**
 * One batch was worked through: `done` invitations have their fact, the others were passed over. `batch` counts from 0.
 */
export type BulkBatchDone = Fact<
  'BulkBatchDone',
  { bulkId: string; batch: number; done: number; passedOver: readonly PassedOver[] }
>;
/** The member wants it undone. No further batch is begun. */
export type BulkActionUndoAsked = Fact<'BulkActionUndoAsked', { bulkId: string }>;
/**
 * What one batch had done was undone by a fact of each invitation, except where it could not be. `isLast`: all of it is
 * undone.
 */
export type BulkBatchUndone = Fact<
  'BulkBatchUndone',
  { bulkId: string; batch: number; undone: number; passedOver: readonly PassedOver[]; isLast: boolean }
>;

export type BulkActionFact = BulkActionStarted | BulkBatchDone | BulkActionUndoAsked | BulkBatchUndone;

export const bulkActionFacts: FactCatalog<BulkActionFact> = {
  BulkActionStarted: { version: 1, personal: { subject: ({ memberId }) => memberId, fields: ['message'] } },
  BulkBatchDone: { version: 1 },
  BulkActionUndoAsked: { version: 1 },
  BulkBatchUndone: { version: 1 },
};
