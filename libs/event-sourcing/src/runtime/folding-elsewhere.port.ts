import type { Position } from '../facts/fact';
import type { Projection } from '../read-models/projection';

/** What a process knows of the read models that another one folds. */
export interface FoldingElsewhere {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- differently typed projections
  add(projection: Projection<any, any>): void;
  /** Also begins to wait for this process's turn, where it may fold. */
  start(): void;
  stop(): Promise<void>;
  positionOf(name: string): Position | null;
  /** As `Consumers.publishedThrough`. */
  publishedThrough(name: string): Position | null | undefined;
  reached(name: string, position: Position, timeoutMs: number): Promise<boolean>;
}
