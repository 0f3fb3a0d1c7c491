import type { Position } from '../fact';

export interface BuildTask {
  readonly projection: string;
  /** From `ShadowBuilds.reserve`. */
  readonly place: string;
}

export interface BuildProgress {
  readonly facts: number;
  /** How far the log has been read. */
  readonly position: Position | null;
}

/** Folds a read model from the first fact on, beside the serving one. */
export interface ReadModelBuilder {
  /**
   * Resolves when the build is complete and on the disk. Aborted by `signal`, it rejects; the caller then discards
   * the place.
   * @throws PoisonFactError at a fact that the projection cannot fold
   */
  build(task: BuildTask, onProgress: (progress: BuildProgress) => void, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
