import type { Position } from '../fact';

/** Why a consumer stands still, or what it is trying again. */
export interface ConsumerTrouble {
  readonly message: string;
  readonly at: string;
  readonly fact: {
    readonly id: string;
    readonly type: string;
    readonly stream: string;
    readonly position: Position;
  } | null;
}
