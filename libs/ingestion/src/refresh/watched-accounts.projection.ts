import { projection, type Recorded } from '@linkage/event-sourcing';
import type { PlatformId } from '@linkage/published-facts';
import { nextDueAt } from './refresh';
import type { RefreshFact, SocialAccountFact } from './refresh.events';

/**
 * An account whose figures are kept up to date. Accounts that are disconnected or have lost their access have no row.
 */
export interface WatchedAccount {
  readonly accountId: string;
  readonly workspaceId: string;
  readonly invitationId: string;
  readonly platform: PlatformId;
  /** The stream that tells whether it is connected. */
  readonly stream: string;
  /** ms; null: not by itself, the creator has to act first. */
  readonly dueAt: number | null;
  /** ms: when it was due first since it was refreshed last. Trouble moves `dueAt`, and not this. */
  readonly waitingSince: number;
}

const watched = (
  fact: Extract<Recorded<SocialAccountFact>, { type: 'SocialAccountConnected' | 'SocialAccountReconnected' }>,
): WatchedAccount => {
  const { accountId, invitationId, platform } = fact.data;
  const at = Date.parse(fact.at);
  return {
    accountId,
    workspaceId: fact.workspaceId,
    invitationId,
    platform,
    stream: fact.stream,
    dueAt: at,
    waitingSince: at,
  };
};

/** Which accounts are due: asked per platform, those first that have waited longest for a refresh that ends well. */
export const watchedAccounts = projection<WatchedAccount, SocialAccountFact | RefreshFact>({
  name: 'watched-accounts',
  version: 3,
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
  fields: { platform: 'text', dueAt: 'number', waitingSince: 'number' },
  indexes: [
    ['platform', 'dueAt'],
    ['platform', 'waitingSince'],
  ],
  key: (fact) => fact.data.accountId,
  project: (row, fact) => {
    switch (fact.type) {
      case 'SocialAccountConnected':
      case 'SocialAccountReconnected':
        return watched(fact);
      case 'SocialAccountDisconnected':
      case 'SocialAccountAccessLost':
        return undefined;
      // A caller finds out by its lock whether a run is still under way.
      case 'RefreshStarted':
      case 'RefreshGivenBack':
        return row && { ...row, dueAt: Date.parse(fact.at) };
      case 'RefreshFailed':
        return row && { ...row, dueAt: nextDueAt(fact) };
      case 'RefreshCompleted': {
        const dueAt = nextDueAt(fact);
        return row && { ...row, dueAt, waitingSince: dueAt ?? row.waitingSince };
      }
    }
  },
});
