import type { StoredFact } from './stored-fact';
import type { Subscription } from './subscription';
import type { Position } from './fact';

export interface ConsumeOptions {
  /** Consumers of one name, in one or several processes, share the group's facts. */
  readonly group: string;
  /** Stream name prefixes. They belong to the group for good: other prefixes need another name. */
  readonly prefixes: readonly string[];
  /** Where a new group begins: behind a position (null: at the first fact), or now. */
  readonly from: Position | null | 'now';
  /** Streams this consumer works on at once; default 4. */
  readonly concurrency?: number;
  /** A fact is parked after this many tries. Absent: the handler decides. */
  readonly tries?: number;
  /** The pause before the first retry; it doubles each time, up to a minute. Default 200 ms. */
  readonly firstPauseMs?: number;
}

export interface Given {
  /** 1 for the first try of this consumer. A restart begins anew. */
  readonly attempt: number;
  /** The fact was parked and is tried again on request. */
  readonly replayed: boolean;
}

/**
 * Works on one fact. Resolves: it is acknowledged. Rejects: it is tried again after a pause, and later facts of its
 * stream wait. Rejects with `ParkFact`, or on the last of `tries`: it is parked. Rejects with `LeaveGroup`: the
 * consumer ends and hands it back.
 */
export type GroupHandler = (fact: StoredFact, given: Given) => Promise<void>;

export interface GroupState {
  /** Everything up to here is acknowledged or parked; the log may be slightly further. Null: nothing yet. */
  readonly position: Position | null;
  readonly behind: boolean;
  readonly parked: number;
}

export interface ParkedFact {
  readonly fact: StoredFact;
  readonly reason: string;
  /** By the clock of the log; ISO 8601 UTC. */
  readonly at: string;
}

/** `stop` gives running handlers 8 seconds; unacknowledged facts are then handed back. */
export type GroupConsumer = Subscription;

/**
 * Work that several consumers share. Each fact goes to one of them, at least once:
 * - An acknowledged or parked fact does not come again, unless the log's own process dies right after (see each
 * adapter).
 * - Unacknowledged facts of a lost consumer are redelivered to another, in order.
 * - Two consumers never work on one fact at once, provided that a consumer cut off from the log counts as lost.
 * - The facts of one stream go to one consumer, in order, each after the previous is acknowledged or parked. While a
 * consumer joins or leaves, a stream may move although one of its facts is being worked on. Replayed facts come
 * behind those that did not wait for them.
 */
export interface ConsumerGroups {
  /** Joins the group, creating it on first use and again whenever the log was away. */
  consume(options: ConsumeOptions, handler: GroupHandler): GroupConsumer;
  /** Undefined: there is no such group yet. */
  state(group: string): Promise<GroupState | undefined>;
  parked(group: string, limit?: number): Promise<readonly ParkedFact[]>;
  /** Hands all parked facts to the consumers again; returns how many. */
  replayParked(group: string): Promise<number>;
}

/** Thrown by a handler for a fact that no retry can help. */
export class ParkFact extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'ParkFact';
  }
}

/**
 * Thrown by a handler when its consumer cannot go on but another may: the fact is handed back and `done` rejects with
 * the cause.
 */
export class LeaveGroup extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'LeaveGroup';
  }
}
