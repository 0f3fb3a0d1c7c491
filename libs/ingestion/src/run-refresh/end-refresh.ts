import { ineligibility, type PlatformId } from '@linkage/platform-guide';
import { dueAfterSuccess, dueAfterTrouble } from '../refresh/due-at';
import { isPassing, type Refresh } from '../refresh/refresh';
import type { RefreshCompleted, RefreshFailed, RefreshStarted } from '../refresh/refresh.events';
import { missingParts, type Missing } from './missing-parts';

/** What a platform answered, in the words of `PlatformTrouble` of `@linkage/platforms`. */
export interface Trouble {
  readonly outcome: RefreshFailed['data']['outcome'] | 'refresh-token' | 'not-eligible';
  readonly cause?: string;
  readonly permission?: string;
  readonly reason?: string;
  readonly reportId?: string;
  readonly retryAt?: Date | null;
  /** `gone`: the platform has not said so. */
  readonly surmised?: boolean;
}

type Started = RefreshStarted['data'];

const aboutRun = ({ accountId, invitationId, platform, refreshId }: Started) => ({
  accountId,
  invitationId,
  platform,
  refreshId,
});
const iso = (ms: number): string => new Date(ms).toISOString();

/**
 * An account that cannot be watched any more is gone where that lasts; where it may become watchable again it is only
 * late. The cause says why.
 */
const outcomeOf = ({ outcome, reason }: Trouble, platform: PlatformId): RefreshFailed['data']['outcome'] => {
  if (outcome === 'not-eligible')
    return ineligibility(platform, reason ?? '')?.lasting === true ? 'gone' : 'unexpected';
  return outcome === 'refresh-token' ? 'unexpected' : outcome;
};

/** Only the creator can repair these: trying again by itself would change nothing. */
const needsTheCreator: readonly RefreshFailed['data']['outcome'][] = ['needs-reauthorization', 'gone'];

/** So long answers have to be without the account before it counts as gone though no platform said so. */
const GONE_FOR_GOOD_AFTER_MS = 3_600_000;

/**
 * Whether nothing is tried any more. An empty answer may be a slip, and the creator of an account that counts as gone
 * is asked to connect it again: it is looked for a while first.
 */
const isTheLastWord = (
  outcome: RefreshFailed['data']['outcome'],
  trouble: Trouble,
  { goneSince }: Refresh,
  now: Date,
): boolean => {
  if (!needsTheCreator.includes(outcome)) return false;
  return trouble.surmised !== true || (goneSince !== null && now.getTime() - goneSince >= GONE_FOR_GOOD_AFTER_MS);
};

/** The platform did not say which account it is. The old figures stay. */
export const refreshFailed = (run: Started, state: Refresh, trouble: Trouble, now: Date): RefreshFailed => {
  const outcome = outcomeOf(trouble, run.platform);
  const retryAt = trouble.retryAt ?? null;
  const nextDueAt = isTheLastWord(outcome, trouble, state, now)
    ? null
    : iso(dueAfterTrouble(state.troublesInARow + 1, now.getTime(), outcome, retryAt));
  const cause = trouble.cause ?? trouble.permission ?? trouble.reason ?? trouble.reportId ?? null;
  return {
    type: 'RefreshFailed',
    data: { ...aboutRun(run), outcome, cause, retryAt: retryAt && retryAt.toISOString(), nextDueAt },
  };
};

/**
 * The account is what it was, and what could be read is fresh. A part that a passing trouble kept away is tried again
 * earlier than in a day.
 */
export const refreshCompleted = (
  run: Started,
  state: Refresh,
  points: readonly Missing[],
  now: Date,
): RefreshCompleted => {
  const inADay = dueAfterSuccess(run.accountId, now.getTime());
  const again = points
    .filter(({ reason }) => isPassing(reason))
    .map(({ reason, retryAt }) => dueAfterTrouble(state.troublesInARow + 1, now.getTime(), reason, retryAt));
  const latest = again.reduce((one, other) => Math.max(one, other), again[0] ?? inADay);
  return {
    type: 'RefreshCompleted',
    data: {
      ...aboutRun(run),
      missing: missingParts(points, state.missing),
      nextDueAt: iso(Math.min(latest, inADay)),
    },
  };
};
