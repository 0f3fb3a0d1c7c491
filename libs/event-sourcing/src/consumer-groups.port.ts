import type { StoredFact } from './stored-fact';
import type { Subscription } from './subscription';
import type { Position } from './fact';

export interface ConsumeOptions {
  /** Name of the group. Consumers of one name, in one or several processes, share its facts. */
  readonly group: string;
  /** Only streams whose name starts with one of these. They belong to the group for good: other prefixes need another name. */
  readonly prefixes: readonly string[];
  /** Where the group begins if this is its first use: behind a position (null: with the first fact), or now. */
  readonly from: Position | null | 'now';
  /** Streams whose facts this consumer works on at once; default 4. */
  readonly concurrency?: number;
  /** After so many tries a fact is parked. Absent: it is tried until the handler parks it. */
  readonly tries?: number;
  /** The first pause before a fact is tried again; each one is twice as long, up to a minute. Default 200 ms. */
  readonly firstPauseMs?: number;
}

/** What a consumer knows of the fact it is given. */
export interface Given {
  /** 1 for the first try of this consumer. A restart begins anew. */
  readonly attempt: number;
  /** It was parked, and somebody asked for it again. */
  readonly replayed: boolean;
}

/**
 * Works on one fact. It resolves: the fact is acknowledged. It rejects: the fact is tried again after a pause, and the later facts of its stream wait.
 * It rejects with `ParkFact`, or for the last of its `tries`: the fact is parked. It rejects with `LeaveGroup`: the consumer ends and hands it back.
 */
export type GroupHandler = (fact: StoredFact, given: Given) => Promise<void>;

export interface GroupState {
  /** Everything up to here is acknowledged or parked; the log may be a little further than it says. Null: nothing yet. */
  readonly position: Position | null;
  /** True while facts wait for this group or are being worked on. */
  readonly behind: boolean;
  readonly parked: number;
}

export interface ParkedFact {
  readonly fact: StoredFact;
  readonly reason: string;
  /** When it was parked, by the clock of the log; ISO 8601 UTC. */
  readonly at: string;
}

/** A consumer of a group. `stop` gives running handlers 8 seconds; what is not acknowledged then is handed back. */
export type GroupConsumer = Subscription;

/**
 * Work that several consumers share. Each fact goes to one of them, at least once:
 * - A fact that was acknowledged or parked comes no more, unless the log's own process died in the moment after (see each adapter).
 * - Who ends, dies or loses the connection has what it did not acknowledge given to another, in order.
 * - No fact is worked on by two consumers at once, as long as a consumer that is cut off from the log is taken for dead.
 * - The facts of one stream go to one consumer, in order, each after the one before it is acknowledged or parked. Only while a consumer
 *   joins or leaves may a stream move whose fact is still being worked on. A replayed fact comes behind those that did not wait for it.
 */
export interface ConsumerGroups {
  /** Joins the group, which is made on first use, and makes it again whenever the log was away. */
  consume(options: ConsumeOptions, handler: GroupHandler): GroupConsumer;
  /** undefined: there is no such group yet. */
  state(group: string): Promise<GroupState | undefined>;
  /** The parked facts, in the order of parking. */
  parked(group: string, limit?: number): Promise<readonly ParkedFact[]>;
  /** Gives all parked facts to the consumers again; answers with how many. */
  replayParked(group: string): Promise<number>;
}

/** Trying again cannot help: the fact is parked, with this reason. */
export class ParkFact extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'ParkFact';
  }
}

/** The consumer cannot go on at all, though another one may: the fact is handed back and `done` rejects with the cause. */
export class LeaveGroup extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'LeaveGroup';
  }
}
