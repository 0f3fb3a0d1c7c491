import { projection, type Recorded } from '@linkage/event-sourcing';
import type { PlatformId } from '@linkage/published-facts';
import { nextDueAt } from './refresh';
import type { RefreshFact, SocialAccountFact } from './refresh.events';

/** An account whose figures are kept up to date. Accounts that are disconnected or have lost their access have no row. */
export interface WatchedAccount {
  readonly accountId: string;
  readonly workspaceId: string;
  readonly invitationId: string;
  readonly platform: PlatformId;
  /** The stream that tells whether it is connected. */
  readonly stream: string;
  /** ms; null: not by itself, the creator has to act first. */
  readonly dueAt: number | null;
}

const watched = (
  fact: Extract<Recorded<SocialAccountFact>, { type: 'SocialAccountConnected' | 'SocialAccountReconnected' }>,
): WatchedAccount => {
  const { accountId, invitationId, platform } = fact.data;
  return {
    accountId,
    workspaceId: fact.workspaceId,
    invitationId,
    platform,
    stream: fact.stream,
    dueAt: Date.parse(fact.at),
  };
};

/** Which accounts are due: asked per platform in the order of `dueAt`. */
export const watchedAccounts = projection<WatchedAccount, SocialAccountFact | RefreshFact>({
  name: 'watched-accounts',
  version: 2,
  streams: ['account-', 'refresh-'],
  on: [
    'SocialAccountConnected',
    'SocialAccountReconnected',
    'SocialAccountDisconnected',
    'SocialAccountAccessLost',
    'RefreshStarted',
    'RefreshCompleted',
    'RefreshFailed',
    'RefreshGivenBack',
  ],
  fields: { platform: 'text', dueAt: 'number' },
  indexes: [['platform', 'dueAt']],
  key: (fact) => fact.data.accountId,
  project: (row, fact) => {
    switch (fact.type) {
      case 'SocialAccountConnected':
      case 'SocialAccountReconnected':
        return watched(fact);
      case 'SocialAccountDisconnected':
      case 'SocialAccountAccessLost':
        return undefined;
      // Who rings finds out by its lock whether a run is still under way.
      case 'RefreshStarted':
      case 'RefreshGivenBack':
        return row && { ...row, dueAt: Date.parse(fact.at) };
      case 'RefreshCompleted':
      case 'RefreshFailed':
        return row && { ...row, dueAt: nextDueAt(fact) };
    }
  },
});
