import type { Invitation } from '../invitation/invitation';
import type { InvitationIssued } from '../invitation/invitation.events';
import { issueInvitation, type NewInvitation } from '../invitation/issue-invitation';

export interface ImportedRow extends NewInvitation {
  readonly importId: string;
  /** Its mail has to wait, because more were asked for than may go out. */
  readonly mailWaits: boolean;
}

/**
 * Nothing to do for a row that this import has issued before, whatever became of it since, for an e-mail that is
 * invited, and for one whose person wants no mails.
 */
export const issueRow = (
  { importId, mailWaits, ...asked }: ImportedRow,
  state: Invitation,
): readonly InvitationIssued[] => {
  if (state.importId === importId || state.optedOut || (state.status === 'open' && !state.erased)) return [];
  return issueInvitation(asked, state).map((fact) => ({
    ...fact,
    data: { ...fact.data, importId, ...(mailWaits && { mail: 'waits' as const }) },
  }));
};
