import { ERASED, fold, type Recorded } from '@linkage/event-sourcing';
import { invitation, type MailState } from '../invitation/invitation';
import type { InvitationFact, InvitationIssued } from '../invitation/invitation.events';

export type MailToSend = Pick<
  InvitationIssued['data'],
  'invitationId' | 'name' | 'email' | 'brandName' | 'invitedBy' | 'linkVersion'
>;

/** The mail server has said its last word on it. */
export const isSettled = ({ state }: MailState): boolean => state === 'accepted' || state === 'given-up';

/**
 * What the fact `askedBy` asks for, on all that is known of the invitation by now. null: nothing to send any more, because it was sent
 * or refused for good, because it was tried in vain or waited for too long and has been asked for again since, because the invitation was withdrawn (a new issue has its
 * own mail), or because the person was erased.
 */
export const mailToSend = (facts: readonly Recorded<InvitationFact>[], askedBy: string): MailToSend | null => {
  const asking = facts.findIndex((fact) => fact.id === askedBy);
  const then = fold(invitation, facts.slice(0, asking + 1));
  const now = fold(invitation, facts);
  if (asking === -1 || now.status !== 'open' || now.linkVersion !== then.linkVersion) return null;
  const done = now.mails[askedBy];
  const askedAgain = facts.slice(asking + 1).some((fact) => fact.type === 'InvitationResendRequested');
  if (done && (isSettled(done) || askedAgain)) return null;
  const issue = facts.findLast((fact) => fact.type === 'InvitationIssued');
  return issue?.type === 'InvitationIssued' && issue.data.email !== ERASED ? issue.data : null;
};
