import type { AnyFactCatalog } from '../facts/fact-catalog';
import type { Extent } from '../log/event-log.port';
import type { StoredFact } from '../facts/stored-fact';
import type { Position } from '../facts/fact';
import type { Projection } from '../read-models/projection';
import type { Reactor } from '../reactions/reactor';
import type { BuildStatus } from './build-status';
import type { ConsumerTrouble } from './consumer-trouble';
import type { ParkedReason } from '../reactions/parked-reason';

export interface ContextParts {
  readonly facts: AnyFactCatalog;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of differently typed projections
  readonly projections: readonly Projection<any, any>[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of differently typed reactors
  readonly reactors?: readonly Reactor<any>[];
}

/** Rows that have just changed and can be read; published in every process, whichever folds. */
export interface ReadModelChange {
  readonly projection: string;
  readonly workspaceId: string;
  readonly keys: readonly string[];
  readonly position: Position;
}

export interface ParkedReaction extends ParkedReason {
  readonly fact: Pick<StoredFact, 'id' | 'type' | 'stream' | 'position'>;
  readonly recordedAt: string;
  readonly parkedAt: string;
}

export interface ConsumerStatus {
  readonly name: string;
  readonly kind: 'projection' | 'reactor';
  readonly version: number | null;
  /** `stopped`: at a fact, until `retry`. `retrying`: log or store failed. `elsewhere`: another process runs it, or should. */
  readonly state: 'idle' | 'running' | 'retrying' | 'stopped' | 'building' | 'elsewhere';
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
