import type { Position } from '../facts/fact';
import type { ConsumerTrouble } from '../runtime/consumer-trouble';

export interface BuildStatus {
  /** `waiting`: another one is being built. `failed`: the serving one is unchanged. */
  readonly state: 'waiting' | 'building' | 'done' | 'failed';
  /** Of the log, 0 to 1; null: the log cannot tell. */
  readonly share: number | null;
  readonly facts: number;
  readonly factsPerSecond: number;
  readonly secondsLeft: number | null;
  readonly error: ConsumerTrouble | null;
}

export interface Reached {
  readonly facts: number;
  readonly position: Position | null;
}

export const progressOf = (
  { facts }: Reached,
  share: number | null,
  elapsedMs: number,
): Omit<BuildStatus, 'state' | 'error'> => ({
  facts,
  share,
  factsPerSecond: elapsedMs > 0 ? Math.round((facts / elapsedMs) * 1_000) : 0,
  secondsLeft: share !== null && share > 0 && elapsedMs > 0 ? Math.ceil((elapsedMs / 1_000) * (1 / share - 1)) : null,
});
