import { projection } from '@linkage/event-sourcing';
import type { InvitationFact } from '../invitation/invitation.events';

/** An invitation whose mail waits until it may go out. */
export interface WaitingMail {
  readonly workspaceId: string;
  readonly stream: string;
  readonly since: string;
  /** Keyed hash of the e-mail. */
  readonly recipient: string | null;
  /** 0: it is withdrawn, or another mail was asked for instead, either of which can be undone. */
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
      | 'InvitationWithdrawn'
      | 'InvitationWithdrawalUndone'
      | 'CreatorOptedOut'
      | 'CreatorOptedIn';
  }
>;

export const waitingMails = projection<WaitingMail, Told>({
  name: 'waiting-mails',
  version: 2,
  streams: ['invitation-'],
  on: [
    'InvitationIssued',
    'InvitationMailReleased',
    'InvitationResendRequested',
    'MailRequestUndone',
    'InvitationEmailed',
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
    switch (fact.type) {
      case 'InvitationIssued':
        if (fact.data.mail !== 'waits') return undefined;
        return {
          workspaceId: fact.workspaceId,
          stream: fact.stream,
          since: fact.at,
          recipient: fact.data.recipient ?? null,
          open: 1,
        };
      case 'InvitationMailReleased':
      case 'InvitationEmailed':
        return undefined;
      case 'InvitationResendRequested':
      case 'InvitationWithdrawn':
      case 'CreatorOptedOut':
        return row && { ...row, open: 0 };
      case 'MailRequestUndone':
      case 'InvitationWithdrawalUndone':
      case 'CreatorOptedIn':
        return row && { ...row, open: 1 };
    }
  },
});
