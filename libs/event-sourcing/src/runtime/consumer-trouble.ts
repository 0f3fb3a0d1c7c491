import type { Position } from '../fact';

/** Why a consumer stands still, or what it is trying again. */
export interface ConsumerTrouble {
  readonly message: string;
  /** ISO 8601, by the clock port */
  readonly at: string;
  /** The fact it happened at, where it was one. */
  readonly fact: {
    readonly id: string;
    readonly type: string;
    readonly stream: string;
    readonly position: Position;
  } | null;
}
