import { columnOf, scopeOf, type TableShape } from './table-shape';
import { indexedPrefixes } from './search-index';

export const rowsTable = (id: number): string => `rows_${id}`;
export const countsTable = (id: number): string => `counts_${id}`;
export const searchTable = (id: number): string => `search_${id}`;
export const indexName = (id: number, position: number): string => `rows_${id}_by_${position}`;

const sqlType = { text: 'TEXT', number: 'REAL' } as const;

/** Real columns, since SQLite does not use index ranges on expressions. */
export const createRows = (id: number, { fields }: TableShape): string => {
  const columns = Object.entries(fields)
    .map(([field, type]) => `${columnOf(field)} ${sqlType[type]}, `)
    .join('');
  return `
    CREATE TABLE ${rowsTable(id)} (
      id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, position TEXT NOT NULL, ${columns} words TEXT NOT NULL, doc TEXT NOT NULL
    ) STRICT;
    CREATE TABLE ${countsTable(id)} (
      kind INTEGER NOT NULL, value TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (kind, value)
    ) STRICT, WITHOUT ROWID;`;
};

/** The row key ends every index, so that ties have one order and a page can start anywhere. */
export const createIndexes = (id: number, { indexes }: TableShape): readonly string[] =>
  indexes.map(
    (index, position) =>
      `CREATE INDEX ${indexName(id, position)} ON ${rowsTable(id)} (${[...index.map(columnOf), 'key'].join(', ')});`,
  );

/** The index gets folded words, each with the code of its scope; its tokenizer only splits them at spaces. */
export const createSearch = (id: number, shape: TableShape): string =>
  shape.search.length === 0
    ? ''
    : `
  CREATE VIRTUAL TABLE ${searchTable(id)} USING fts5(
    words, content = '', contentless_delete = 1, tokenize = 'ascii', detail = none,
    prefix = '${indexedPrefixes(scopeOf(shape) !== undefined).join(' ')}'
  );`;

export const createTables = (id: number, shape: TableShape): string =>
  [createRows(id, shape), ...createIndexes(id, shape), createSearch(id, shape)].join('\n');

export const dropTables = (id: number): string =>
  `DROP TABLE ${rowsTable(id)}; DROP TABLE ${countsTable(id)}; DROP TABLE IF EXISTS ${searchTable(id)}`;
