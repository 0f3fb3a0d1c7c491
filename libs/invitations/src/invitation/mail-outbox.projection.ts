import { ERASED, projection, type Recorded } from '@linkage/event-sourcing';
import type { InvitationFact, InvitationIssued } from './invitation.events';
import { isMailAsking, outlivesWithdrawal, sendFrom, type MailAsking } from './mail-asking';
import { nextTry } from './next-try';

/** A mail that was asked for and has no outcome yet. */
export interface OutgoingMail {
  /** Id of the fact that asked for it. */
  readonly askedBy: string;
  readonly askedAt: string;
  readonly kind: MailAsking['type'];
  readonly due: string;
  readonly failed: number;
}

/** The mails of one invitation. */
export interface OutboxRow {
  readonly workspaceId: string;
  readonly stream: string;
  /**
   * Mails of one lane are sent in order of time, lanes take turns: one for a workspace's imports, one for all else that
   * it asks for.
   */
  readonly lane: string;
  /** Of the creator's address. */
  readonly domain: string;
  readonly open: 0 | 1;
  /** 1: there is a mail to send, now or later. */
  readonly waiting: 0 | 1;
  /** Of the mail that comes first; null: there is none. */
  readonly due: string | null;
  readonly mails: readonly OutgoingMail[];
}

const withMails = (row: OutboxRow, mails: readonly OutgoingMail[]): OutboxRow => ({
  ...row,
  mails,
  waiting: row.open === 1 && mails.length > 0 ? 1 : 0,
  due:
    row.open === 1
      ? mails.reduce<string | null>((first, { due }) => (first === null || due < first ? due : first), null)
      : null,
});

const askedFor = (fact: Recorded<MailAsking>): OutgoingMail => ({
  askedBy: fact.id,
  askedAt: fact.at,
  kind: fact.type,
  due: sendFrom(fact) ?? fact.at,
  failed: 0,
});

const domainOf = (email: string): string =>
  email
    .trim()
    .slice(email.trim().lastIndexOf('@') + 1)
    .toLowerCase();

const issued = (fact: Recorded<InvitationIssued>): OutboxRow => {
  const { email, importId, mail } = fact.data;
  const { workspaceId, stream } = fact;
  const row: OutboxRow = {
    workspaceId,
    stream,
    lane: importId === undefined ? workspaceId : `${workspaceId} import`,
    domain: domainOf(email),
    open: 1,
    waiting: 0,
    due: null,
    mails: [],
  };
  return withMails(row, mail !== undefined || email === ERASED ? [] : [askedFor(fact)]);
};

/** Once it was sent, what was asked for before it and tried in vain is not sent any more. */
const withoutUpTo = (mails: readonly OutgoingMail[], askedBy: string): readonly OutgoingMail[] =>
  mails.slice(mails.findIndex((mail) => mail.askedBy === askedBy) + 1);

const failedOnce = (mail: OutgoingMail, next: string | undefined, at: string): OutgoingMail => {
  const failed = mail.failed + 1;
  return { ...mail, failed, due: next ?? nextTry(mail.askedAt, failed, new Date(at)) ?? at };
};

const withdrawn = (row: OutboxRow): OutboxRow =>
  withMails(
    { ...row, open: 0 },
    row.mails.filter(({ kind }) => outlivesWithdrawal(kind)),
  );

/** What is to be mailed, so that it can be taken in turns. Whether it still is to be sent, the log says. */
export const mailOutbox = projection<OutboxRow, InvitationFact>({
  name: 'mail-outbox',
  version: 2,
  streams: ['invitation-'],
  on: [
    'InvitationIssued',
    'InvitationMailReleased',
    'InvitationResendRequested',
    'ReconnectRequested',
    'MailRequestUndone',
    'InvitationEmailed',
    'InvitationEmailFailed',
    'InvitationEmailNotSent',
    'InvitationWithdrawn',
    'InvitationWithdrawalUndone',
  ],
  fields: { waiting: 'number', lane: 'text', due: 'text' },
  indexes: [
    ['waiting', 'due'],
    ['waiting', 'lane', 'due'],
  ],
  key: (fact) => fact.stream,
  project: (row, fact) => {
    if (fact.type === 'InvitationIssued') return issued(fact);
    if (row === undefined) return undefined;
    if (isMailAsking(fact)) return withMails(row, [...row.mails, askedFor(fact)]);
    switch (fact.type) {
      case 'InvitationEmailed':
      case 'InvitationEmailNotSent':
        return withMails(row, withoutUpTo(row.mails, fact.data.causedBy));
      case 'InvitationEmailFailed': {
        const { causedBy, final, nextTry: next } = fact.data;
        if (final) return withMails(row, withoutUpTo(row.mails, causedBy));
        return withMails(
          row,
          row.mails.map((mail) => (mail.askedBy === causedBy ? failedOnce(mail, next, fact.at) : mail)),
        );
      }
      case 'MailRequestUndone':
        return withMails(
          row,
          row.mails.filter(({ askedBy }) => askedBy !== fact.data.undone),
        );
      case 'InvitationWithdrawn':
        return withdrawn(row);
      case 'InvitationWithdrawalUndone':
        return withMails({ ...row, open: 1 }, row.mails);
      default:
        return row;
    }
  },
});
