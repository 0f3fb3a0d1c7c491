import { ERASED, fold, type Recorded } from '@linkage/event-sourcing';
import { invitation, type Invitation, type MailState } from '../invitation/invitation';
import type { InvitationFact, InvitationIssued, LostAccount } from '../invitation/invitation.events';
import { isMailAsking, outlivesWithdrawal, sendFrom, type MailAsking } from '../invitation/mail-asking';
import { chosenIn } from '../message-template/chosen-in';
import type { MessageReference } from './mail-messages.service';

export type MailToSend = Pick<
  InvitationIssued['data'],
  'invitationId' | 'name' | 'email' | 'brandName' | 'invitedBy' | 'linkVersion'
> & {
  /** What it says, if it is the invitation. */
  readonly words: MessageReference;
  /** null: no member. */
  readonly inviterId: string | null;
  /** The accounts that the creator is asked to connect again; null: the mail is the invitation. */
  readonly reconnect: readonly LostAccount[] | null;
  /** It can be undone until then; null: send it at once. */
  readonly sendFrom: string | null;
  /** The creator wants none. */
  readonly optedOut: boolean;
};

/** Nothing more will be done about it. */
export const isSettled = ({ state }: MailState): boolean => state !== 'not-sent' && state !== 'tried';

/** It was neither undone, nor can it be. */
const isFinal = (asking: Recorded<MailAsking>, { mails }: Invitation, at: Date): boolean =>
  mails[asking.id]?.state !== 'undone' && Date.parse(sendFrom(asking) ?? asking.at) <= at.getTime();

const isDropped = (asking: Recorded<MailAsking>, facts: readonly Recorded<InvitationFact>[]): boolean =>
  !outlivesWithdrawal(asking.type) &&
  facts.slice(facts.findIndex(({ id }) => id === asking.id)).some(({ type }) => type === 'InvitationWithdrawn');

/** One that was asked for again says what was chosen then. */
const wordsOf = (asking: MailAsking, issued: InvitationIssued['data']): MessageReference => {
  if (asking.type === 'InvitationResendRequested') return chosenIn(asking.data);
  return { ...chosenIn(issued), ...(issued.importId !== undefined && { importId: issued.importId }) };
};

/**
 * What the fact `askedBy` asks for, on all that is known of the invitation by now. null: nothing to send any more,
 * because it was sent or refused for good, because it was tried in vain or waited for too long and has been asked for
 * again since (which counts once that can be undone no more), because it was undone, because the invitation is
 * withdrawn (a new issue has its own mail) or was after it had been asked for once more, or because the person was
 * erased.
 */
export const mailToSend = (
  facts: readonly Recorded<InvitationFact>[],
  askedBy: string,
  at: Date,
): MailToSend | null => {
  const place = facts.findIndex((fact) => fact.id === askedBy);
  const asking = facts[place];
  const then = fold(invitation, facts.slice(0, place + 1));
  const now = fold(invitation, facts);
  if (asking === undefined || !isMailAsking(asking) || now.status !== 'open' || now.linkVersion !== then.linkVersion)
    return null;
  // Its mail waits, or none was asked for: another fact does.
  if (asking.type === 'InvitationIssued' && asking.data.mail !== undefined) return null;
  const done = now.mails[askedBy];
  if (isDropped(asking, facts) && done?.state !== 'not-sent') return null;
  const askedAgain = facts
    .slice(place + 1)
    .some((fact) => isMailAsking(fact) && isFinal(fact, now, at) && !isDropped(fact, facts));
  if (done && (isSettled(done) || askedAgain)) return null;
  const issue = facts.findLast((fact) => fact.type === 'InvitationIssued');
  if (issue?.type !== 'InvitationIssued' || issue.data.email === ERASED) return null;
  return {
    ...issue.data,
    words: wordsOf(asking, issue.data),
    inviterId: issue.actor.kind === 'member' ? issue.actor.id : null,
    reconnect: asking.type === 'ReconnectRequested' ? asking.data.accounts : null,
    sendFrom: sendFrom(asking),
    optedOut: now.optedOut,
  };
};
