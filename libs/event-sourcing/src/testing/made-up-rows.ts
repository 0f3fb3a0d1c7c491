import type { Position } from '../facts/fact';
import { newId } from '../facts/ids';
import type { CollectionShape, FieldValue } from '../read-models/collection-shape';
import type { PageRequest, Range } from '../read-models/page-request';
import type { Commit, ReadStore } from '../read-models/read-store.port';
import type { RowChange } from '../read-models/row-change';

/** A row with the hard cases: nulls, ties, numbers beside text. */
export interface MadeUpRow {
  readonly workspaceId: string;
  readonly name: string;
  readonly email: string;
  readonly status: string | null;
  readonly sentAt: string | null;
  readonly amount: number | null;
  readonly details?: { readonly list: readonly unknown[] };
}

/** A collection that no other test uses. */
export const freshCollection = (change: Partial<CollectionShape<MadeUpRow>> = {}): CollectionShape<MadeUpRow> => ({
  name: `contract-${newId()}`,
  version: 1,
  fields: { workspaceId: 'text', status: 'text', sentAt: 'text', amount: 'number', name: 'text' },
  indexes: [
    ['workspaceId', 'status', 'sentAt'],
    ['workspaceId', 'sentAt'],
    ['workspaceId', 'amount', 'sentAt'],
    ['workspaceId', 'name'],
  ],
  search: ['name', 'email'],
  counts: [['workspaceId'], ['workspaceId', 'status']],
  ...change,
});

export const madeUpRow = (change: Partial<MadeUpRow> = {}): MadeUpRow => ({
  workspaceId: 'w1',
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  status: 'open',
  sentAt: '2026-01-15T09:00:00.000Z',
  amount: 1,
  ...change,
});

export const at = (place: number): Position => String(place) as Position;

export const put = (key: string, row: MadeUpRow, position = at(1)): RowChange<MadeUpRow> => ({ key, row, position });

/** Commits rows by key, at one position. */
export const commitRows = (
  store: ReadStore,
  collection: CollectionShape<MadeUpRow>,
  rows: Readonly<Record<string, MadeUpRow | null>>,
  position = at(1),
): Promise<void> =>
  commitNext(store, {
    collection,
    changes: Object.entries(rows).map(([key, row]) => ({ key, row, position })),
    checkpoint: position,
  });

/** From wherever the collection stands. */
export const commitNext = async (store: ReadStore, batch: Omit<Commit, 'after'>): Promise<void> =>
  store.commit({ ...batch, after: await store.checkpoint(batch.collection, batch.into) });

const rank = (value: FieldValue): number => (value === null ? 0 : typeof value === 'number' ? 1 : 2);

/** The order of every store: null first, numbers by size, text by bytes. */
const compareValues = (a: FieldValue, b: FieldValue): number => {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return typeof a === 'string' && typeof b === 'string' ? Buffer.compare(Buffer.from(a), Buffer.from(b)) : 0;
};

const lies = (value: FieldValue, { gt, gte, lt, lte }: Range): boolean =>
  (gt === undefined || compareValues(value, gt) > 0) &&
  (gte === undefined || compareValues(value, gte) >= 0) &&
  (lt === undefined || compareValues(value, lt) < 0) &&
  (lte === undefined || compareValues(value, lte) <= 0);

/** Row keys in the requested order, computed the slow and obvious way. */
export const expectedKeys = (
  rows: ReadonlyMap<string, MadeUpRow>,
  { where, sort }: Pick<PageRequest, 'where' | 'sort'>,
): readonly string[] => {
  const valueOf = (row: MadeUpRow, field: string): FieldValue =>
    (row as unknown as Record<string, FieldValue | undefined>)[field] ?? null;
  const fits = (row: MadeUpRow): boolean =>
    Object.entries(where).every(([field, wanted]) => {
      const value = valueOf(row, field);
      if (wanted === null || typeof wanted !== 'object') return compareValues(value, wanted) === 0;
      if ('in' in wanted) return wanted.in.includes(value);
      if ('startsWith' in wanted) return typeof value === 'string' && value.startsWith(wanted.startsWith);
      return value !== null ? lies(value, wanted) : Object.keys(wanted).length === 0;
    });
  const turn = (direction: 'asc' | 'desc' | undefined): number => (direction === 'desc' ? -1 : 1);
  return [...rows]
    .filter(([, row]) => fits(row))
    .sort(([keyA, a], [keyB, b]) => {
      for (const { field, direction } of sort) {
        const order = compareValues(valueOf(a, field), valueOf(b, field)) * turn(direction);
        if (order !== 0) return order;
      }
      return compareValues(keyA, keyB) * turn(sort.at(-1)?.direction);
    })
    .map(([key]) => key);
};
