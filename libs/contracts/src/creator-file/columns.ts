import { mayBeEmail, takenApart, cleanEmail } from './clean-cell';
import { familyFirst, isAboutWord, isPlainName, isWordFor, type HeaderWord } from './header-words';
import type { TableRow } from './parse-table';

/**
 * Which columns are meant, from 0. Several for a name are joined; none: the name stands in the cell of the e-mail, or
 * is missing.
 */
export interface Columns {
  readonly name: readonly number[];
  readonly email: number;
  /** The first row names the columns. */
  readonly header: boolean;
}

export interface FoundColumns extends Columns {
  /** False: a person has to say. */
  readonly sure: boolean;
}

const LOOKED_AT = 200;

const columnsWhere = (header: readonly string[], is: (cell: string) => boolean): number[] =>
  header.flatMap((cell, index) => (is(cell) ? [index] : []));

/** Called exactly so, or else called so with more words around. */
const columnsWith = (kind: HeaderWord, header: readonly string[]): number[] => {
  const exact = columnsWhere(header, (cell) => isWordFor(kind, cell));
  return exact.length > 0 ? exact : columnsWhere(header, (cell) => isAboutWord(kind, cell));
};

/** Of the cells of each column that are filled, the share that may be what is asked for. */
const shares = (rows: readonly TableRow[], width: number, is: (cell: string) => boolean): number[] =>
  Array.from({ length: width }, (_, column) => {
    const filled = rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell.trim() !== '');
    return filled.length === 0 ? 0 : filled.filter(is).length / filled.length;
  });

const mayBeName = (cell: string): boolean =>
  /\p{L}/u.test(cell) && !mayBeEmail(cell) && !/^https?:|^www\./i.test(cell.trim());

const emailColumn = (
  header: readonly string[],
  rows: readonly TableRow[],
  width: number,
): { column: number; sure: boolean } => {
  const named = columnsWith('email', header);
  const share = shares(rows, width, mayBeEmail);
  const best = Math.max(...share);
  const filled = share.flatMap((one, index) => (one > 0 && one >= best - 0.25 ? [index] : []));
  const [only] = named;
  if (only !== undefined && named.length === 1) return { column: only, sure: true };
  const among = named.length > 1 ? named.filter((index) => filled.includes(index)) : filled;
  return { column: among[0] ?? only ?? Math.max(0, width - 1), sure: among.length === 1 };
};

const isWithin = (rows: readonly TableRow[], part: number, whole: number): boolean => {
  const filled = rows.map(({ cells }) => [cells[part]?.trim() ?? '', cells[whole]?.trim() ?? ''] as const);
  const both = filled.filter(([one, other]) => one !== '' && other !== '');
  return both.filter(([one, other]) => other.includes(one)).length * 2 > both.length;
};

interface NameColumns {
  readonly columns: readonly number[];
  readonly sure: boolean;
}

const kinds = ['email', 'name', 'first', 'last', 'middle', 'second', 'handle', 'other'] as const;

/** Columns that hold texts, and whose headings say nothing. */
const unknownTexts = (header: readonly string[], rows: readonly TableRow[], width: number): ReadonlySet<number> => {
  const known = new Set(kinds.flatMap((kind) => columnsWith(kind, header)));
  const texts = shares(rows, width, mayBeName).flatMap((share, index) => (share >= 0.5 ? [index] : []));
  return new Set(texts.filter((index) => !known.has(index)));
};

/** A whole name, or a name of a stage, beside the given or the family name: they are not joined. */
const besidePart = (header: readonly string[], rows: readonly TableRow[], name: number, part: number): NameColumns => ({
  columns: [name],
  sure: isWithin(rows, part, name) || columnsWith('whole', header).includes(name),
});

const nameColumns = (
  header: readonly string[],
  rows: readonly TableRow[],
  width: number,
  email: number,
): NameColumns => {
  const [last] = columnsWith('last', header);
  const [first] = columnsWith('first', header).filter((index) => index !== last);
  const called = columnsWith('name', header).filter((index) => index !== email && index !== last);
  const names =
    called.length > 0 || first !== undefined
      ? called
      : columnsWith('handle', header).filter((index) => index !== email);
  const whole = columnsWith('whole', header).filter((index) => names.includes(index));
  const [name] = whole.length === 1 ? whole : names;
  const joins = (part: number): boolean =>
    name !== undefined && isPlainName(header[name] ?? '') && !isWithin(rows, part, name);
  const given = first ?? name;
  if (last !== undefined && given !== undefined) {
    if (first === undefined && !joins(last)) return besidePart(header, rows, given, last);
    const [middle] = columnsWith('middle', header);
    const [second] = columnsWith('second', header);
    const inOrder = familyFirst(header[last] ?? '') ? [last, middle, given] : [given, middle, last, second];
    return { columns: inOrder.filter((index) => index !== undefined), sure: true };
  }
  // “Nom” beside “Prénom” is the name of the family, unless the given name is in it, too.
  if (first !== undefined && name !== undefined && !called.includes(first) && called.length === 1)
    return joins(first) ? { columns: [first, name], sure: true } : besidePart(header, rows, name, first);
  const unknown = unknownTexts(header, rows, width);
  if (name !== undefined) {
    const doubts =
      called.length === 0 ? [...unknown] : columnsWith('first', header).includes(name) ? [name - 1, name + 1] : [];
    return {
      columns: [name],
      sure: (names.length === 1 || whole.length === 1) && !doubts.some((column) => unknown.has(column)),
    };
  }
  const likely = shares(rows, width, mayBeName).flatMap((one, index) => (one >= 0.5 && index !== email ? [index] : []));
  const [only] = likely;
  if (only === undefined) return { columns: [], sure: true };
  return { columns: [only], sure: likely.length === 1 && header.length === 0 };
};

const TITLE_ROWS = 20;

const namesColumns = ({ cells }: TableRow): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const isNamed = (...kinds: HeaderWord[]): boolean => kinds.some((kind) => columnsWith(kind, filled).length > 0);
  return isNamed('email') && (filled.length === 1 || isNamed('name', 'first', 'last'));
};

/** Without titles, dates and comments above the names of the columns. A creator above them is none of these. */
export const belowTitle = (rows: readonly TableRow[]): readonly TableRow[] => {
  const head = rows.slice(0, TITLE_ROWS);
  const firstEmail = head.findIndex(({ cells }) => cells.some(mayBeEmail));
  const above = firstEmail < 0 ? head : head.slice(0, firstEmail);
  return rows.slice(Math.max(above.findIndex(namesColumns), 0));
};

/** Where names and e-mails are: by what the columns are called, else by what is in them. */
export const findColumns = (rows: readonly TableRow[]): FoundColumns => {
  const width = Math.max(...rows.slice(0, LOOKED_AT).map(({ cells }) => cells.length), 1);
  const first = rows[0]?.cells ?? [];
  const body = rows.slice(1, LOOKED_AT + 1);
  const isNamed = columnsWith('email', first).length > 0;
  const header = isNamed || (!first.some(mayBeEmail) && body.some(({ cells }) => cells.some(mayBeEmail)));
  const [names, looked] = header ? [first, body] : [[], rows.slice(0, LOOKED_AT)];
  const email = emailColumn(names, looked, width);
  const inOneCell = looked.some(({ cells }) => takenApart(cleanEmail(cells[email.column] ?? '').text) !== null);
  const name = nameColumns(names, looked, width, email.column);
  return {
    name: name.columns,
    email: email.column,
    header,
    sure: email.sure && (name.sure || (inOneCell && name.columns.length === 0)),
  };
};
