import { projection } from '@linkage/event-sourcing';
import type { InvitationFact } from '../invitation/invitation.events';

/** An invitation whose mail waits until it may go out. */
export interface WaitingMail {
  readonly workspaceId: string;
  readonly stream: string;
  readonly since: string;
  /** Keyed hash of the e-mail. */
  readonly recipient: string | null;
  readonly withdrawn: boolean;
  /** Another mail was asked for instead, which can be undone. */
  readonly replaced: boolean;
  readonly optedOut: boolean;
  /** 0: one of these holds. */
  readonly open: 0 | 1;
}

type Told = Extract<
  InvitationFact,
  {
    type:
      | 'InvitationIssued'
      | 'InvitationMailReleased'
      | 'InvitationResendRequested'
      | 'MailRequestUndone'
      | 'InvitationEmailed'
      | 'InvitationEmailFailed'
      | 'InvitationEmailNotSent'
      | 'InvitationWithdrawn'
      | 'InvitationWithdrawalUndone'
      | 'CreatorOptedOut'
      | 'CreatorOptedIn';
  }
>;

const withOpen = (row: WaitingMail): WaitingMail => ({
  ...row,
  open: row.withdrawn || row.replaced || row.optedOut ? 0 : 1,
});

/** Once another mail was asked for instead and has its outcome, this one is not sent any more. */
const unlessReplaced = (row: WaitingMail): WaitingMail | undefined => (row.replaced ? undefined : row);

export const waitingMails = projection<WaitingMail, Told>({
  name: 'waiting-mails',
  version: 3,
  streams: ['invitation-'],
  on: [
    'InvitationIssued',
    'InvitationMailReleased',
    'InvitationResendRequested',
    'MailRequestUndone',
    'InvitationEmailed',
    'InvitationEmailFailed',
    'InvitationEmailNotSent',
    'InvitationWithdrawn',
    'InvitationWithdrawalUndone',
    'CreatorOptedOut',
    'CreatorOptedIn',
  ],
  fields: { workspaceId: 'text', open: 'number', since: 'text' },
  indexes: [
    ['open', 'workspaceId'],
    ['open', 'workspaceId', 'since'],
  ],
  key: (fact) => fact.data.invitationId,
  project: (row, fact) => {
    if (fact.type === 'InvitationIssued') {
      if (fact.data.mail !== 'waits') return undefined;
      const { workspaceId, stream, at: since, data } = fact;
      const recipient = data.recipient ?? null;
      return { workspaceId, stream, since, recipient, withdrawn: false, replaced: false, optedOut: false, open: 1 };
    }
    if (row === undefined) return undefined;
    switch (fact.type) {
      case 'InvitationMailReleased':
      case 'InvitationEmailed':
        return undefined;
      case 'InvitationEmailFailed':
        return fact.data.final ? unlessReplaced(row) : row;
      case 'InvitationEmailNotSent':
        return fact.data.reason === 'not-needed' ? row : unlessReplaced(row);
      case 'InvitationResendRequested':
        return withOpen({ ...row, replaced: true });
      case 'MailRequestUndone':
        return withOpen({ ...row, replaced: false });
      case 'InvitationWithdrawn':
        return withOpen({ ...row, withdrawn: true, replaced: false });
      case 'InvitationWithdrawalUndone':
        return withOpen({ ...row, withdrawn: false });
      case 'CreatorOptedOut':
        return withOpen({ ...row, optedOut: true });
      case 'CreatorOptedIn':
        return withOpen({ ...row, optedOut: false });
    }
  },
});
