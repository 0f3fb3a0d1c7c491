import type { Fact, Position, Recorded } from '../fact';
import type { Projection } from '../projection';
import type { LoadedRow, RowChange } from '../read-store.port';
import { PoisonFactError } from './poison-fact-error';

export interface FoldedBatch {
  readonly changes: readonly RowChange[];
  readonly touched: ReadonlyMap<string, readonly string[]>;
}

export const keysOf = <Row extends object, F extends Fact>(
  projection: Projection<Row, F>,
  fact: Recorded<F>,
): readonly string[] => {
  try {
    const key = projection.key(fact);
    return key === null ? [] : typeof key === 'string' ? [key] : [...new Set(key)];
  } catch (error) {
    throw new PoisonFactError(fact, error);
  }
};

/**
 * Folds facts into rows in memory: each row is read and written once, and facts it already holds are skipped. Pure.
 * @throws PoisonFactError when the projection throws
 */
export const foldBatch = <Row extends object, F extends Fact>(
  projection: Projection<Row, F>,
  facts: readonly Recorded<F>[],
  loaded: ReadonlyMap<string, LoadedRow<Row>>,
  compare: (a: Position, b: Position) => number,
): FoldedBatch => {
  const rows = new Map<string, { row: Row | undefined; position: Position }>();
  const touched = new Map<string, Set<string>>();
  for (const fact of facts) {
    for (const key of keysOf(projection, fact)) {
      const before = rows.get(key) ?? loaded.get(key);
      if (before && compare(before.position, fact.position) >= 0) continue;
      rows.set(key, { row: projected(projection, before?.row, fact, key), position: fact.position });
      const ofWorkspace = touched.get(fact.workspaceId);
      if (ofWorkspace) ofWorkspace.add(key);
      else touched.set(fact.workspaceId, new Set([key]));
    }
  }
  const changes = [...rows].map(([key, { row, position }]) => ({ key, row: row ?? null, position }));
  return { changes, touched: new Map([...touched].map(([workspaceId, keys]) => [workspaceId, [...keys]])) };
};

export const projected = <Row extends object, F extends Fact>(
  projection: Projection<Row, F>,
  row: Row | undefined,
  fact: Recorded<F>,
  key: string,
): Row | undefined => {
  try {
    return projection.project(row, fact, key);
  } catch (error) {
    throw new PoisonFactError(fact, error);
  }
};
