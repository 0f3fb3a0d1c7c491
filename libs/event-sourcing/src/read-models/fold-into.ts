import type { Fact, Position, Recorded } from '../facts/fact';
import type { CollectionShape } from './collection-shape';
import type { Generation } from './generations.port';
import type { Projection } from './projection';
import type { Rows } from './read-store.port';
import type { LoadedRow, RowChange } from './row-change';
import { PoisonFactError } from '../runtime/consumer-trouble';

export interface FoldedBatch {
  readonly changes: readonly RowChange[];
  readonly touched: ReadonlyMap<string, readonly string[]>;
}

/** @throws PoisonFactError when the projection cannot take the fact */
const takenBy = <T>(fact: Recorded, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw new PoisonFactError(fact, error);
  }
};

export const keysOf = <Row extends object, F extends Fact>(
  projection: Projection<Row, F>,
  fact: Recorded<F>,
): readonly string[] => {
  const keys = takenBy(fact, () => projection.key(fact));
  return keys === null ? [] : typeof keys === 'string' ? [keys] : [...new Set(keys)];
};

/** Pure; each row is read and written once, facts it already holds are skipped. @throws PoisonFactError */
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
      const row = takenBy(fact, () => projection.project(before?.row, fact, key));
      rows.set(key, { row, position: fact.position });
      const ofWorkspace = touched.get(fact.workspaceId);
      if (ofWorkspace) ofWorkspace.add(key);
      else touched.set(fact.workspaceId, new Set([key]));
    }
  }
  const changes = [...rows].map(([key, { row, position }]) => ({ key, row: row ?? null, position }));
  return { changes, touched: new Map([...touched].map(([workspaceId, keys]) => [workspaceId, [...keys]])) };
};

/** Where the rows of a projection are while facts are folded into them. */
export interface FoldTarget {
  load<Row extends object>(keys: readonly string[]): Promise<ReadonlyMap<string, LoadedRow<Row>>>;
  /** Also without a change: the checkpoint moves. */
  save(changes: readonly RowChange[], checkpoint: Position): Promise<void>;
}

/** The one way from facts to rows: load what they touch, fold, save. @throws PoisonFactError */
export const foldInto = async <Row extends object, F extends Fact>(
  target: FoldTarget,
  projection: Projection<Row, F>,
  facts: readonly Recorded<F>[],
  checkpoint: Position,
  compare: (a: Position, b: Position) => number,
): Promise<FoldedBatch> => {
  const keys = new Set(facts.flatMap((fact) => keysOf(projection, fact)));
  const loaded = keys.size === 0 ? new Map<string, LoadedRow<Row>>() : await target.load<Row>([...keys]);
  const folded = foldBatch(projection, facts, loaded, compare);
  await target.save(folded.changes, checkpoint);
  return folded;
};

export interface Committing extends FoldTarget {
  /** Where the last commit left the collection. */
  readonly checkpoint: Position | null;
}

/** A commit for each batch, from where the last one ended. @throws CheckpointMoved when another writer came first */
export const committing = (
  store: Pick<Rows, 'load' | 'commit'>,
  collection: CollectionShape,
  from: Position | null,
  into?: Generation,
): Committing => {
  let after = from;
  return {
    get checkpoint() {
      return after;
    },
    load: (keys) => store.load(collection, keys, into),
    save: async (changes, checkpoint) => {
      await store.commit({ collection, changes, after, checkpoint, ...(into && { into }) });
      after = checkpoint;
    },
  };
};
