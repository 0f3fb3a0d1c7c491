import { ERASED, projection, sortKey, type Recorded } from '@linkage/event-sourcing';
import type {
  AttemptProgress,
  InvitationFact,
  PersonErased,
  ProfileCaptured,
  SocialAccountFact,
} from '@linkage/published-facts';
import { asked, askedForNothing, released, withOutcome, withoutPending } from './delivery';
import { withAccounts, withWaiting, type AccountOfCreator, type InvitationRow } from './invitation-row';

const BEYOND_LIMITS = 'More mails were asked for than may go out now. It goes out by itself.';

const beginnings = {
  asked: { state: 'sending', reason: null },
  waits: { state: 'waiting', reason: BEYOND_LIMITS },
  none: { state: 'by-hand', reason: null },
} as const;

type Choosing = Exclude<AttemptProgress, { type: 'AuthorizationStarted' }>;
type Listed = InvitationFact | SocialAccountFact | Choosing | ProfileCaptured | PersonErased;

const issued = (
  row: InvitationRow | undefined,
  fact: Extract<Recorded<Listed>, { type: 'InvitationIssued' }>,
): InvitationRow => {
  const { invitationId, name, email } = fact.data;
  const fresh: InvitationRow = {
    invitationId,
    workspaceId: fact.workspaceId,
    listed: 1,
    withdrawnAt: null,
    erasedAt: null,
    optedOut: row?.optedOut ?? false,
    name,
    nameKey: sortKey(name),
    email,
    invitedAt: fact.at,
    status: 'invited',
    urgency: 1,
    statusSince: fact.at,
    accounts: [],
    handles: row?.handles ?? '',
    delivery: {
      ...beginnings[fact.data.mail ?? 'asked'],
      about: 'invite',
      words: null,
      nextTry: null,
      at: null,
      count: 0,
      askedBy: fact.id,
      before: null,
    },
    choices: [],
    waiting: null,
  };
  return withAccounts(fresh, row?.accounts ?? [], fact.at);
};

const changeAccount = (
  row: InvitationRow,
  accountId: string,
  at: string,
  change: (account: AccountOfCreator) => AccountOfCreator,
): InvitationRow =>
  withAccounts(
    row,
    row.accounts.map((account) => (account.accountId === accountId ? change(account) : account)),
    at,
  );

const connected = (
  row: InvitationRow,
  fact: Extract<Recorded<Listed>, { type: 'SocialAccountConnected' }>,
): InvitationRow => {
  const { accountId, platform, username } = fact.data;
  const others = row.accounts.filter((account) => account.accountId !== accountId);
  return withAccounts(row, [...others, { accountId, platform, username, broken: null }], fact.at);
};

/** As the account is called at its last refresh. */
const renamed = (
  row: InvitationRow,
  { data, at }: Extract<Recorded<Listed>, { type: 'ProfileCaptured' }>,
): InvitationRow => {
  const profile: typeof data.profile | typeof ERASED = data.profile;
  if (typeof profile === 'string') return row;
  return changeAccount(row, data.accountId, at, (account) => ({ ...account, username: profile.username }));
};

/** An attempt has ended, and with it what the creator had to choose. */
const withoutChoice = (row: InvitationRow, attemptId: string): InvitationRow =>
  row.choices.includes(attemptId) ? { ...row, choices: row.choices.filter((open) => open !== attemptId) } : row;

const after = (row: InvitationRow, fact: Exclude<Recorded<Listed>, { type: 'InvitationIssued' }>): InvitationRow => {
  switch (fact.type) {
    case 'InvitationMailReleased':
      return { ...row, delivery: released(row.delivery, fact.id) };
    case 'InvitationResendRequested':
      return { ...row, delivery: asked(row.delivery, 'invite', fact.id) };
    case 'ReconnectRequested':
      return { ...row, delivery: asked(row.delivery, 'reconnect', fact.id) };
    case 'InvitationEmailed':
    case 'InvitationEmailFailed':
    case 'InvitationEmailNotSent':
    case 'InvitationEmailBounced':
    case 'InvitationEmailDelayed':
      return { ...row, delivery: withOutcome(row.delivery, fact) };
    case 'MailRequestUndone':
      return { ...row, delivery: askedForNothing(row.delivery, fact.data.undone) };
    case 'InvitationWithdrawn':
      return { ...row, listed: 0, withdrawnAt: fact.at, delivery: withoutPending(row.delivery) };
    case 'InvitationWithdrawalUndone':
      return { ...row, listed: 1, withdrawnAt: null };
    case 'CreatorOptedOut':
      return { ...row, optedOut: true };
    case 'CreatorOptedIn':
      return { ...row, optedOut: false };
    case 'PersonErased':
      return { ...row, erasedAt: fact.at };
    case 'SocialAccountConnected':
      return connected(row, fact);
    case 'SocialAccountReconnected':
      return changeAccount(row, fact.data.accountId, fact.at, (account) => ({
        ...account,
        username: fact.data.username,
        broken: null,
      }));
    case 'SocialAccountDisconnected':
      return changeAccount(row, fact.data.accountId, fact.at, (account) => ({
        ...account,
        broken: { cause: 'disconnected', since: fact.at },
      }));
    case 'SocialAccountAccessLost':
      return changeAccount(row, fact.data.accountId, fact.at, (account) => ({
        ...account,
        broken: { cause: fact.data.cause, since: fact.at },
      }));
    case 'SocialAccountAccessRegained':
      return changeAccount(row, fact.data.accountId, fact.at, (account) => ({ ...account, broken: null }));
    case 'ProfileCaptured':
      return renamed(row, fact);
    case 'AuthorizationChoiceOffered':
      return { ...row, choices: [...withoutChoice(row, fact.data.attemptId).choices, fact.data.attemptId] };
    case 'AuthorizationSucceeded':
    case 'AuthorizationFailed':
    case 'AuthorizationAbandoned':
      return withoutChoice(row, fact.data.attemptId);
  }
};

/** The tab All: one row per invitation, its status derived from the facts of its accounts and never set by hand. */
export const invitationList = projection<InvitationRow, Listed>({
  name: 'invitation-list',
  version: 14,
  streams: ['invitation-', 'account-', 'attempt-', 'figures-', 'erasure-'],
  on: [
    'InvitationIssued',
    'InvitationMailReleased',
    'InvitationResendRequested',
    'ReconnectRequested',
    'MailRequestUndone',
    'InvitationEmailed',
    'InvitationEmailFailed',
    'InvitationEmailNotSent',
    'InvitationEmailBounced',
    'InvitationEmailDelayed',
    'InvitationWithdrawn',
    'InvitationWithdrawalUndone',
    'CreatorOptedOut',
    'CreatorOptedIn',
    'SocialAccountConnected',
    'SocialAccountReconnected',
    'SocialAccountDisconnected',
    'SocialAccountAccessLost',
    'SocialAccountAccessRegained',
    'AuthorizationChoiceOffered',
    'AuthorizationSucceeded',
    'AuthorizationFailed',
    'AuthorizationAbandoned',
    'ProfileCaptured',
    'PersonErased',
  ],
  fields: {
    workspaceId: 'text',
    listed: 'number',
    status: 'text',
    urgency: 'number',
    waiting: 'text',
    invitedAt: 'text',
    nameKey: 'text',
  },
  indexes: [
    ['workspaceId', 'listed', 'urgency', 'invitedAt'],
    ['workspaceId', 'listed', 'invitedAt'],
    ['workspaceId', 'listed', 'nameKey'],
    ['workspaceId', 'listed', 'status', 'invitedAt'],
    ['workspaceId', 'listed', 'status', 'nameKey'],
    ['workspaceId', 'listed', 'waiting', 'urgency', 'invitedAt'],
  ],
  search: ['name', 'email', 'handles'],
  searchParts: true,
  counts: [
    ['workspaceId', 'listed'],
    ['workspaceId', 'listed', 'status'],
    ['workspaceId', 'listed', 'waiting'],
  ],
  key: (fact) => (fact.type === 'PersonErased' ? fact.data.subject : fact.data.invitationId),
  project: (row, fact) => {
    if (fact.type === 'InvitationIssued') return withWaiting(issued(row, fact));
    return row === undefined ? undefined : withWaiting(after(row, fact));
  },
});
