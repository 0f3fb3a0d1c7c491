import type { Recorded } from '@linkage/event-sourcing';
import type { Invitation } from '../invitation/invitation';
import { mailAlreadySent } from '../invitation/invitation.errors';
import type { InvitationFact, InvitationWithdrawalUndone, MailRequestUndone } from '../invitation/invitation.events';
import { isMailAsking } from '../invitation/mail-asking';
import { undoMail } from '../undo-mail/undo-mail';
import { undoWithdrawal } from '../undo-withdrawal/undo-withdrawal';

const ofStatus: ReadonlySet<InvitationFact['type']> = new Set([
  'InvitationIssued',
  'InvitationWithdrawn',
  'InvitationWithdrawalUndone',
]);

/**
 * Takes back what `done` did, unless something else was done to this invitation since: a withdrawal that was undone or
 * followed by a new invite stays as it is, and of mails only the newest is taken back, as long as it is held. @throws
 * mail-already-sent, invitation-withdrawn
 */
export const undoOfOne = (
  done: Recorded<InvitationFact>,
  facts: readonly Recorded<InvitationFact>[],
  state: Invitation,
): readonly (InvitationWithdrawalUndone | MailRequestUndone)[] => {
  if (done.type === 'InvitationWithdrawn')
    return facts.findLast(({ type }) => ofStatus.has(type))?.id === done.id ? undoWithdrawal(state) : [];
  const newest = facts.findLast(isMailAsking);
  if (newest?.id !== done.id) throw mailAlreadySent();
  return undoMail(newest, state);
};
