import type { Fact, Recorded } from './fact';

/**
 * Fact in, side effect out, outcome recorded as a fact. Starts at "now" on first deployment, is a consumer group
 * shared by all processes, and never runs on replay. A rejection is retried with growing pauses; a fact that has
 * become too old is recorded as given up (`giveUp`) and parked, never skipped in silence. `react` must look in the
 * log whether it has already done its work.
 */
export interface Reactor<F extends Fact = Fact> {
  readonly name: string;
  /** They belong to the name for good: other streams need another name. */
  readonly streams: readonly string[];
  readonly on: readonly F['type'][];
  /**
   * By the clock port. An older fact is given up: untried if it is that old when it first comes, else after a failed
   * try.
   */
  readonly maxAgeMs: number;
  /** Its work is as good late as in time: a fact that is too old when it first comes is tried all the same. */
  readonly lateToo?: true;
  /** Facts that may be worked on at once; facts of one stream are always sequential. Default 4. */
  readonly concurrency?: number;
  react(fact: Recorded<F>): Promise<void>;
  /**
   * Records that the work was not done, before the fact is parked; a rejection is retried. Returns false when there
   * is nothing left to do: then nothing is parked.
   */
  giveUp?(fact: Recorded<F>): Promise<boolean>;
}
