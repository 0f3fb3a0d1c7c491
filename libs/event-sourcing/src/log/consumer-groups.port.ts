import type { StoredFact } from '../facts/stored-fact';
import type { Subscription } from './subscription';
import type { Position } from '../facts/fact';

export interface ConsumeOptions {
  /** Consumers of one name, in one or several processes, share the group's facts. */
  readonly group: string;
  /** They belong to the group for good: other prefixes need another name. */
  readonly prefixes: readonly string[];
  /** Of a new group: behind a position (null: at the first fact), or now. */
  readonly from: Position | null | 'now';
  /** Default 4. */
  readonly concurrency?: number;
  /** A fact is parked after this many. Absent: the handler decides. */
  readonly tries?: number;
  /** It doubles each time, up to a minute. Default 200 ms. */
  readonly firstPauseMs?: number;
}

export interface Given {
  /** From 1, for this consumer; a restart begins anew. */
  readonly attempt: number;
  readonly replayed: boolean;
}

/** Resolves: acknowledged. Rejects: tried again, its stream waits; parked on `ParkFact` or the last try. */
export type GroupHandler = (fact: StoredFact, given: Given) => Promise<void>;

export interface GroupState {
  /** Everything up to here is acknowledged or parked. Null: nothing yet. */
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
 * - An acknowledged or parked fact does not come again, unless the log's own process dies right after.
 * - Unacknowledged facts of a lost consumer are redelivered to another, in order.
 * - Two consumers never work on one fact at once, provided that a consumer cut off from the log counts as lost.
 * - The facts of one stream go to one consumer, in order, each after the previous is acknowledged or parked; it may
 * move while a consumer joins or leaves. Replayed facts come behind those that did not wait for them.
 */
export interface ConsumerGroups {
  /** Creates the group on first use, and again whenever the log was away. */
  consume(options: ConsumeOptions, handler: GroupHandler): GroupConsumer;
  state(group: string): Promise<GroupState | undefined>;
  parked(group: string, limit?: number): Promise<readonly ParkedFact[]>;
  replayParked(group: string): Promise<number>;
}

/** For a fact that no retry can help. */
export class ParkFact extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'ParkFact';
  }
}

/** For a fact whose time has not come: it is given again after this pause at the latest. */
export class GiveLater extends Error {
  constructor(readonly milliseconds: number) {
    super(`Its time comes in ${milliseconds} ms.`);
    this.name = 'GiveLater';
  }
}

/** The consumer cannot go on but another may: the fact is handed back, and `done` rejects with the cause. */
export class LeaveGroup extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'LeaveGroup';
  }
}
