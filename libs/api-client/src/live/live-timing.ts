import { InjectionToken } from '@angular/core';

/** In ms. */
export interface LiveTiming {
  /** The server sends a line at least every 15 s; after this long without one the line is dead. */
  silence: number;
  /** How long to wait before coming back, by failures in a row. */
  retries: readonly number[];
  /** After so many failures in a row every retry also asks the screens to read again. */
  pollAfter: number;
  /** A tab that was hidden for so long holds no line. */
  hidden: number;
  /**
   * The tab with the line tells the others that it lives, with every beat; after this long without a word another takes
   * over.
   */
  leaderSilence: number;
}

export const LIVE_TIMING = new InjectionToken<LiveTiming>('live timing', {
  providedIn: 'root',
  factory: () => ({
    silence: 40_000,
    retries: [250, 1_000, 3_000, 8_000, 15_000],
    pollAfter: 3,
    hidden: 60_000,
    leaderSilence: 90_000,
  }),
});
