import { healthWithout, type AccountHealth, type PlatformId, type Unavailable } from '@linkage/contracts';
import { ERASED, projection, sortKey, type Recorded } from '@linkage/event-sourcing';
import {
  lastingly,
  type ProfileCaptured,
  type RefreshCompleted,
  type RefreshFailed,
  type SocialAccountFact,
} from '@linkage/published-facts';

/** One row of Connected Accounts: one per account, also when it is disconnected. */
export interface AccountRow {
  readonly accountId: string;
  readonly workspaceId: string;
  readonly invitationId: string;
  readonly creatorName: string;
  readonly creatorEmail: string;
  readonly platform: PlatformId;
  readonly username: string;
  readonly displayName: string;
  readonly avatarUrl: string | null;
  /** When it was connected first. */
  readonly connectedAt: string;
  readonly lastUpdatedAt: string | null;
  readonly followers: number | null;
  /** Why the last refresh had none; null: it had, or there was no refresh yet. */
  readonly followersMissing: Unavailable | null;
  /** Connected (again), and not refreshed since. */
  readonly awaitsFigures: boolean;
  readonly health: AccountHealth;
  /** 2 needs the creator, 1 late or without some part, 0 up to date: the default order, from the top. */
  readonly urgency: 0 | 1 | 2;
  /** For sorting: no case, no accents. */
  readonly nameKey: string;
  readonly usernameKey: string;
  /** Usernames that it had before, for the search. */
  readonly formerUsernames: string;
}

type Told = SocialAccountFact | ProfileCaptured | RefreshCompleted | RefreshFailed;
type Of<Type extends Told['type']> = Extract<Recorded<Told>, { type: Type }>;

const urgencies: Readonly<Record<AccountHealth['state'], AccountRow['urgency']>> = {
  'action-needed': 2,
  late: 1,
  partial: 1,
  ok: 0,
};

const withHealth = (row: AccountRow, health: AccountHealth): AccountRow => ({
  ...row,
  health,
  urgency: urgencies[health.state],
});
/** So many are kept: they stand in the search only. */
const mostFormer = 10;

const formerly = ({ username: before, formerUsernames }: AccountRow, username: string): string => {
  if (before === username) return formerUsernames;
  const former = formerUsernames.split(' ').filter((each) => each !== '' && each !== before && each !== username);
  return [before, ...former].slice(0, mostFormer).join(' ');
};

const named = (
  row: AccountRow,
  { username, displayName, avatarUrl }: Pick<AccountRow, 'username' | 'displayName' | 'avatarUrl'>,
): AccountRow => ({
  ...row,
  username,
  displayName,
  avatarUrl,
  usernameKey: sortKey(username),
  formerUsernames: formerly(row, username),
});

/** An account of an erased person leaves the list: nothing can be done with it, and nothing of it can be shown. */
const connected = (fact: Of<'SocialAccountConnected'>): AccountRow | undefined => {
  const { accountId, invitationId, creatorName, creatorEmail, platform, username, displayName, avatarUrl } = fact.data;
  if (username === ERASED) return undefined;
  return {
    accountId,
    workspaceId: fact.workspaceId,
    invitationId,
    creatorName,
    creatorEmail,
    platform,
    username,
    displayName,
    avatarUrl,
    connectedAt: fact.at,
    lastUpdatedAt: null,
    followers: null,
    followersMissing: null,
    awaitsFigures: true,
    health: { state: 'ok' },
    urgency: 0,
    nameKey: sortKey(creatorName),
    usernameKey: sortKey(username),
    formerUsernames: '',
  };
};

/**
 * A failed refresh makes figures late, never an account broken; the first failure since the last success says since
 * when.
 */
const late = (row: AccountRow, fact: Of<'RefreshFailed'>): AccountRow => {
  if (row.health.state === 'action-needed') return row;
  const since = row.health.state === 'late' ? row.health.since : fact.at;
  return withHealth({ ...row, awaitsFigures: false }, { state: 'late', reason: fact.data.outcome, since });
};

const captured = (row: AccountRow, { data }: Of<'ProfileCaptured'>): AccountRow => {
  const profile: typeof data.profile | typeof ERASED = data.profile;
  if (typeof profile === 'string') return row;
  const followers = profile.figures.followers ?? { is: 'not-yet' };
  return {
    ...named(row, profile),
    followers: followers.is === 'value' ? followers.value : null,
    followersMissing: followers.is === 'value' ? null : followers.is,
  };
};

export const accountList = projection<AccountRow, Told>({
  name: 'account-list',
  version: 7,
  streams: ['account-', 'refresh-', 'figures-'],
  on: [
    'SocialAccountConnected',
    'SocialAccountReconnected',
    'SocialAccountDisconnected',
    'SocialAccountAccessLost',
    'SocialAccountAccessRegained',
    'ProfileCaptured',
    'RefreshCompleted',
    'RefreshFailed',
  ],
  fields: {
    workspaceId: 'text',
    platform: 'text',
    urgency: 'number',
    connectedAt: 'text',
    followers: 'number',
    nameKey: 'text',
    usernameKey: 'text',
  },
  indexes: [
    ['workspaceId', 'urgency', 'connectedAt'],
    ['workspaceId', 'connectedAt'],
    ['workspaceId', 'followers'],
    ['workspaceId', 'nameKey'],
    ['workspaceId', 'usernameKey'],
    ['workspaceId', 'platform', 'urgency', 'connectedAt'],
  ],
  search: ['creatorName', 'creatorEmail', 'username', 'displayName', 'formerUsernames'],
  searchParts: true,
  counts: [['workspaceId'], ['workspaceId', 'platform']],
  key: (fact) => fact.data.accountId,
  project: (row, fact) => {
    if (fact.type === 'SocialAccountConnected') return connected(fact);
    if (row === undefined) return undefined;
    switch (fact.type) {
      case 'SocialAccountReconnected':
        return withHealth({ ...named(row, fact.data), awaitsFigures: true }, { state: 'ok' });
      case 'SocialAccountDisconnected':
        return withHealth(row, { state: 'action-needed', cause: 'disconnected', since: fact.at });
      case 'SocialAccountAccessLost':
        return withHealth(row, { state: 'action-needed', cause: fact.data.cause, since: fact.at });
      case 'SocialAccountAccessRegained':
        return withHealth({ ...row, awaitsFigures: true }, { state: 'ok' });
      case 'ProfileCaptured':
        return captured(row, fact);
      case 'RefreshCompleted':
        return {
          ...(row.health.state === 'action-needed'
            ? row
            : withHealth(row, healthWithout(lastingly(fact.data.missing), row.health, fact.at))),
          lastUpdatedAt: fact.at,
          awaitsFigures: false,
        };
      case 'RefreshFailed':
        return late(row, fact);
    }
  },
});
