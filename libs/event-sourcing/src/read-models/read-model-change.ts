import type { Position } from '../facts/fact';

/** Rows that have just changed and can be read; published in every process, whichever folds. */
export interface ReadModelChange {
  readonly projection: string;
  readonly workspaceId: string;
  readonly keys: readonly string[];
  readonly position: Position;
}
