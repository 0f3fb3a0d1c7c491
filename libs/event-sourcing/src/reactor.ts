import type { Fact, Recorded } from './fact';

/**
 * Fact in, side effect out, what it did recorded as a fact. Starts at "now" on first deployment, is a consumer group of its own (all processes share
 * its facts), and never runs on replay. A rejection is retried with growing pauses. A fact that has become too old is given up: that is recorded
 * (`giveUp`) and the fact is parked, never passed over in silence. `react` must look in the log whether it has already done its work.
 */
export interface Reactor<F extends Fact = Fact> {
  readonly name: string;
  /** They belong to the name for good: a reactor that reads others needs another name. */
  readonly streams: readonly string[];
  readonly on: readonly F['type'][];
  /** A fact older than this, by the clock port, is given up: without a try if it is that old when it first comes, else once a try was in vain. */
  readonly maxAgeMs: number;
  /** Its work is as good late as in time: a fact that is too old when it first comes is tried all the same. */
  readonly lateToo?: true;
  /** How many facts may be worked on at once; facts of one stream always go one after the other. Default 4. */
  readonly concurrency?: number;
  react(fact: Recorded<F>): Promise<void>;
  /** Records that the work was not done, before the fact is parked; a rejection is retried. Gives false when there is nothing left to do: then nothing is parked. */
  giveUp?(fact: Recorded<F>): Promise<boolean>;
}
