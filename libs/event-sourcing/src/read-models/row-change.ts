import type { Position } from '../facts/fact';

export interface RowChange<Row extends object = object> {
  readonly key: string;
  /** Null removes the row. */
  readonly row: Row | null;
  readonly position: Position;
}

/** A row with the position of the last fact folded into it, so that no fact is folded twice. */
export interface LoadedRow<Row extends object = object> {
  readonly row: Row;
  readonly position: Position;
}

/** Rows that have just changed and can be read; published in every process, whichever folds. */
export interface ReadModelChange {
  readonly projection: string;
  readonly workspaceId: string;
  readonly keys: readonly string[];
  readonly position: Position;
}
