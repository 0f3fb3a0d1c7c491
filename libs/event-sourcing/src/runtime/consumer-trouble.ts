import type { Position } from '../facts/fact';

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
