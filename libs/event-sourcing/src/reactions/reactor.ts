import type { Fact, Recorded } from '../facts/fact';
import type { Given } from '../log/consumer-groups.port';

/** Nothing to do before `until`, by the clock port: the fact and later ones of its stream wait, over restarts, too. */
export class NotYet extends Error {
  constructor(readonly until: Date) {
    super(`Its time comes at ${until.toISOString()}.`);
    this.name = 'NotYet';
  }
}

/** Work that a reactor goes on with after its facts were acknowledged. It runs where the reactor runs. */
export interface Afterwork {
  /** Again: nothing. */
  start(): void;
  /** Waits for what is under way. */
  stop(): Promise<void>;
  /** Something can be done now. */
  isBusy(): Promise<boolean>;
}

/**
 * Fact in, side effect out. Starts at "now" on first deployment and never runs on replay. A rejection is retried; a
 * fact that has become too old is given up and parked. `react` must look in the log whether its work is already done.
 */
export interface Reactor<F extends Fact = Fact> {
  readonly name: string;
  /** They belong to the name for good: other streams need another name. */
  readonly streams: readonly string[];
  readonly on: readonly F['type'][];
  /** An older fact is given up: untried if it is that old when it first comes, else after a failed try. */
  readonly maxAgeMs: number;
  /** A fact that is too old when it first comes is tried all the same. */
  readonly lateToo?: true;
  /** Facts of one stream are always sequential. Default 4. */
  readonly concurrency?: number;
  /** For what must not hold back the facts behind it. */
  readonly afterwork?: Afterwork;
  react(fact: Recorded<F>, given: Given): Promise<void>;
  /** Before the fact is parked; a rejection is retried. False when nothing is left to do: then nothing is parked. */
  giveUp?(fact: Recorded<F>): Promise<boolean>;
}
