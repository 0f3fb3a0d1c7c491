import type { ImportedState } from '@linkage/contracts';
import { projection, type Recorded } from '@linkage/event-sourcing';
import { type AskedMail, withMailOutcome, withoutMail, withoutPendingMails } from '../invitation/asked-mail';
import type { InvitationFact, InvitationIssued } from '../invitation/invitation.events';

interface ImportedMail extends AskedMail<ImportedMail> {
  readonly state: Exclude<ImportedState, 'withdrawn'>;
}

export interface ImportedInvitation {
  readonly workspaceId: string;
  readonly importId: string;
  readonly state: ImportedState;
  /** The newest; what becomes of an older one counts no more. */
  readonly mail: ImportedMail;
}

type Told = Exclude<
  InvitationFact,
  { type: 'ReconnectRequested' | 'InvitationEmailDelayed' | 'CreatorOptedOut' | 'CreatorOptedIn' }
>;

const beginnings = { asked: 'sending', waits: 'waiting', none: 'by-hand' } as const;

/** Sent once, it is sent, whatever becomes of a mail that was asked for again. */
const unlessSent =
  (otherwise: ImportedMail['state']) =>
  ({ state }: ImportedMail): ImportedMail['state'] =>
    state === 'sent' ? 'sent' : otherwise;

const afterMail = (mail: ImportedMail, fact: Recorded<Exclude<Told, InvitationIssued>>): ImportedMail => {
  const settledAs = (causedBy: string, state: (mail: ImportedMail) => ImportedMail['state']): ImportedMail =>
    withMailOutcome(mail, causedBy, (one) => ({ ...one, state: state(one), before: null }));
  switch (fact.type) {
    case 'InvitationMailReleased':
      return { state: 'sending', askedBy: fact.id, before: null };
    case 'InvitationResendRequested':
      return { state: unlessSent('sending')(mail), askedBy: fact.id, before: mail };
    case 'MailRequestUndone':
      return withoutMail(mail, fact.data.undone);
    case 'InvitationEmailed':
      // One that is handed over while the withdrawal is recorded leaves none waiting.
      return settledAs(mail.state === 'waiting' ? mail.askedBy : fact.data.causedBy, () => 'sent');
    case 'InvitationEmailFailed':
      return fact.data.final ? settledAs(fact.data.causedBy, unlessSent('failed')) : mail;
    case 'InvitationEmailNotSent':
      return settledAs(fact.data.causedBy, unlessSent('failed'));
    case 'InvitationEmailBounced':
      return settledAs(fact.data.causedBy, () => 'failed');
    case 'InvitationWithdrawn':
      return withoutPendingMails(mail);
    case 'InvitationWithdrawalUndone':
      return mail;
  }
};

/** What became of each row of a file, for counting. */
export const importedInvitations = projection<ImportedInvitation, Told>({
  name: 'imported-invitations',
  version: 4,
  streams: ['invitation-'],
  on: [
    'InvitationIssued',
    'InvitationMailReleased',
    'InvitationResendRequested',
    'MailRequestUndone',
    'InvitationEmailed',
    'InvitationEmailFailed',
    'InvitationEmailNotSent',
    'InvitationEmailBounced',
    'InvitationWithdrawn',
    'InvitationWithdrawalUndone',
  ],
  fields: { workspaceId: 'text', importId: 'text', state: 'text' },
  counts: [['workspaceId', 'importId', 'state']],
  key: (fact) => fact.data.invitationId,
  project: (row, fact) => {
    if (fact.type === 'InvitationIssued') {
      const { importId, mail } = fact.data;
      if (importId === undefined) return undefined;
      const state = beginnings[mail ?? 'asked'];
      return { workspaceId: fact.workspaceId, importId, state, mail: { state, askedBy: fact.id, before: null } };
    }
    if (row === undefined) return undefined;
    const mail = afterMail(row.mail, fact);
    const isBack = fact.type === 'InvitationWithdrawalUndone';
    const isWithdrawn = fact.type === 'InvitationWithdrawn' || (row.state === 'withdrawn' && !isBack);
    return { ...row, mail, state: isWithdrawn ? 'withdrawn' : mail.state };
  },
});
