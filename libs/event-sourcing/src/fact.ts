/**
 * A fact: something that happened, stated in the past tense. `type` is a literal string and a promise for ever;
 * it is never derived from a class name.
 */
export interface Fact<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/** Who made a fact happen. `id` is a member id, an invitation id (for a creator) or the name of the part of the system. */
export interface Actor {
  readonly kind: 'member' | 'creator' | 'system' | 'operator';
  readonly id: string;
}

/** What every fact carries besides its data; the same for all facts of one command. */
export interface FactContext {
  /** The workspace that the fact belongs to. No reader of another workspace ever sees it. */
  readonly workspaceId: string;
  readonly actor: Actor;
  /** The same for everything that one outside request set in motion. */
  readonly correlationId: string;
  /** Id of the fact that this one answers to; null when a person or a clock started it. */
  readonly causationId: string | null;
}

/** What the log adds when it records a fact. */
export interface Recording extends FactContext {
  /** UUIDv7, unless derived from an `Idempotency-Key`. */
  readonly id: string;
  readonly stream: string;
  /** Place in its stream, from 0. */
  readonly revision: number;
  readonly position: Position;
  /** When it was recorded: ISO 8601, UTC, by the clock port. */
  readonly at: string;
  /** Version of the data's shape, after upcasting. */
  readonly version: number;
}

/** A fact as it is read back from the log. Distributes over unions, so `switch (fact.type)` narrows `fact.data`. */
export type Recorded<F extends Fact = Fact> = F extends Fact ? F & Recording : never;

/** Place in the whole log: opaque outside the store that made it. Compare only with `EventLog.compare`. */
export type Position = string & { readonly __position: unique symbol };
