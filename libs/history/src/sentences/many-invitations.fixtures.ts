import type { ContextFact } from './sentences';

type Started = Extract<ContextFact, { type: 'BulkActionStarted' }>;

/** Facts for specs: a file of creators, and one action on many invitations. */
export const ofManyInvitations = (workId: string, memberId: string) => ({
  importStarted: {
    type: 'InvitationImportStarted',
    data: {
      importId: workId,
      fileName: 'spring.csv',
      rows: 41,
      skipped: 1,
      parts: 1,
      brandName: 'Nordlys',
      invitedBy: 'Mara Lind',
    },
  } satisfies ContextFact,
  importFinished: {
    type: 'InvitationImportFinished',
    data: { importId: workId, issued: 40, already: 1 },
  } satisfies ContextFact,
  bulkStarted: (action: 'resend' | 'withdraw'): Started => ({
    type: 'BulkActionStarted',
    data: { bulkId: workId, memberId, action, rows: 42 },
  }),
  bulkBatchDone: {
    type: 'BulkBatchDone',
    data: {
      bulkId: workId,
      batch: 0,
      done: 41,
      passedOver: [{ invitationId: 'i', reason: 'creator-opted-out' }],
    },
  } satisfies ContextFact,
  bulkUndoAsked: { type: 'BulkActionUndoAsked', data: { bulkId: workId } } satisfies ContextFact,
  bulkBatchUndone: {
    type: 'BulkBatchUndone',
    data: { bulkId: workId, batch: 0, undone: 1, passedOver: [], isLast: true },
  } satisfies ContextFact,
});
