import type { Position } from '../facts/fact';

export interface BuildTask {
  readonly projection: string;
  readonly place: string;
}

export interface BuildProgress {
  /** Folded, by projection. */
  readonly facts: Readonly<Record<string, number>>;
  /** In the log, which is read once for all. */
  readonly position: Position | null;
}

/** The others were built all the same. */
export interface FailedBuild {
  readonly projection: string;
  /** A `PoisonFactError` where a fact is the reason. */
  readonly error: Error;
}

export interface ReadModelBuilder {
  /** Resolves when each is complete and on the disk, or has failed. When it rejects, as after an abort, none is. */
  build(
    tasks: readonly BuildTask[],
    onProgress: (progress: BuildProgress) => void,
    signal: AbortSignal,
  ): Promise<readonly FailedBuild[]>;
  close(): Promise<void>;
}
