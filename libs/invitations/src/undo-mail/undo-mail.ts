import type { Recorded } from '@linkage/event-sourcing';
import type { Invitation } from '../invitation/invitation';
import { invitationNotFound, mailAlreadySent } from '../invitation/invitation.errors';
import type { MailRequestUndone } from '../invitation/invitation.events';
import { sendFrom, type MailAsking } from '../invitation/mail-asking';

/**
 * Takes back the newest mail that was asked for, as long as it is held. Nothing to do for one that is undone already.
 * @throws not-found, mail-already-sent
 */
export const undoMail = (asking: Recorded<MailAsking> | undefined, state: Invitation): readonly MailRequestUndone[] => {
  if (state.invitationId === null) throw invitationNotFound();
  if (asking === undefined || sendFrom(asking) === null) throw mailAlreadySent();
  const mail = state.mails[asking.id];
  if (mail?.state === 'undone') return [];
  if (mail !== undefined) throw mailAlreadySent();
  const { invitationId } = state;
  return [{ type: 'MailRequestUndone', data: { invitationId, undone: asking.id, askedAt: asking.at } }];
};
