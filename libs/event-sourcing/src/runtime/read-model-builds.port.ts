import type { Fact } from '../facts/fact';
import type { Projection } from '../read-models/projection';

export interface ReadModelBuilds {
  /** Whether an empty read model is better built in bulk than fact by fact. */
  isWorthIt(): Promise<boolean>;
  /** Resolves when it serves. @throws PoisonFactError */
  fill<Row extends object, F extends Fact>(projection: Projection<Row, F>): Promise<void>;
  stop(): Promise<void>;
}
