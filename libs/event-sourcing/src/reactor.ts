import type { Fact, Recorded } from './fact';

/**
 * Fact in, side effect out, what it did recorded as a fact. Starts at "now" on first deployment, is a consumer group of its own (all processes share
 * its facts), passes over facts older than `maxAgeMs`, and never runs on replay. A rejection is retried with growing pauses, and parked once the fact
 * is too old; `react` must therefore look in the log whether it has already done its work.
 */
export interface Reactor<F extends Fact = Fact> {
  readonly name: string;
  /** They belong to the name for good: a reactor that reads others needs another name. */
  readonly streams: readonly string[];
  readonly on: readonly F['type'][];
  /** A fact older than this, by the clock port, is passed over, or parked if it was tried in vain. */
  readonly maxAgeMs: number;
  /** How many facts may be worked on at once; facts of one stream always go one after the other. Default 4. */
  readonly concurrency?: number;
  react(fact: Recorded<F>): Promise<void>;
}
