import { ERASED, projection } from '@linkage/event-sourcing';
import type { AccessLostCause, ProfileCaptured, SocialAccountFact } from '@linkage/published-facts';
import type { LostAccount } from './invitation.events';

/** An account whose access was lost, and what it is called now. */
export interface LostAccountNamed extends LostAccount {
  readonly username: string;
}

interface KnownAccount {
  readonly accountId: string;
  readonly platform: LostAccount['platform'];
  readonly username: string;
  /** null: it works, or was disconnected on purpose. */
  readonly lost: { readonly cause: AccessLostCause; readonly since: string } | null;
}

/** The accounts of one invitation. */
export interface AccountsOfInvitation {
  readonly accounts: readonly KnownAccount[];
}

/** Which accounts of a creator have to be connected again. */
export const lostAccounts = projection<AccountsOfInvitation, SocialAccountFact | ProfileCaptured>({
  name: 'lost-accounts',
  version: 3,
  streams: ['account-', 'figures-'],
  on: [
    'SocialAccountConnected',
    'SocialAccountReconnected',
    'SocialAccountDisconnected',
    'SocialAccountAccessLost',
    'SocialAccountAccessRegained',
    'ProfileCaptured',
  ],
  fields: {},
  key: ({ data }) => data.invitationId,
  project: (row, fact) => {
    const { accountId, platform } = fact.data;
    const others = row?.accounts.filter((account) => account.accountId !== accountId) ?? [];
    const known = row?.accounts.find((account) => account.accountId === accountId);
    if (fact.type === 'ProfileCaptured') {
      const profile: typeof fact.data.profile | typeof ERASED = fact.data.profile;
      if (known === undefined || typeof profile === 'string') return row;
      return { accounts: [...others, { ...known, username: profile.username }] };
    }
    const username = 'username' in fact.data ? fact.data.username : known?.username;
    if (username === undefined) return row;
    const lost = fact.type === 'SocialAccountAccessLost' ? { cause: fact.data.cause, since: fact.at } : null;
    return { accounts: [...others, { accountId, platform, username, lost }] };
  },
});

/** Those of the row that are lost, the longest lost first. */
export const lostIn = (row: AccountsOfInvitation | undefined): readonly LostAccountNamed[] =>
  (row?.accounts ?? [])
    .flatMap(({ lost, ...account }) => (lost === null ? [] : [{ ...account, ...lost }]))
    .sort((one, other) => (one.since < other.since ? -1 : 1));
