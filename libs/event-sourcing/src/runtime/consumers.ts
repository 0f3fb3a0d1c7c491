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

/** What a context brings: its facts, its read models and its reactions. Called once, from the constructor of the context's module. */
export interface ContextParts {
  readonly facts: AnyFactCatalog;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of differently typed projections
  readonly projections: readonly Projection<any, any>[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of differently typed reactors
  readonly reactors?: readonly Reactor<any>[];
}

/** Rows of a read model that have just changed, after they can be read; told in every process, whichever of them folds the facts. */
export interface ReadModelChange {
  readonly projection: string;
  readonly workspaceId: string;
  readonly keys: readonly string[];
  readonly position: Position;
}

/** A fact that a reactor gave up. */
export interface ParkedReaction extends ParkedReason {
  readonly fact: Pick<StoredFact, 'id' | 'type' | 'stream' | 'position'>;
  /** When the fact was recorded; ISO 8601 UTC. */
  readonly recordedAt: string;
  /** When it was parked, by the clock of the log. */
  readonly parkedAt: string;
}

export interface ConsumerStatus {
  readonly name: string;
  readonly kind: 'projection' | 'reactor';
  /** Of a projection; null for a reactor. */
  readonly version: number | null;
  /**
   * `stopped`: it failed at a fact and stands there until it is tried again; the others go on. `retrying`: the log or the store failed it.
   * `building`: its read model is being built first; what served before still does. `elsewhere`: another process runs it, or should.
   */
  readonly state: 'idle' | 'running' | 'retrying' | 'stopped' | 'building' | 'elsewhere';
  /** How far it has read; null: not a single fact yet. */
  readonly position: Position | null;
  /** True while facts in the log wait for it. */
  readonly behind: boolean;
  /** How much of the log waits for it; null: the log cannot tell. */
  readonly lag: Extent | null;
  /** Facts per second, over the last seconds. */
  readonly factsPerSecond: number;
  /** Facts that a reactor could not work on in time; they wait for `replayParked`. */
  readonly parked: number;
  readonly lastError: ConsumerTrouble | null;
  /** How its read model is or was being built beside the serving one; null: not since the start, or a reactor. */
  readonly build: BuildStatus | null;
}

/** Everything that reads the log: projections and reactors are registered here and started with the application. */
export abstract class Consumers {
  abstract add(parts: ContextParts): void;
  abstract readonly changes: Observable<ReadModelChange>;
  /** Every projection, and every reactor that this process runs, in the order of registration. */
  abstract status(): Promise<readonly ConsumerStatus[]>;
  /**
   * Builds the read model anew beside the serving one, then swaps. Returns when that is asked for; `status` tells how it goes. Asking twice is harmless.
   * @throws DomainError `not-found` for a name that is no projection, `folded-elsewhere` where another process folds the read models
   */
  abstract rebuild(projection: string): void;
  /**
   * Lets a consumer go on that stands still at a fact.
   * @throws DomainError `not-found` for a name that is no consumer of this process, `folded-elsewhere` for a projection where another process folds
   */
  abstract retry(consumer: string): void;
  /** What a reactor has parked, and why, the oldest first; default 100. @throws DomainError for a reactor that is not there */
  abstract parked(reactor: string, limit?: number): Promise<readonly ParkedReaction[]>;
  /** Has all parked facts of a reactor tried again, however old they are; answers with how many. @throws DomainError for a reactor that is not there */
  abstract replayParked(reactor: string): Promise<number>;
  /**
   * Whatever changed these read models up to here has been told in `changes` (or had happened before this process started); null: there are no facts
   * yet; undefined: not known yet. A projection that stands still tells nothing and is left out.
   */
  abstract publishedThrough(projections: readonly string[]): Position | null | undefined;
}
