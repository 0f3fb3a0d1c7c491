import type { Position } from '../facts/fact';
import type { Extent } from '../log/event-log.port';
import type { BuildStatus } from '../rebuild/build-status';
import type { ConsumerState } from '../runtime/consumer-health';
import type { ConsumerTrouble } from '../runtime/consumer-trouble';

export interface ConsumerStatus {
  readonly name: string;
  readonly kind: 'projection' | 'reactor';
  readonly version: number | null;
  /** `elsewhere`: another process runs it, or should. */
  readonly state: ConsumerState | 'elsewhere';
  readonly position: Position | null;
  readonly behind: boolean;
  /** Null: the log cannot tell. */
  readonly lag: Extent | null;
  readonly factsPerSecond: number;
  /** Facts that a reactor gave up; they wait for `replayParked`. */
  readonly parked: number;
  readonly lastError: ConsumerTrouble | null;
  readonly build: BuildStatus | null;
}
