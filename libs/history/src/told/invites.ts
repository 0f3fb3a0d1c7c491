import type {
  InvitationEmailed,
  InvitationEmailFailed,
  InvitationEmailNotSent,
  InvitationIssued,
  InvitationResendRequested,
  InvitationWithdrawn,
} from '@linkage/published-facts';
import { called, say, type Telling } from './telling';

type OfInvitation = { invitationId: string };
const ofInvitation = ({ invitationId }: OfInvitation): OfInvitation => ({ invitationId });
const nothingMore = (): object => ({});

export const invitationIssued: Telling<InvitationIssued['data'], { name: string; email: string }> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: ({ name, email }) => ({ name, email }),
  say: ({ name, email }, { actor, person }) => ({
    sentence: say`${actor} invited ${called(person, name)}${name === email ? '' : ` (${email})`}`,
  }),
};

export const invitationResendRequested: Telling<InvitationResendRequested['data']> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: nothingMore,
  say: (_, { actor, person }) => ({ sentence: say`${actor} asked for another invitation mail to ${person}` }),
};

export const invitationEmailed: Telling<InvitationEmailed['data']> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: nothingMore,
  say: (_, { person }) => ({ sentence: say`The invitation mail to ${person} was accepted by the mail server` }),
};

export const invitationEmailFailed: Telling<InvitationEmailFailed['data'], { reason: string; final: boolean }> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: ({ reason, final }) => ({ reason, final }),
  say: ({ reason, final }, { person }) => ({
    sentence: say`The invitation mail to ${person} could not be handed over`,
    detail: `${reason.replace(/\.?$/, '.')} ${final ? 'It is not tried again by itself.' : 'It is tried again by itself.'}`,
    tone: final ? 'bad' : 'warn',
  }),
};

export const invitationEmailNotSent: Telling<InvitationEmailNotSent['data']> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: nothingMore,
  say: (_, { person }) => ({
    sentence: say`The invitation mail to ${person} was not sent: it waited for too long`,
    detail: 'It is not sent by itself any more. “Send now” on the tab All sends it.',
    tone: 'bad',
  }),
};

export const invitationWithdrawn: Telling<InvitationWithdrawn['data']> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: nothingMore,
  say: (_, { actor, person }) => ({
    sentence: say`${actor} withdrew the invitation of ${person}`,
    detail: 'The link stopped working.',
    tone: 'warn',
  }),
};
