import { dueAt, hasCome, type Refresh } from '../refresh/refresh';
import type { RefreshStarted } from '../refresh/refresh.events';

/** One account as a run of its refresh needs it. */
interface AccountToRefresh {
  readonly accountId: string;
  readonly invitationId: string;
  readonly platform: RefreshStarted['data']['platform'];
  /** When it was connected (or connected again), ms. */
  readonly connectedAt: number;
}

/**
 * A run starts when the account is due, or when it is asked for and the account does not wait for its creator; else
 * nothing happens, which makes double ringing harmless.
 */
export const startRefresh = (
  state: Refresh,
  account: AccountToRefresh,
  refreshId: string,
  now: Date,
  asked?: 'asked',
): readonly RefreshStarted[] => {
  const { accountId, invitationId, platform, connectedAt } = account;
  const due = dueAt(state, connectedAt);
  if (due === null) return [];
  const isDue = hasCome(due, now.getTime());
  if (!isDue && asked === undefined) return [];
  const because = due === connectedAt ? 'connected' : isDue ? 'due' : 'asked';
  return [{ type: 'RefreshStarted', data: { accountId, invitationId, platform, refreshId, because } }];
};
