import type {
  InvitationEmailed,
  InvitationEmailFailed,
  InvitationEmailNotSent,
  InvitationIssued,
  InvitationResendRequested,
  InvitationWithdrawalUndone,
  InvitationWithdrawn,
} from '@linkage/published-facts';
import { called, phrase, type FactSentence } from './fact-sentence';

type OfInvitation = { invitationId: string };
const ofInvitation = ({ invitationId }: OfInvitation): OfInvitation => ({ invitationId });
const nothingMore = (): object => ({});

export const invitationIssued: FactSentence<InvitationIssued['data'], { name: string; email: string }> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: ({ name, email }) => ({ name, email }),
  compose: ({ name, email }, { actor, person }) => ({
    sentence: phrase`${actor} invited ${called(person, name)}${name === email ? '' : ` (${email})`}`,
  }),
};

export const invitationResendRequested: FactSentence<InvitationResendRequested['data']> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: nothingMore,
  compose: (_, { actor, person }) => ({ sentence: phrase`${actor} asked for another invitation mail to ${person}` }),
};

export const invitationEmailed: FactSentence<InvitationEmailed['data']> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: nothingMore,
  compose: (_, { person }) => ({ sentence: phrase`The invitation mail to ${person} was accepted by the mail server` }),
};

export const invitationEmailFailed: FactSentence<InvitationEmailFailed['data'], { reason: string; final: boolean }> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: ({ reason, final }) => ({ reason, final }),
  compose: ({ reason, final }, { person }) => ({
    sentence: phrase`The invitation mail to ${person} could not be handed over`,
    detail: `${reason.replace(/\.?$/, '.')} ${final ? 'It is not tried again by itself.' : 'It is tried again by itself.'}`,
    tone: final ? 'bad' : 'warn',
  }),
};

export const invitationEmailNotSent: FactSentence<InvitationEmailNotSent['data']> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: nothingMore,
  compose: (_, { person }) => ({
    sentence: phrase`The invitation mail to ${person} was not sent: it waited for too long`,
    detail: 'It is not sent by itself any more. “Send now” on the tab All sends it.',
    tone: 'bad',
  }),
};

const withAccounts = {
  keep: ' Connected accounts are still read.',
  disconnect: ' Connected accounts are disconnected, too.',
} as const;

type Withdrawn = InvitationWithdrawn['data'];

export const invitationWithdrawn: FactSentence<Withdrawn, Pick<Withdrawn, 'accounts'>> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: ({ accounts }) => ({ ...(accounts && { accounts }) }),
  compose: ({ accounts }, { actor, person }) => ({
    sentence: phrase`${actor} withdrew the invitation of ${person}`,
    detail: `The link connects no accounts any more.${accounts ? withAccounts[accounts] : ''}`,
    tone: 'warn',
  }),
};

export const invitationWithdrawalUndone: FactSentence<InvitationWithdrawalUndone['data']> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: nothingMore,
  compose: (_, { actor, person }) => ({
    sentence: phrase`${actor} undid the withdrawal of the invitation of ${person}`,
    detail: 'The link works again.',
  }),
};
