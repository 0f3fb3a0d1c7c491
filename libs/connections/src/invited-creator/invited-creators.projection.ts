import type { AccountTroubleCause, PlatformId } from '@linkage/contracts';
import { ERASED, projection, type Recorded } from '@linkage/event-sourcing';
import type {
  InvitationIssued,
  InvitationWithdrawalUndone,
  InvitationWithdrawn,
  ProfileCaptured,
  SocialAccountFact,
} from '@linkage/published-facts';

export interface AccountOfCreator {
  readonly accountId: string;
  readonly stream: string;
  readonly platform: PlatformId;
  readonly username: string;
  readonly displayName: string;
  readonly avatarUrl: string | null;
  /** When access was given, or regained, last: evidence from before says nothing about it. */
  readonly connectedAt: string;
  /** null: works. */
  readonly cause: AccountTroubleCause | null;
}

/**
 * Whom a link stands for, as this context needs it. A withdrawn one stays, so that its accounts are known when it is
 * issued again.
 */
export interface InvitedCreator {
  readonly invitationId: string;
  readonly workspaceId: string;
  readonly creatorName: string;
  readonly creatorEmail: string;
  readonly brandName: string;
  readonly invitedBy: string;
  /** Of the link that works, unless it is withdrawn. */
  readonly linkVersion: number;
  readonly withdrawn: boolean;
  /** Withdrawn with its accounts: they are to be disconnected. */
  readonly accessEnds: boolean;
  /** Versions of links that worked until their invitation was withdrawn. They only disconnect. */
  readonly endedLinkVersions: readonly number[];
  readonly accounts: readonly AccountOfCreator[];
}

/** Each has to be held against a link that is opened. */
const MOST_ENDED_LINKS = 50;

type Told = InvitationIssued | InvitationWithdrawn | InvitationWithdrawalUndone | SocialAccountFact | ProfileCaptured;

const change = (row: InvitedCreator, accountId: string, to: Partial<AccountOfCreator>): InvitedCreator => ({
  ...row,
  accounts: row.accounts.map((account) => (account.accountId === accountId ? { ...account, ...to } : account)),
});

const connected = (
  row: InvitedCreator,
  fact: Extract<Recorded<Told>, { type: 'SocialAccountConnected' }>,
): InvitedCreator => {
  const { accountId, platform, username, displayName, avatarUrl } = fact.data;
  const others = row.accounts.filter((account) => account.accountId !== accountId);
  const account = {
    accountId,
    stream: fact.stream,
    platform,
    username,
    displayName,
    avatarUrl,
    connectedAt: fact.at,
    cause: null,
  };
  return { ...row, accounts: [...others, account] };
};

/** As the account is called at its last refresh. */
const renamed = (
  row: InvitedCreator,
  { data }: Extract<Recorded<Told>, { type: 'ProfileCaptured' }>,
): InvitedCreator => {
  const profile: typeof data.profile | typeof ERASED = data.profile;
  if (typeof profile === 'string') return row;
  const { username, displayName, avatarUrl } = profile;
  return change(row, data.accountId, { username, displayName, avatarUrl });
};

/** One row per invitation: the creator behind the link, and the accounts connected through it. */
export const invitedCreators = projection<InvitedCreator, Told>({
  name: 'invited-creators',
  version: 4,
  streams: ['invitation-', 'account-', 'figures-'],
  on: [
    'InvitationIssued',
    'InvitationWithdrawn',
    'InvitationWithdrawalUndone',
    'SocialAccountConnected',
    'SocialAccountReconnected',
    'SocialAccountDisconnected',
    'SocialAccountAccessLost',
    'SocialAccountAccessRegained',
    'ProfileCaptured',
  ],
  fields: {},
  key: (fact) => fact.data.invitationId,
  project: (row, fact) => {
    if (fact.type === 'InvitationIssued') {
      const { name, email, ...asIssued } = fact.data;
      const accounts = row?.accounts ?? [];
      return {
        ...asIssued,
        workspaceId: fact.workspaceId,
        creatorName: name,
        creatorEmail: email,
        withdrawn: false,
        accessEnds: false,
        endedLinkVersions: row?.endedLinkVersions ?? [],
        accounts,
      };
    }
    if (row === undefined) return undefined;
    switch (fact.type) {
      case 'InvitationWithdrawn':
        return {
          ...row,
          linkVersion: fact.data.linkVersion,
          withdrawn: true,
          accessEnds: fact.data.accounts === 'disconnect',
          endedLinkVersions: [...row.endedLinkVersions, row.linkVersion].slice(-MOST_ENDED_LINKS),
        };
      case 'InvitationWithdrawalUndone':
        return {
          ...row,
          linkVersion: fact.data.linkVersion,
          withdrawn: false,
          accessEnds: false,
          endedLinkVersions: row.endedLinkVersions.filter((version) => version !== fact.data.linkVersion),
        };
      case 'SocialAccountConnected':
        return connected(row, fact);
      case 'SocialAccountReconnected': {
        const { accountId, username, displayName, avatarUrl } = fact.data;
        return change(row, accountId, { username, displayName, avatarUrl, connectedAt: fact.at, cause: null });
      }
      case 'SocialAccountDisconnected':
        return change(row, fact.data.accountId, { cause: 'disconnected' });
      case 'SocialAccountAccessLost':
        return change(row, fact.data.accountId, { cause: fact.data.cause });
      case 'SocialAccountAccessRegained':
        return change(row, fact.data.accountId, { connectedAt: fact.at, cause: null });
      case 'ProfileCaptured':
        return renamed(row, fact);
    }
  },
});
