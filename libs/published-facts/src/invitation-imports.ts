import type { Actor, Fact, FactCatalog } from '@linkage/event-sourcing';
import type { ChosenMessage } from './message-templates';
import { sameData } from './same-data';

/**
 * Stream: `import-<importId>`. A file of creators was taken: its rows are safe, and each that is in `rows` becomes an
 * invitation of its own. `skipped`: rows that were left out, because they could not be sent. `parts`: in so many pieces
 * the rows were uploaded. `brandName` and `invitedBy` as in `InvitationIssued`. What the mails of all rows say stands
 * here, once.
 */
export type InvitationImportStarted = Fact<
  'InvitationImportStarted',
  {
    importId: string;
    fileName: string;
    rows: number;
    skipped: number;
    parts: number;
    brandName: string;
    invitedBy: string;
  } & ChosenMessage
>;
/**
 * Every row has its invitation. `issued`: by this import; `already`: the e-mail was invited in another way meanwhile.
 */
export type InvitationImportFinished = Fact<
  'InvitationImportFinished',
  { importId: string; issued: number; already: number }
>;

export type InvitationImportFact = InvitationImportStarted | InvitationImportFinished;

const ofTheInviter = (data: { importId: string }, by: Actor): string => (by.kind === 'member' ? by.id : data.importId);

export const invitationImportFacts: FactCatalog<InvitationImportFact> = {
  // Version 2 has what the member wrote.
  InvitationImportStarted: {
    version: 2,
    personal: { subject: ofTheInviter, fields: ['fileName', 'invitedBy', 'message'] },
    upcast: { 1: sameData },
  },
  InvitationImportFinished: { version: 1 },
};
