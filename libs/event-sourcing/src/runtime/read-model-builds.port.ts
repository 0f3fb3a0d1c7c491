import type { Projection } from '../read-models/projection';
import type { Fact, Position } from '../facts/fact';
import type { BuildStatus } from './build-status';

/** A projection that is running, seen from the build that is to take its place. */
export interface Rebuildable {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- differently typed projections
  readonly projection: Projection<any, any>;
  readonly position: Position | null;
  reached(position: Position, timeoutMs: number): Promise<boolean>;
  /** Nothing is folded meanwhile; it then goes on from where the generation that serves stands. */
  pausedFor(work: () => Promise<void>): Promise<void>;
}

export interface ReadModelBuilds {
  /** Whether an empty read model is better built in bulk than fact by fact. */
  isWorthIt(): Promise<boolean>;
  /** Resolves when it serves. @throws PoisonFactError */
  fill<Row extends object, F extends Fact>(projection: Projection<Row, F>): Promise<void>;
  /** Beside the one that serves, and in its place when it is complete. A failure is reported. Repeating is harmless. */
  rebuild(runner: Rebuildable): Promise<void>;
  /** Null: none since the start. */
  statusOf(name: string): BuildStatus | null;
  stop(): Promise<void>;
}
