import type { Observable } from 'rxjs';
import type { AnyFactCatalog } from '../fact-catalog';
import type { Extent } from '../event-log.port';
import type { StoredFact } from '../stored-fact';
import type { Position } from '../fact';
import type { Projection } from '../projection';
import type { Reactor } from '../reactor';
import type { BuildStatus } from '../rebuild/build-status';
import type { ConsumerTrouble } from './consumer-trouble';
import type { ParkedReason } from './parked-reason';

/** A context's facts, read models and reactions; registered once, from the constructor of its module. */
export interface ContextParts {
  readonly facts: AnyFactCatalog;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of differently typed projections
  readonly projections: readonly Projection<any, any>[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of differently typed reactors
  readonly reactors?: readonly Reactor<any>[];
}

/** Rows of a read model that have just changed and can be read; published in every process, whichever folds. */
export interface ReadModelChange {
  readonly projection: string;
  readonly workspaceId: string;
  readonly keys: readonly string[];
  readonly position: Position;
}

export interface ParkedReaction extends ParkedReason {
  readonly fact: Pick<StoredFact, 'id' | 'type' | 'stream' | 'position'>;
  /** ISO 8601 UTC. */
  readonly recordedAt: string;
  /** By the clock of the log. */
  readonly parkedAt: string;
}

export interface ConsumerStatus {
  readonly name: string;
  readonly kind: 'projection' | 'reactor';
  /** Null for a reactor. */
  readonly version: number | null;
  /**
   * `stopped`: it failed at a fact and waits for `retry`; the others go on. `retrying`: the log or the store failed
   * it. `building`: its read model is being built first; the old one still serves. `elsewhere`: another process runs
   * it, or should.
   */
  readonly state: 'idle' | 'running' | 'retrying' | 'stopped' | 'building' | 'elsewhere';
  /** How far it has read; null: no fact yet. */
  readonly position: Position | null;
  /** True while facts in the log wait for it. */
  readonly behind: boolean;
  /** How much of the log waits for it; null: the log cannot tell. */
  readonly lag: Extent | null;
  /** Over the last seconds. */
  readonly factsPerSecond: number;
  /** Facts that a reactor gave up; they wait for `replayParked`. */
  readonly parked: number;
  readonly lastError: ConsumerTrouble | null;
  /** Its last build; null: none since the start, or a reactor. */
  readonly build: BuildStatus | null;
}

/** Registers and runs everything that reads the log: projections and reactors. */
export abstract class Consumers {
  abstract add(parts: ContextParts): void;
  abstract readonly changes: Observable<ReadModelChange>;
  abstract status(): Promise<readonly ConsumerStatus[]>;
  /**
   * Starts a rebuild, which swaps the read model in when it is complete; `status` shows its progress. Repeating it is
   * harmless.
   * @throws DomainError `not-found` for a name that is no projection, `folded-elsewhere` where another process folds
   * the read models
   */
  abstract rebuild(projection: string): void;
  /**
   * Restarts a consumer that stopped at a fact.
   * @throws DomainError `not-found` for a name that is no consumer of this process, `folded-elsewhere` for a
   * projection where another process folds
   */
  abstract retry(consumer: string): void;
  /**
   * Parked facts of a reactor with their reasons, oldest first; default 100. @throws DomainError for an unknown
   * reactor
   */
  abstract parked(reactor: string, limit?: number): Promise<readonly ParkedReaction[]>;
  /**
   * Retries all parked facts of a reactor, however old; returns how many. @throws DomainError for an unknown reactor
   */
  abstract replayParked(reactor: string): Promise<number>;
  /**
   * Every change of these read models up to here was published in `changes`, or happened before this process started.
   * Null: there are no facts yet; undefined: not known yet. Stopped projections are left out.
   */
  abstract publishedThrough(projections: readonly string[]): Position | null | undefined;
}
