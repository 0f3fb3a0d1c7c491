import { projection, type Recorded } from '@linkage/event-sourcing';
import type { PlatformId } from '@linkage/published-facts';
import { nextDueAt } from './refresh';
import type { AccountAnsweredAgain, RefreshFact, SocialAccountFact } from './refresh.events';

/** An account whose figures are kept up to date, or will be once it has access again. A disconnected one has no row. */
export interface WatchedAccount {
  readonly accountId: string;
  readonly workspaceId: string;
  readonly invitationId: string;
  readonly platform: PlatformId;
  /** The stream that tells whether it is connected. */
  readonly stream: string;
  /** ms; null: not by itself, the creator has to act first. */
  readonly dueAt: number | null;
  /**
   * ms: when it was due first since it was refreshed last, or a run began before that. Trouble moves `dueAt`, and not
   * this.
   */
  readonly waitingSince: number;
  /** ms: when its figures were read last; before that, when it was connected. */
  readonly readAt: number;
  /** 1: not refreshed by itself, the creator has to act first. */
  readonly resting: 0 | 1;
  /** ms: when its access was lost; null: it has access. */
  readonly lostAt: number | null;
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
    lostAt: null,
  };
};

const dueFrom = (dueAt: number | null): Pick<WatchedAccount, 'dueAt' | 'resting'> => ({
  dueAt,
  resting: dueAt === null ? 1 : 0,
});

type RefreshRun = Exclude<RefreshFact, AccountAnsweredAgain>;

const afterRefresh = (row: WatchedAccount, fact: Recorded<RefreshRun>): WatchedAccount => {
  const at = Date.parse(fact.at);
  // A run that was asked for, or that follows a clock that was set back, begins before the account is due.
  const waitingSince = Math.min(row.waitingSince, at);
  switch (fact.type) {
    // A caller finds out by its lock whether a run is still under way.
    case 'RefreshStarted':
    case 'RefreshGivenBack':
      return { ...row, ...dueFrom(at), waitingSince };
    case 'RefreshFailed':
      return { ...row, ...dueFrom(nextDueAt(fact)), waitingSince };
    case 'RefreshCompleted': {
      const dueAt = nextDueAt(fact);
      return { ...row, ...dueFrom(dueAt), waitingSince: dueAt ?? waitingSince, readAt: at };
    }
  }
};

/** Which accounts are due: asked per platform, those first that have waited longest for a refresh that ends well. */
export const watchedAccounts = projection<WatchedAccount, SocialAccountFact | RefreshRun>({
  name: 'watched-accounts',
  version: 6,
  streams: ['account-', 'refresh-'],
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
  ],
  fields: {
    platform: 'text',
    dueAt: 'number',
    waitingSince: 'number',
    readAt: 'number',
    resting: 'number',
    lostAt: 'number',
  },
  indexes: [
    ['platform', 'dueAt'],
    ['platform', 'waitingSince'],
    ['platform', 'resting', 'readAt'],
    ['platform', 'lostAt'],
  ],
  counts: [['platform', 'resting']],
  key: (fact) => fact.data.accountId,
  project: (row, fact) => {
    if (fact.type === 'SocialAccountConnected' || fact.type === 'SocialAccountReconnected') return watched(fact);
    if (row === undefined || fact.type === 'SocialAccountDisconnected') return undefined;
    if (fact.type === 'SocialAccountAccessLost') return { ...row, ...dueFrom(null), lostAt: Date.parse(fact.at) };
    if (fact.type === 'SocialAccountAccessRegained') {
      const at = Date.parse(fact.at);
      return { ...row, ...dueFrom(at), waitingSince: at, lostAt: null };
    }
    // The end of a run that was under way when the access was lost.
    return row.lostAt === null ? afterRefresh(row, fact) : row;
  },
});
