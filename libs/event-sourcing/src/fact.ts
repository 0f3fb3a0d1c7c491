import type { BoundCommand } from './bound-command';

/**
 * Something that happened, in the past tense. `type` is a literal string and a promise for ever, never derived from a
 * class name.
 */
export interface Fact<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/**
 * Whose action caused a fact. `id` is a member id, an invitation id (for a creator) or the name of a part of the
 * system.
 */
export interface Actor {
  readonly kind: 'member' | 'creator' | 'system' | 'operator';
  readonly id: string;
}

export interface FactContext {
  /** The workspace that the fact belongs to; readers of another one never see it. */
  readonly workspaceId: string;
  readonly actor: Actor;
  /** The same for everything that one outside request set in motion. */
  readonly correlationId: string;
  /** Id of the fact that this one answers to; null when a person or a clock started it. */
  readonly causationId: string | null;
}

export interface Recording extends FactContext {
  /** UUIDv7, unless derived from an `Idempotency-Key`. */
  readonly id: string;
  readonly stream: string;
  /** Place in its stream, from 0. */
  readonly revision: number;
  readonly position: Position;
  /** ISO 8601 UTC, by the clock port. */
  readonly at: string;
  /** Version of the data's shape, after upcasting. */
  readonly version: number;
  /** The command that recorded it and others behind it, if it came with an idempotency key. */
  readonly command?: BoundCommand;
}

/** A fact as read back from the log. Distributes over unions, so `switch (fact.type)` narrows `fact.data`. */
export type Recorded<F extends Fact = Fact> = F extends Fact ? F & Recording : never;

/** Place in the whole log: opaque outside its store. Compare only with `EventLog.compare`. */
export type Position = string & { readonly __position: unique symbol };
