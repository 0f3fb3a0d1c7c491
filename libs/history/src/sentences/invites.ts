import { ERASED } from '@linkage/event-sourcing';
import type {
  CreatorOptedIn,
  CreatorOptedOut,
  InvitationEmailBounced,
  InvitationEmailDelayed,
  InvitationEmailed,
  InvitationEmailFailed,
  InvitationEmailNotSent,
  InvitationIssued,
  InvitationMailReleased,
  InvitationResendRequested,
  InvitationWithdrawalUndone,
  InvitationWithdrawn,
  MailRequestUndone,
  ReconnectRequested,
} from '@linkage/published-facts';
import { called, counted, phrase, type FactSentence } from './fact-sentence';

type OfInvitation = { invitationId: string };
const ofInvitation = ({ invitationId }: OfInvitation): OfInvitation => ({ invitationId });
const nothingMore = (): object => ({});

const withoutMail = {
  waits: 'The e-mail waits: more were asked for than may go out in an hour or a day.',
  none: 'There was no mail server, so no e-mail went out.',
} as const;

export const invitationIssued: FactSentence<
  InvitationIssued['data'],
  Pick<InvitationIssued['data'], 'name' | 'email' | 'mail'>
> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: ({ name, email, mail }) => ({ name, email, ...(mail && { mail }) }),
  compose: ({ name, email, mail }, { actor, person }) => ({
    sentence: phrase`${actor} invited ${called(person, name)}${name === email ? '' : ` (${email})`}`,
    ...(mail && { detail: withoutMail[mail] }),
  }),
};

export const invitationMailReleased: FactSentence<InvitationMailReleased['data']> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: nothingMore,
  compose: (_, { person }) => ({ sentence: phrase`The invite e-mail to ${person} has waited and may go out` }),
};

export const invitationResendRequested: FactSentence<InvitationResendRequested['data']> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: nothingMore,
  compose: (_, { actor, person }) => ({ sentence: phrase`${actor} sent the invite again to ${person}` }),
};

/** Told of the account that was lost first; of more than one, how many they are. */
export const reconnectRequested: FactSentence<ReconnectRequested['data'], { accounts: number }> = {
  kind: 'invites',
  subjects: ({ invitationId, accounts: [account] }) => ({
    invitationId,
    ...(account && { accountId: account.accountId }),
  }),
  gist: ({ accounts }) => ({ accounts: accounts.length }),
  compose: ({ accounts }, { actor, person, account }) => ({
    sentence: phrase`${actor} asked ${person} to reconnect ${accounts === 1 ? account : counted(accounts, 'account')}`,
  }),
};

export const mailRequestUndone: FactSentence<MailRequestUndone['data']> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: nothingMore,
  compose: (_, { actor, person }) => ({
    sentence: phrase`${actor} stopped the e-mail to ${person}`,
    detail: 'It was not sent.',
  }),
};

export const invitationEmailed: FactSentence<InvitationEmailed['data']> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: nothingMore,
  compose: (_, { person }) => ({ sentence: phrase`The e-mail to ${person} was accepted by the mail server` }),
};

export const invitationEmailFailed: FactSentence<InvitationEmailFailed['data'], { reason: string; final: boolean }> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: ({ reason, final }) => ({ reason, final }),
  compose: ({ reason, final }, { person }) => ({
    sentence: phrase`The e-mail to ${person} was not accepted by the mail server`,
    detail: `${reason === ERASED ? '' : reason.replace(/\.?$/, '. ')}${final ? 'It is not tried again by itself.' : 'It is tried again by itself.'}`,
    tone: final ? 'bad' : 'warn',
  }),
};

type Returned = InvitationEmailBounced['data'];
const withWords = ({ reason, words }: Pick<Returned, 'reason' | 'words'>): string | null => {
  if (reason === ERASED) return null;
  return words === undefined ? reason : `${reason} “${words}”`;
};

export const invitationEmailBounced: FactSentence<Returned, Pick<Returned, 'reason' | 'words'>> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: ({ reason, words }) => ({ reason, ...(words !== undefined && { words }) }),
  compose: (gist, { person }) => ({
    sentence: phrase`The e-mail to ${person} came back`,
    detail: withWords(gist),
    tone: 'bad',
  }),
};

export const invitationEmailDelayed: FactSentence<
  InvitationEmailDelayed['data'],
  Pick<Returned, 'reason' | 'words'>
> = {
  ...invitationEmailBounced,
  compose: (gist, { person }) => ({
    sentence: phrase`The e-mail to ${person} is not delivered yet`,
    detail: withWords(gist),
    tone: 'warn',
  }),
};

export const creatorOptedOut: FactSentence<CreatorOptedOut['data']> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: nothingMore,
  compose: (_, { person }) => ({
    sentence: phrase`${person} wants no more e-mails`,
    detail: 'No e-mail goes to this address from this workspace. “Copy Link” still works.',
    tone: 'warn',
  }),
};

export const creatorOptedIn: FactSentence<CreatorOptedIn['data']> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: nothingMore,
  compose: (_, { person }) => ({ sentence: phrase`${person} takes e-mails again` }),
};

type NotSent = InvitationEmailNotSent['data'];

export const invitationEmailNotSent: FactSentence<NotSent, Pick<NotSent, 'reason'>> = {
  kind: 'invites',
  subjects: ofInvitation,
  gist: ({ reason }) => ({ reason }),
  compose: ({ reason }, { person }) => {
    if (reason === 'not-needed')
      return { sentence: phrase`The e-mail to ${person} was not sent: nothing was left to ask for` };
    if (reason === 'opted-out')
      return {
        sentence: phrase`The e-mail to ${person} was not sent: the creator wants no more e-mails`,
        tone: 'warn',
      };
    return {
      sentence: phrase`The e-mail to ${person} was not sent: it waited for too long`,
      detail: 'It is not sent by itself any more. “Send now” on the tab All sends it.',
      tone: 'bad',
    };
  },
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
