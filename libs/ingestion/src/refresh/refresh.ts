import type { Decider, Recorded } from '@linkage/event-sourcing';
import { dueAfterSuccess, dueAfterTrouble, pauseAfter, REFRESH_EVERY_MS } from './due-at';
import type { MissingPart, RefreshCompleted, RefreshFact, RefreshFailed } from './refresh.events';

export const refreshStream = (accountId: string): string => `refresh-${accountId}`;
/** Held while a run of this account is under way, from before `RefreshStarted` until after its end. */
export const refreshLock = (accountId: string): string => `refresh/${accountId}`;
export const figuresStream = (accountId: string): string => `figures-${accountId}`;

/**
 * The refreshes of one account, times in ms. The last fact decides, so the newest facts of the stream are enough to
 * fold.
 */
export interface Refresh {
  /** The run that set out last, if it has not ended. `died`: so many before it never ended either, in a row. */
  readonly running: { readonly refreshId: string; readonly startedAt: number; readonly died: number } | null;
  /** The last end. `dueAt` null: not by itself. */
  readonly ended: { readonly at: number; readonly dueAt: number | null } | null;
  /** Runs in a row that failed or that a passing trouble kept from some part. */
  readonly troublesInARow: number;
  /** When the platform first said that it does not find the account, if no run has ended well since. */
  readonly goneSince: number | null;
  /** What the last run that ended well was without. */
  readonly missing: readonly MissingPart[];
}

/** So many of the newest facts tell all: pauses stop growing long before. */
export const FACTS_THAT_TELL = 40;

const passing: readonly string[] = [
  'rate-limited',
  'platform-down',
  'app-out-of-credits',
  'app-over-cap',
  'app-not-enrolled',
];

/** What is missing for this reason may well be there at the next try. */
export const isPassing = (reason: string): boolean => passing.includes(reason);

/** When the next one is due, as the fact says or, where it says nothing, by the rules. */
export const nextDueAt = (fact: Recorded<RefreshCompleted | RefreshFailed>): number | null => {
  const { nextDueAt: said, accountId } = fact.data;
  if (said !== undefined) return said === null ? null : Date.parse(said);
  const at = Date.parse(fact.at);
  return fact.type === 'RefreshCompleted'
    ? dueAfterSuccess(accountId, at)
    : dueAfterTrouble(1, at, fact.data.outcome, null);
};

const anHour = 3_600_000;

/** A part names its most frequent reason only: that a few posts are tried again shows in when the next one is due. */
const isIncomplete = (fact: Recorded<RefreshCompleted>): boolean => {
  const usual = dueAfterSuccess(fact.data.accountId, Date.parse(fact.at));
  return fact.data.missing.some(({ reason }) => isPassing(reason)) || (nextDueAt(fact) ?? usual) < usual - anHour;
};

export const refresh: Decider<Refresh, Recorded<RefreshFact>> = {
  initial: { running: null, ended: null, troublesInARow: 0, goneSince: null, missing: [] },
  evolve(state, fact) {
    const at = Date.parse(fact.at);
    if (fact.type === 'RefreshStarted') {
      return {
        ...state,
        running: {
          refreshId: fact.data.refreshId,
          startedAt: at,
          died: state.running === null ? 0 : state.running.died + 1,
        },
      };
    }
    if (fact.type === 'RefreshGivenBack') return { ...state, running: null };
    if (fact.type === 'AccountAnsweredAgain') return { ...state, running: null, troublesInARow: 0, goneSince: null };
    const trouble = fact.type === 'RefreshFailed' || isIncomplete(fact);
    return {
      running: null,
      ended: { at, dueAt: nextDueAt(fact) },
      troublesInARow: trouble ? state.troublesInARow + 1 : 0,
      goneSince: fact.type === 'RefreshFailed' ? (state.goneSince ?? (fact.data.outcome === 'gone' ? at : null)) : null,
      missing: fact.type === 'RefreshFailed' ? state.missing : fact.data.missing,
    };
  },
};

/** An account whose runs kill their process must not do so every minute. */
const pauseAfterDeaths = (deaths: number): number => (deaths === 0 ? 0 : pauseAfter(deaths));

/**
 * When this account is due (ms), for the holder of its lock (`refreshLock`); null: not by itself. At once when it was
 * connected (or connected again) after the last run set out or ended: that one used the access from before. A run that
 * has not ended has died, because a living one holds the lock; so it is due as well, but from the second in a row on
 * after a pause.
 */
export const dueAt = ({ running, ended }: Refresh, connectedAt: number): number | null => {
  if (running !== null)
    return running.startedAt < connectedAt ? connectedAt : running.startedAt + pauseAfterDeaths(running.died);
  if (ended === null || ended.at < connectedAt) return connectedAt;
  return ended.dueAt;
};

/**
 * A due time (ms) that has come. One that is more than a day ahead was set before the clock was set back, and has come,
 * too.
 */
export const hasCome = (due: number, now: number): boolean => due <= now || due > now + REFRESH_EVERY_MS;
