import { ERASED } from '@linkage/event-sourcing';
import type {
  EmailChangeConfirmed,
  EmailChangeMailRequested,
  EmailChangeRequested,
  EmailChangeStopped,
  EmailChanged,
  EmailConfirmationRequested,
  EmailConfirmed,
  MemberJoined,
  MemberRenamed,
  PreferencesChanged,
  ViewDeleted,
  ViewSaved,
  ProductionGranted,
  StagingProlonged,
  WorkspaceRegistered,
  PasswordChanged,
  PasswordLinkMade,
  PasswordResetRequested,
} from '@linkage/published-facts';
import { called, phrase, type FactSentence } from './fact-sentence';

export const workspaceRegistered: FactSentence<WorkspaceRegistered['data'], { name: string }> = {
  kind: 'people',
  subjects: ({ workspaceId }) => ({ workspaceId }),
  gist: ({ name }) => ({ name }),
  compose: ({ name }, { actor }) => ({ sentence: phrase`${actor} registered the workspace ${name}`, tone: 'good' }),
};

export const productionGranted: FactSentence<ProductionGranted['data']> = {
  kind: 'people',
  subjects: ({ workspaceId }) => ({ workspaceId }),
  gist: () => ({}),
  compose: (_, { actor }) => ({ sentence: phrase`${actor} granted production access`, tone: 'good' }),
};

export const stagingProlonged: FactSentence<StagingProlonged['data'], { until: string }> = {
  kind: 'people',
  subjects: ({ workspaceId }) => ({ workspaceId }),
  gist: ({ until }) => ({ until }),
  compose: ({ until }, { actor }) => ({ sentence: phrase`${actor} prolonged staging access to ${until.slice(0, 10)}` }),
};

export const memberJoined: FactSentence<MemberJoined['data'], { name: string; role: string }> = {
  kind: 'people',
  subjects: ({ memberId }) => ({ memberId }),
  gist: ({ name, role }) => ({ name, role }),
  compose: ({ name, role }, { person }) => ({
    sentence: phrase`${called(person, name)} joined as ${role === 'owner' ? 'the owner' : 'a member'}`,
  }),
};

const ofMember = ({ memberId }: { memberId: string }): { memberId: string } => ({ memberId });
const nothingMore = (): object => ({});

export const emailConfirmationRequested: FactSentence<EmailConfirmationRequested['data']> = {
  kind: 'people',
  subjects: ofMember,
  gist: nothingMore,
  compose: (_, { person }) => ({ sentence: phrase`${person} asked for another e-mail to confirm their e-mail` }),
};

export const emailConfirmed: FactSentence<EmailConfirmed['data']> = {
  kind: 'people',
  subjects: ofMember,
  gist: nothingMore,
  compose: (_, { person }) => ({ sentence: phrase`${person} confirmed their e-mail`, tone: 'good' }),
};

export const memberRenamed: FactSentence<MemberRenamed['data'], { name: string; former: string }> = {
  kind: 'people',
  subjects: ofMember,
  gist: ({ name, former }) => ({ name, former }),
  compose: ({ name, former }, { person }) => ({
    sentence: phrase`${called(person, former)} changed their name${name === ERASED ? '' : ` to ${name}`}`,
  }),
};

/** What was chosen matters to the member alone. */
export const preferencesChanged: FactSentence<PreferencesChanged['data']> = {
  kind: 'people',
  subjects: ofMember,
  gist: nothingMore,
  compose: (_, { person }) => ({ sentence: phrase`${person} changed how Linkage looks to them` }),
};

/** Its name and what it shows matter to the member alone. */
export const viewSaved: FactSentence<ViewSaved['data']> = {
  kind: 'people',
  subjects: ofMember,
  gist: nothingMore,
  compose: (_, { person }) => ({ sentence: phrase`${person} saved a view of a list` }),
};

export const viewDeleted: FactSentence<ViewDeleted['data']> = {
  kind: 'people',
  subjects: ofMember,
  gist: nothingMore,
  compose: (_, { person }) => ({ sentence: phrase`${person} deleted a view of a list` }),
};

export const emailChangeRequested: FactSentence<EmailChangeRequested['data']> = {
  kind: 'people',
  subjects: ofMember,
  gist: nothingMore,
  compose: (_, { person }) => ({
    sentence: phrase`${person} asked to sign in with another e-mail`,
    detail: 'E-mails went to both addresses.',
  }),
};

export const emailChangeMailRequested: FactSentence<EmailChangeMailRequested['data']> = {
  kind: 'people',
  subjects: ofMember,
  gist: nothingMore,
  compose: (_, { person }) => ({ sentence: phrase`${person} asked for the e-mails about the other address once more` }),
};

const confirmedBy = {
  new: phrase`The new e-mail of `,
  former: phrase`The former e-mail of `,
} as const;

export const emailChangeConfirmed: FactSentence<
  EmailChangeConfirmed['data'],
  { side: EmailChangeConfirmed['data']['side'] }
> = {
  kind: 'people',
  subjects: ofMember,
  gist: ({ side }) => ({ side }),
  compose: ({ side }, { person }) => ({
    sentence:
      side === 'member'
        ? phrase`${person} finished the change of their e-mail without the former one`
        : [...confirmedBy[side], ...phrase`${person} was confirmed for the change`],
    ...(side === 'member' && { detail: 'Its reader had a week to stop the change.' }),
  }),
};

const stoppedBy: Readonly<Record<EmailChangeStopped['data']['by'], string | null>> = {
  member: null,
  mail: 'Through the link in the e-mail to the former address. All sessions ended.',
  taken: 'The new address got an account of its own meanwhile.',
};

export const emailChangeStopped: FactSentence<EmailChangeStopped['data'], { by: EmailChangeStopped['data']['by'] }> = {
  kind: 'people',
  subjects: ofMember,
  gist: ({ by }) => ({ by }),
  compose: ({ by }, { person }) => ({
    sentence: phrase`The change of the e-mail of ${person} was given up`,
    detail: stoppedBy[by],
    ...(by === 'mail' && { tone: 'bad' as const }),
  }),
};

export const emailChanged: FactSentence<EmailChanged['data']> = {
  kind: 'people',
  subjects: ofMember,
  gist: nothingMore,
  compose: (_, { person }) => ({
    sentence: phrase`${person} signs in with another e-mail`,
    detail: 'All other sessions ended.',
    tone: 'good',
  }),
};

export const passwordResetRequested: FactSentence<PasswordResetRequested['data']> = {
  kind: 'people',
  subjects: ofMember,
  gist: nothingMore,
  compose: (_, { person }) => ({ sentence: phrase`An e-mail to choose another password was asked for, for ${person}` }),
};

export const passwordLinkMade: FactSentence<PasswordLinkMade['data']> = {
  kind: 'people',
  subjects: ofMember,
  gist: nothingMore,
  compose: (_, { person }) => ({
    sentence: phrase`The operator made a link with which ${person} chooses another password`,
  }),
};

const way: Readonly<Record<PasswordChanged['data']['by'], string>> = {
  member: '',
  mail: ', through the link in an e-mail',
  operator: ', through a link from the operator',
};

export const passwordChanged: FactSentence<PasswordChanged['data'], Pick<PasswordChanged['data'], 'by'>> = {
  kind: 'people',
  subjects: ofMember,
  gist: ({ by }) => ({ by }),
  compose: ({ by }, { person }) => ({
    sentence: phrase`${person} chose another password${way[by]}`,
    detail: 'All other sessions ended.',
  }),
};
