/** `type` is a literal string and a promise for ever, never derived from a class name. */
export interface Fact<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/** `id` is a member id, an invitation id (for a creator) or the name of a part of the system. */
export interface Actor {
  readonly kind: 'member' | 'creator' | 'system' | 'operator';
  readonly id: string;
}

export interface FactContext {
  /** Readers of another one never see the fact. */
  readonly workspaceId: string;
  readonly actor: Actor;
  /** The same for everything that one outside request set in motion. */
  readonly correlationId: string;
  /** Of the fact that this one answers to; null when a person or a clock started it. */
  readonly causationId: string | null;
}

export interface Recording extends FactContext {
  /** UUIDv7, unless derived from an `Idempotency-Key`. */
  readonly id: string;
  readonly stream: string;
  /** From 0. */
  readonly revision: number;
  readonly position: Position;
  /** ISO 8601 UTC, by the clock port. */
  readonly at: string;
  /** Of the data's shape, after upcasting. */
  readonly version: number;
  readonly command?: BoundCommand;
}

/** Distributes over unions, so `switch (fact.type)` narrows `fact.data`. */
export type Recorded<F extends Fact = Fact> = F extends Fact ? F & Recording : never;

/** Opaque outside its store; compare only with `EventLog.compare`. */
export type Position = string & { readonly __position: unique symbol };

export interface BoundCommand {
  /** Stands for the key, within what its actor does in a workspace. */
  readonly key: string;
  readonly request: string;
}
