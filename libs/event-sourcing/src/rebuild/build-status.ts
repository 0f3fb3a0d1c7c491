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
