import type {
  AuthorizationFailed,
  AuthorizationSucceeded,
  InvitationIssued,
  MissingPart,
  ProfileCaptured,
  RefreshCompleted,
  RefreshFailed,
  RefreshStarted,
  SocialAccountConnected,
} from '@linkage/published-facts';
import { ofAccountsOfPeople } from './own-account.fixtures';
import { ofMails } from './mails.fixtures';
import { ofManyInvitations } from './many-invitations.fixtures';
import type { People } from './names';
import type { ContextFact } from './sentences';

type Of<Type extends ContextFact['type']> = Extract<ContextFact, { type: Type }>;

/** Facts for specs: Mara invites Noa, Noa connects Instagram. */
export const ids = {
  workspace: '01936000-0000-7000-8000-0000000000ff',
  mara: '01936000-0000-7000-8000-0000000000aa',
  invitation: '01936000-0000-7000-8000-000000000001',
  account: '01936000-0000-7000-8000-00000000000a',
  attempt: '01936000-0000-7000-8000-0000000000a1',
} as const;

const invited = { invitationId: ids.invitation };
const attempt = { ...invited, attemptId: ids.attempt, platform: 'instagram' } as const;
const account = { ...invited, accountId: ids.account, platform: 'instagram' } as const;
const run = { ...account, refreshId: 'r1' };
const creator = { creatorName: 'Noa Ferrari', creatorEmail: 'noa@ferrari.example' };
const identity = { platformAccountId: '17841', displayName: 'Noa', avatarUrl: null };

export const aMissing = (section: MissingPart['section'], part: string, reason: string): MissingPart => ({
  section,
  part,
  reason,
  reportId: null,
  inARow: 1,
});

export const facts = {
  ...ofMails(ids.invitation),
  ...ofAccountsOfPeople(ids.workspace, ids.mara),
  registered: {
    type: 'WorkspaceRegistered',
    data: { workspaceId: ids.workspace, name: 'Nordlys' },
  } satisfies ContextFact,
  production: { type: 'ProductionGranted', data: { workspaceId: ids.workspace } } satisfies ContextFact,
  prolonged: {
    type: 'StagingProlonged',
    data: { workspaceId: ids.workspace, until: '2026-04-01T09:00:00.000Z' },
  } satisfies ContextFact,
  joined: {
    type: 'MemberJoined',
    data: {
      workspaceId: ids.workspace,
      memberId: ids.mara,
      name: 'Mara Lind',
      email: 'mara@nordlys.example',
      role: 'owner',
    },
  } satisfies ContextFact,
  confirmationRequested: {
    type: 'EmailConfirmationRequested',
    data: { workspaceId: ids.workspace, memberId: ids.mara },
  } satisfies ContextFact,
  emailConfirmed: {
    type: 'EmailConfirmed',
    data: { workspaceId: ids.workspace, memberId: ids.mara },
  } satisfies ContextFact,
  resetRequested: {
    type: 'PasswordResetRequested',
    data: { workspaceId: ids.workspace, memberId: ids.mara },
  } satisfies ContextFact,
  passwordLinkMade: {
    type: 'PasswordLinkMade',
    data: { workspaceId: ids.workspace, memberId: ids.mara },
  } satisfies ContextFact,
  passwordChanged: (by: 'mail' | 'member' | 'operator' = 'mail'): Of<'PasswordChanged'> => ({
    type: 'PasswordChanged',
    data: { workspaceId: ids.workspace, memberId: ids.mara, by },
  }),
  issued: (data: Partial<InvitationIssued['data']> = {}): Of<'InvitationIssued'> => ({
    type: 'InvitationIssued',
    data: {
      ...invited,
      name: 'Noa Ferrari',
      email: 'noa@ferrari.example',
      brandName: 'Nordlys',
      invitedBy: 'Mara Lind',
      linkVersion: 1,
      ...data,
    },
  }),
  mailReleased: { type: 'InvitationMailReleased', data: invited } satisfies ContextFact,
  ...ofManyInvitations(ids.attempt, ids.mara),
  resend: { type: 'InvitationResendRequested', data: invited } satisfies ContextFact,
  mailUndone: {
    type: 'MailRequestUndone',
    data: { ...invited, undone: 'f2', askedAt: '2026-01-15T08:00:00.000Z' },
  } satisfies ContextFact,
  reconnectRequested: (accounts = 1): Of<'ReconnectRequested'> => ({
    type: 'ReconnectRequested',
    data: {
      ...invited,
      accounts: Array.from({ length: accounts }, (_, n) => ({
        accountId: n === 0 ? ids.account : `${ids.account}${n}`,
        platform: 'instagram',
        cause: 'password-changed',
        since: '2026-01-15T08:00:00.000Z',
      })),
    },
  }),
  withdrawn: { type: 'InvitationWithdrawn', data: { ...invited, linkVersion: 2 } } satisfies ContextFact,
  withdrawnWith: (accounts: 'keep' | 'disconnect'): Of<'InvitationWithdrawn'> => ({
    type: 'InvitationWithdrawn',
    data: { ...invited, linkVersion: 2, accounts },
  }),
  withdrawalUndone: {
    type: 'InvitationWithdrawalUndone',
    data: { ...invited, linkVersion: 1 },
  } satisfies ContextFact,
  opened: {
    type: 'MicrositeOpened',
    data: { ...invited, linkVersion: 1, openedAt: '2026-01-15T09:00:00.000Z' },
  } satisfies ContextFact,
  attemptStarted: (): Of<'AuthorizationStarted'> => ({
    type: 'AuthorizationStarted',
    data: { ...attempt, ...creator },
  }),
  attemptSucceeded: (data: Partial<AuthorizationSucceeded['data']> = {}): Of<'AuthorizationSucceeded'> => ({
    type: 'AuthorizationSucceeded',
    data: { ...attempt, accountId: ids.account, ...data },
  }),
  attemptFailed: (data: Partial<AuthorizationFailed['data']> = {}): Of<'AuthorizationFailed'> => ({
    type: 'AuthorizationFailed',
    data: { ...attempt, reason: 'account-linked-elsewhere', step: 3, ...data },
  }),
  choiceOffered: {
    type: 'AuthorizationChoiceOffered',
    data: { ...attempt, offered: 3, until: '2026-01-16T09:00:00.000Z' },
  } satisfies ContextFact,
  attemptAbandoned: { type: 'AuthorizationAbandoned', data: { ...attempt, step: 2 } } satisfies ContextFact,
  givenBack: (revoked: boolean | null): Of<'AuthorizationGivenBack'> => ({
    type: 'AuthorizationGivenBack',
    data: { ...attempt, revoked },
  }),
  connected: (data: Partial<SocialAccountConnected['data']> = {}): Of<'SocialAccountConnected'> => ({
    type: 'SocialAccountConnected',
    data: { ...account, ...identity, ...creator, username: 'noa.makes', granted: [], ...data },
  }),
  reconnected: {
    type: 'SocialAccountReconnected',
    data: { ...account, ...identity, username: 'noa.new', granted: [] },
  } satisfies ContextFact,
  disconnected: { type: 'SocialAccountDisconnected', data: { ...account, by: 'creator' } } satisfies ContextFact,
  accessLost: {
    type: 'SocialAccountAccessLost',
    data: { ...account, cause: 'password-changed' },
  } satisfies ContextFact,
  accessRegained: { type: 'SocialAccountAccessRegained', data: account } satisfies ContextFact,
  refreshStarted: (because: RefreshStarted['data']['because'] = 'due'): Of<'RefreshStarted'> => ({
    type: 'RefreshStarted',
    data: { ...run, because },
  }),
  refreshCompleted: (missing: RefreshCompleted['data']['missing'] = []): Of<'RefreshCompleted'> => ({
    type: 'RefreshCompleted',
    data: { ...run, missing },
  }),
  refreshFailed: (data: Partial<RefreshFailed['data']> = {}): Of<'RefreshFailed'> => ({
    type: 'RefreshFailed',
    data: { ...run, outcome: 'platform-down', cause: null, retryAt: null, ...data },
  }),
  refreshGivenBack: { type: 'RefreshGivenBack', data: run } satisfies ContextFact,
  answeredAgain: { type: 'AccountAnsweredAgain', data: account } satisfies ContextFact,
  profile: (followers: number | null = 41_870, username = 'noa.makes'): ProfileCaptured => ({
    type: 'ProfileCaptured',
    data: {
      ...run,
      profile: {
        username,
        displayName: 'Noa',
        avatarUrl: null,
        profileUrl: null,
        email: { is: 'not-offered' },
        figures: { followers: followers === null ? { is: 'not-yet' } : { is: 'value', value: followers } },
      },
    },
  }),
  audience: {
    type: 'AudienceCaptured',
    data: {
      ...run,
      audience: {
        of: 'followers',
        countries: { is: 'below-threshold' },
        cities: { is: 'not-offered' },
        ages: { is: 'not-offered' },
        genders: { is: 'not-offered' },
      },
    },
  } satisfies ContextFact,
  discovered: (posts = 1): Of<'ContentDiscovered'> => ({
    type: 'ContentDiscovered',
    data: {
      ...run,
      items: Array.from({ length: posts }, (_, n) => ({
        contentId: `p${n}`,
        type: 'image',
        publishedAt: '2026-01-01T00:00:00.000Z',
        title: 'First snow',
        url: null,
        thumbnailUrl: null,
        expiresAt: null,
      })),
    },
  }),
  metrics: {
    type: 'ContentMetricsCaptured',
    data: { ...run, metrics: [{ contentId: 'p0', figures: {} }] },
  } satisfies ContextFact,
  edited: {
    type: 'ContentChanged',
    data: { ...run, changes: [{ contentId: 'p0', title: 'edited' }] },
  } satisfies ContextFact,
  deleted: { type: 'ContentDeleted', data: { ...run, contentIds: ['p0', 'p1'] } } satisfies ContextFact,
  restored: { type: 'ContentRestored', data: { ...run, contentIds: ['p0'] } } satisfies ContextFact,
  erased: {
    type: 'PersonErased',
    data: {
      subject: ids.invitation,
      kind: 'creator',
      facts: { InvitationIssued: 1, SocialAccountConnected: 11 },
      openFacts: {},
      done: [],
      remains: [],
    },
  } satisfies ContextFact,
} as const;

export const noa = { is: 'creator', name: 'Noa Ferrari', accounts: { [ids.account]: '@noa.makes' } } as const;

export const people: People = new Map<string, ReturnType<People['get']> & object>([
  [ids.mara, { is: 'member', name: 'Mara Lind', accounts: {} }],
  [ids.invitation, noa],
]);
