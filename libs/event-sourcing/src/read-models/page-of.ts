import type { CollectionShape, FieldValue } from './collection-shape';
import { type Cursor, decodeCursor, encodeCursor } from './cursor';
import type { PageOf, PageRequest, SortField, Wanted } from './page-request';
import type { Rows } from './read-store.port';
import type { Condition, RowsQuery } from './rows-query';
import { soughtWords } from '../text/search-words';

const MOST_ROWS = 200;
const FIELD = /^[A-Za-z]\w*$/;
const opposite = { asc: 'desc', desc: 'asc' } as const;

/**
 * The one way to a page, over any store.
 * @throws DomainError `invalid` for a cursor of another list
 * @throws RangeError for a limit that is not 1 to 200
 * @throws TypeError for a field or a condition that cannot be asked for
 */
export const pageOf = async <Row extends object>(
  rows: Pick<Rows, 'find'>,
  collection: CollectionShape<Row>,
  request: PageRequest,
): Promise<PageOf<Row>> => {
  const cursor = request.cursor === undefined ? undefined : decodeCursor(request.cursor, request.sort.length);
  const { rows: found, more } = await rows.find(collection, queryOf(request, cursor));
  const inOrder = cursor?.backwards ? found.toReversed() : found;
  const [forwards, backwards] = cursor?.backwards ? [true, more] : [more, cursor !== undefined];
  return {
    rows: inOrder.map(({ row }) => row),
    next: forwards ? cursorAt(inOrder.at(-1), false, request.sort, cursor) : null,
    previous: backwards ? cursorAt(inOrder[0], true, request.sort, cursor) : null,
  };
};

const queryOf = (request: PageRequest, cursor: Cursor | undefined): RowsQuery => {
  const { where, narrowedBy = [], search = '', sort, limit } = request;
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ROWS) throw new RangeError('A page has 1 to 200 rows.');
  const turned = (direction: 'asc' | 'desc') => (cursor?.backwards ? opposite[direction] : direction);
  for (const { field } of sort) checkField(field);
  return {
    where: Object.entries(where).map(([field, wanted]) => conditionOf(field, wanted)),
    narrowedBy,
    words: search.trim() === '' ? null : soughtWords(search),
    sort: sort.map(({ field, direction }) => ({ field, direction: turned(direction) })),
    keyDirection: turned(sort.at(-1)?.direction ?? 'asc'),
    start: cursor ?? null,
    limit,
  };
};

const conditionOf = (field: string, wanted: Wanted): Condition => {
  checkField(field);
  if (wanted === null || typeof wanted !== 'object') return { field, is: 'equal', value: wanted };
  if ('in' in wanted) return { field, is: 'in', values: [...new Set(wanted.in)] };
  if ('startsWith' in wanted) return { field, is: 'starting', prefix: wanted.startsWith };
  return { field, is: 'within', range: wanted };
};

const checkField = (field: string): void => {
  if (!FIELD.test(field)) throw new TypeError(`${field} is no name for a field.`);
};

/** A page that has become empty still leads back to its starting row, inclusive. */
const cursorAt = (
  found: { readonly key: string; readonly row: object } | undefined,
  backwards: boolean,
  sort: readonly SortField[],
  cursor: Cursor | undefined,
): string | null => {
  if (found === undefined) return cursor ? encodeCursor({ ...cursor, backwards, inclusive: true }) : null;
  const row = found.row as Readonly<Record<string, FieldValue | undefined>>;
  const values = sort.map(({ field }) => row[field] ?? null);
  return encodeCursor({ backwards, key: found.key, values, inclusive: false });
};
