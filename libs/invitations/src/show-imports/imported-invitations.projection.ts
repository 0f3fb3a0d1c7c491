import type { ImportedState } from '@linkage/contracts';
import { projection } from '@linkage/event-sourcing';
import type { InvitationFact } from '../invitation/invitation.events';

export interface ImportedInvitation {
  readonly workspaceId: string;
  readonly importId: string;
  readonly state: ImportedState;
}

type Told = Exclude<
  InvitationFact,
  {
    type:
      | 'InvitationWithdrawalUndone'
      | 'ReconnectRequested'
      | 'MailRequestUndone'
      | 'InvitationEmailDelayed'
      | 'CreatorOptedOut'
      | 'CreatorOptedIn';
  }
>;

const beginnings = { asked: 'sending', waits: 'waiting', none: 'by-hand' } as const;

/** What became of each row of a file, for counting. */
export const importedInvitations = projection<ImportedInvitation, Told>({
  name: 'imported-invitations',
  version: 3,
  streams: ['invitation-'],
  on: [
    'InvitationIssued',
    'InvitationMailReleased',
    'InvitationResendRequested',
    'InvitationEmailed',
    'InvitationEmailFailed',
    'InvitationEmailNotSent',
    'InvitationEmailBounced',
    'InvitationWithdrawn',
  ],
  fields: { workspaceId: 'text', importId: 'text', state: 'text' },
  counts: [['workspaceId', 'importId', 'state']],
  key: (fact) => fact.data.invitationId,
  project: (row, fact) => {
    if (fact.type === 'InvitationIssued') {
      const { importId, mail } = fact.data;
      if (importId === undefined) return undefined;
      return { workspaceId: fact.workspaceId, importId, state: beginnings[mail ?? 'asked'] };
    }
    if (row === undefined) return undefined;
    switch (fact.type) {
      case 'InvitationMailReleased':
      case 'InvitationResendRequested':
        return row.state === 'sent' ? row : { ...row, state: 'sending' };
      case 'InvitationEmailed':
        return { ...row, state: 'sent' };
      case 'InvitationEmailFailed':
        return fact.data.final && row.state !== 'sent' ? { ...row, state: 'failed' } : row;
      case 'InvitationEmailNotSent':
        return row.state === 'sent' || fact.data.reason === 'not-needed' ? row : { ...row, state: 'failed' };
      case 'InvitationEmailBounced':
        return { ...row, state: 'failed' };
      case 'InvitationWithdrawn':
        return { ...row, state: 'withdrawn' };
    }
  },
});
