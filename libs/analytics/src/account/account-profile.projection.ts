import { healthWithout, type AccountHealth } from '@linkage/contracts';
import { ERASED, projection, type Recorded } from '@linkage/event-sourcing';
import {
  lastingly,
  type AccountAnsweredAgain,
  type Figure,
  type MissingPart,
  type PlatformId,
  type ProfileCaptured,
  type ProfileSnapshot,
  type RefreshFact,
  type RefreshFailed,
  type SocialAccountConnected,
  type SocialAccountFact,
} from '@linkage/published-facts';
import { oneAccount } from './one-account';

/** One account with its profile as the last refresh that could read it saw it. */
export interface AccountProfileRow {
  readonly accountId: string;
  readonly workspaceId: string;
  readonly invitationId: string;
  readonly creatorName: string;
  readonly creatorEmail: string;
  readonly platform: PlatformId;
  readonly username: string;
  readonly displayName: string;
  readonly avatarUrl: string | null;
  readonly profileUrl: string | null;
  /** When it was connected first. */
  readonly connectedAt: string;
  /** The first refresh that ended well; null before it. */
  readonly firstUpdatedAt: string | null;
  readonly lastUpdatedAt: string | null;
  readonly nextRefreshAt: string | null;
  readonly refreshing: boolean;
  readonly health: AccountHealth;
  /** What the last refresh that ended well was without. `since`: the refresh that had it last. */
  readonly missing: readonly MissingRow[];
  readonly email: Figure<string>;
  readonly figures: ProfileSnapshot['figures'];
}

export type MissingRow = MissingPart & { readonly since: string | null };

type Told = SocialAccountFact | Exclude<RefreshFact, AccountAnsweredAgain> | ProfileCaptured;

const unlessErased = (url: string | null): string | null => (url === ERASED ? null : url);

const connected = (fact: Recorded<SocialAccountConnected>): AccountProfileRow => {
  const { accountId, invitationId, creatorName, creatorEmail, platform, username, displayName, avatarUrl } = fact.data;
  return {
    accountId,
    workspaceId: fact.workspaceId,
    invitationId,
    creatorName,
    creatorEmail,
    platform,
    username,
    displayName,
    avatarUrl: unlessErased(avatarUrl),
    profileUrl: null,
    connectedAt: fact.at,
    firstUpdatedAt: null,
    lastUpdatedAt: null,
    nextRefreshAt: null,
    refreshing: false,
    health: { state: 'ok' },
    missing: [],
    email: { is: 'not-yet' },
    figures: {},
  };
};

/** Nothing is refreshed until the creator has acted; the figures stay. */
const needsTheCreator = (row: AccountProfileRow, health: AccountHealth): AccountProfileRow => ({
  ...row,
  health,
  refreshing: false,
  nextRefreshAt: null,
});

const captured = (row: AccountProfileRow, profile: ProfileSnapshot | typeof ERASED): AccountProfileRow => {
  if (typeof profile === 'string') return row;
  const { username, displayName, avatarUrl, profileUrl, email, figures } = profile;
  return { ...row, username, displayName, avatarUrl, profileUrl, email, figures };
};

/** Late since the first failure in a row. That the creator is needed is worth more than that. */
const failed = (row: AccountProfileRow, { at, data }: Recorded<RefreshFailed>): AccountProfileRow => {
  if (row.health.state === 'action-needed') return { ...row, refreshing: false };
  const since = row.health.state === 'late' ? row.health.since : at;
  return {
    ...row,
    refreshing: false,
    nextRefreshAt: data.nextDueAt ?? null,
    health: { state: 'late', reason: data.outcome, since },
  };
};

/** What is missing now was there at the last refresh that had it, or never. */
const missingNow = (row: AccountProfileRow, missing: readonly MissingPart[]): MissingRow[] =>
  missing.map((part) => {
    const before = row.missing.find((each) => each.section === part.section && each.part === part.part);
    return { ...part, since: before === undefined ? row.lastUpdatedAt : before.since };
  });

export const accountProfile = projection<AccountProfileRow, Told>({
  name: 'account-profile',
  version: 4,
  streams: ['account-', 'refresh-', 'figures-'],
  on: [
    'SocialAccountConnected',
    'SocialAccountReconnected',
    'SocialAccountDisconnected',
    'SocialAccountAccessLost',
    'SocialAccountAccessRegained',
    'RefreshStarted',
    'RefreshCompleted',
    'RefreshFailed',
    'RefreshGivenBack',
    'ProfileCaptured',
  ],
  subject: oneAccount,
  fields: {},
  key: (fact) => fact.data.accountId,
  project: (row, fact) => {
    if (fact.type === 'SocialAccountConnected') return connected(fact);
    if (row === undefined) return undefined;
    switch (fact.type) {
      case 'SocialAccountReconnected': {
        const { username, displayName, avatarUrl } = fact.data;
        return { ...row, username, displayName, avatarUrl: unlessErased(avatarUrl), health: { state: 'ok' } };
      }
      case 'SocialAccountDisconnected':
        return needsTheCreator(row, { state: 'action-needed', cause: 'disconnected', since: fact.at });
      case 'SocialAccountAccessLost':
        return needsTheCreator(row, { state: 'action-needed', cause: fact.data.cause, since: fact.at });
      case 'SocialAccountAccessRegained':
        return { ...row, health: { state: 'ok' } };
      case 'ProfileCaptured':
        return captured(row, fact.data.profile);
      case 'RefreshStarted':
        return { ...row, refreshing: true };
      case 'RefreshGivenBack':
        return { ...row, refreshing: false };
      case 'RefreshFailed':
        return failed(row, fact);
      case 'RefreshCompleted': {
        const missing = missingNow(row, fact.data.missing);
        const firstUpdatedAt = row.firstUpdatedAt ?? fact.at;
        const updated = { ...row, refreshing: false, firstUpdatedAt, lastUpdatedAt: fact.at, missing };
        if (row.health.state === 'action-needed') return updated;
        const health = healthWithout(lastingly(fact.data.missing), row.health, fact.at);
        return { ...updated, nextRefreshAt: fact.data.nextDueAt ?? null, health };
      }
    }
  },
});
