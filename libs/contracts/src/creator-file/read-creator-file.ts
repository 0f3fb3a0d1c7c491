import type { CreatorRow } from '../creator-rows';
import { cleanCell, cleanEmail, LETTERS_UNCLEAR, takenApart, TAKEN_APART, TURNED_ROUND } from './clean-cell';
import { belowTitle, type Columns, findColumns } from './columns';
import { decodeText } from './decode-text';
import type { Encoding } from './decoded';
import {
  type FileRefusal,
  foreignKind,
  foreignSize,
  foreignText,
  MOST_ROWS,
  refusal,
  tooManyRows,
  unknownScript,
} from './file-kind';
import { wordsBeyondAscii } from './odd-words';
import { type Delimiter, parseTable, type Table, type TableRow } from './parse-table';
import { turnedNames } from './surname-first';

/** A row as it is read. `notes`: what was cleaned, one sentence each. `broken`: its quotation marks do not match. */
export interface ReadRow extends CreatorRow {
  readonly notes: readonly string[];
  readonly broken: boolean;
}

/** What a file holds, before it is judged. */
export interface CreatorFile {
  readonly encoding: Encoding;
  /** Words of which another encoding would make other ones. */
  readonly unclear: ReadonlySet<string>;
  readonly delimiter: Delimiter;
  readonly table: Table;
  readonly columns: Columns;
  /** False: a person has to say which columns are meant. */
  readonly sure: boolean;
}

export type ReadOutcome = { readonly file: CreatorFile } | { readonly refused: FileRefusal };

const refused = (why: FileRefusal): ReadOutcome => ({ refused: why });

/** Reads a file of any dialect, or says what it is instead. */
export const readCreatorFile = (bytes: Uint8Array): ReadOutcome => {
  const foreign = foreignSize(bytes.length) ?? foreignKind(bytes);
  if (foreign) return refused(foreign);
  const decoded = decodeText(bytes);
  if (decoded === null) return refused(unknownScript);
  const { text, encoding, unclear } = decoded;
  const other = foreignText(text);
  if (other) return refused(other);
  const parsed = parseTable(text);
  const table = { ...parsed, rows: belowTitle(parsed.rows) };
  const { sure, ...columns } = findColumns(table.rows);
  const count = table.rows.length - (columns.header ? 1 : 0);
  if (count > MOST_ROWS) return refused(tooManyRows(count));
  if (count === 0)
    return refused(
      refusal('no-rows', 'The file has names of columns, but no rows below them. Add one row per creator.'),
    );
  const hasEmails = columns.header || table.rows.some(({ cells }) => cells.some((cell) => cell.includes('@')));
  if (!hasEmails)
    return refused(
      refusal(
        'no-emails',
        'There is no e-mail in the file. It needs a column for names and one for e-mails, such as in the sample file.',
      ),
    );
  return { file: { encoding, unclear: new Set(unclear), delimiter: table.delimiter, table, columns, sure } };
};

const readRow = ({ line, cells, broken }: TableRow, { name, email }: Columns): ReadRow => {
  const named = name.map((column) => cleanCell(cells[column] ?? ''));
  const mailed = cleanEmail(cells[email] ?? '');
  const typedName = named
    .map(({ text }) => text)
    .filter(Boolean)
    .join(' ');
  const apart = takenApart(mailed.text) ?? (mailed.text === '' ? takenApart(typedName) : null);
  const notes = new Set([...named.flatMap((one) => one.notes), ...mailed.notes, ...(apart ? [TAKEN_APART] : [])]);
  const row = { line, notes: [...notes], broken };
  if (apart === null) return { ...row, name: typedName, email: mailed.text };
  const ownName = takenApart(typedName) === null ? typedName : '';
  return { ...row, name: ownName || apart.name, email: apart.email };
};

const withUnclear = (row: ReadRow, unclear: ReadonlySet<string>): ReadRow =>
  unclear.size > 0 && wordsBeyondAscii(row.name).some((word) => unclear.has(word))
    ? { ...row, notes: [...row.notes, LETTERS_UNCLEAR] }
    : row;

/** The rows below the names of the columns. */
export const creatorRows = ({ table, unclear }: CreatorFile, columns: Columns): readonly ReadRow[] => {
  const rows = table.rows.slice(columns.header ? 1 : 0).map((row) => withUnclear(readRow(row, columns), unclear));
  const turned = turnedNames(rows.map(({ name }) => name));
  return rows.map((row, index) => {
    const name = turned[index] ?? null;
    return name === null ? row : { ...row, name, notes: [...row.notes, TURNED_ROUND] };
  });
};
