import type { Position } from '../fact';

export interface BuildTask {
  /** Name of the projection. */
  readonly projection: string;
  /** From `ShadowBuilds.reserve`. */
  readonly place: string;
}

export interface BuildProgress {
  /** Facts folded so far. */
  readonly facts: number;
  /** How far the log has been looked through. */
  readonly position: Position | null;
}

/** Who folds a read model from the first fact on, at a place beside the serving one. */
export interface ReadModelBuilder {
  /**
   * Resolves when all that was in the log is built and on the disk. Aborted by `signal`, it rejects and leaves the place to be discarded.
   * @throws PoisonFactError at a fact that the projection cannot fold
   */
  build(task: BuildTask, onProgress: (progress: BuildProgress) => void, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
