export { invitationImportFacts } from '@linkage/published-facts';
export type { InvitationImportFact, InvitationImportFinished, InvitationImportStarted } from '@linkage/published-facts';
