import type { InvitationImport } from '../invitation-import/invitation-import';
import { rowsRefused, type FaultyRow } from '../invitation-import/invitation-import.errors';
import type { InvitationImportStarted } from '../invitation-import/invitation-import.events';
import type { ChosenMessage } from '../message-template/message-template.events';
import { expectMailAllowed } from '../invitation/mail-quota';

export interface AskedImport {
  readonly importId: string;
  readonly fileName: string;
  readonly parts: number;
  readonly leaveOutFaulty: boolean;
  readonly brandName: string;
  readonly invitedBy: string;
  /** What the mails of all rows say. */
  readonly chosen?: ChosenMessage;
}

export interface JudgedRows {
  readonly all: number;
  readonly faulty: readonly FaultyRow[];
}

/**
 * All rows or none, unless the faulty ones are to be left out. Nothing to do for an import that was started before.
 * @throws email-not-confirmed, rows-refused
 */
export const startImport = (
  { leaveOutFaulty, chosen, ...asked }: AskedImport,
  { all, faulty }: JudgedRows,
  mustConfirmEmail: boolean,
  state: InvitationImport,
): readonly InvitationImportStarted[] => {
  if (state.status !== 'none') return [];
  expectMailAllowed(mustConfirmEmail ? 'email-not-confirmed' : null);
  if (faulty.length === all || (faulty.length > 0 && !leaveOutFaulty)) throw rowsRefused(faulty, all);
  return [
    {
      type: 'InvitationImportStarted',
      data: { ...asked, rows: all - faulty.length, skipped: faulty.length, ...chosen },
    },
  ];
};
