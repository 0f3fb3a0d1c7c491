import type { Position } from '../facts/fact';
import type { Projection } from '../read-models/projection';

/** A projection that is running, seen from the build that is to take its place. */
export interface Rebuildable {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- differently typed projections
  readonly projection: Projection<any, any>;
  readonly position: Position | null;
  reached(position: Position, timeoutMs: number): Promise<boolean>;
  /** Nothing is folded meanwhile; it then goes on from where the generation that serves stands. */
  pausedFor(work: () => Promise<void>): Promise<void>;
}
