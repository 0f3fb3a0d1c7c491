import type { Position } from '../fact';
import type { ConsumerTrouble } from '../runtime/consumer-trouble';

/** How the last building of a read model goes or went. */
export interface BuildStatus {
  /** `waiting`: another one is being built. `failed`: the serving one was left as it is. */
  readonly state: 'waiting' | 'building' | 'done' | 'failed';
  /** How much of the log is folded, 0 to 1; null: the log cannot tell. */
  readonly share: number | null;
  /** Facts folded. */
  readonly facts: number;
  readonly factsPerSecond: number;
  /** null: not known (yet). */
  readonly secondsLeft: number | null;
  readonly error: ConsumerTrouble | null;
}

export interface Reached {
  readonly facts: number;
  readonly position: Position | null;
}

/** @param elapsedMs since the building began; @param share how much of the log `reached` is */
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
