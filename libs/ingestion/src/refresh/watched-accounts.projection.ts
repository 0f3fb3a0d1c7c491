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
  /** ms: when its figures were read last; before that, when it was connected. */
  readonly readAt: number;
  /** 1: not refreshed by itself, the creator has to act first. */
  readonly resting: 0 | 1;
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
    readAt: at,
    resting: 0,
  };
};

const dueFrom = (dueAt: number | null): Pick<WatchedAccount, 'dueAt' | 'resting'> => ({
  dueAt,
  resting: dueAt === null ? 1 : 0,
});

/** Which accounts are due: asked per platform, those first that have waited longest for a refresh that ends well. */
export const watchedAccounts = projection<WatchedAccount, SocialAccountFact | RefreshFact>({
  name: 'watched-accounts',
  version: 4,
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
  fields: { platform: 'text', dueAt: 'number', waitingSince: 'number', readAt: 'number', resting: 'number' },
  indexes: [
    ['platform', 'dueAt'],
    ['platform', 'waitingSince'],
    ['platform', 'resting', 'readAt'],
  ],
  counts: [['platform', 'resting']],
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
        return row && { ...row, ...dueFrom(Date.parse(fact.at)) };
      case 'RefreshFailed':
        return row && { ...row, ...dueFrom(nextDueAt(fact)) };
      case 'RefreshCompleted': {
        const dueAt = nextDueAt(fact);
        return (
          row && {
            ...row,
            ...dueFrom(dueAt),
            waitingSince: dueAt ?? row.waitingSince,
            readAt: Date.parse(fact.at),
          }
        );
      }
    }
  },
});
