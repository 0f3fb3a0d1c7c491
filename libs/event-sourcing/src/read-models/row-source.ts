import type { Fact, Position } from '../facts/fact';
import type { Where } from './page-request';
import type { Projection } from './projection';
import type { Rows } from './read-store.port';

/** What is known of a question beforehand, so that a source need not have all rows ready. */
export interface Asked {
  readonly key?: string;
  readonly where?: Where;
}

export interface RowSource {
  use<Row extends object, F extends Fact, T>(
    projection: Projection<Row, F>,
    asked: Asked,
    work: (rows: Rows) => Promise<T>,
  ): Promise<T>;
  /** Whether the rows show all facts up to the position; false when they did not in time. Default: two seconds. */
  reached<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    position: Position,
    timeoutMs?: number,
  ): Promise<boolean>;
}
