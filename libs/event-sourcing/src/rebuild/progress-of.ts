import type { Position } from '../facts/fact';
import type { BuildStatus } from './build-status';

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
