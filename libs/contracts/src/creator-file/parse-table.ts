import Papa from 'papaparse';
import { mayBeEmail, takenApart } from './clean-cell';
import { isHeaderWord } from './header-words';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** One row as it stands in the file. `broken`: its quotation marks do not match, so that its cells are guessed. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly broken: boolean;
}

export interface Table {
  readonly delimiter: Delimiter;
  /** Without rows in which nothing stands. */
  readonly rows: readonly TableRow[];
}

const LOOKED_AT = 200;
/** Ctrl-Z, with which DOS ended texts. */
const DOS_END = /\cZ\s*$/;

const parse = (text: string, delimiter: Delimiter, preview = 0): Papa.ParseResult<string[]> =>
  Papa.parse<string[]>(text, { delimiter, newline: '\n', preview });

/** How well a delimiter explains the first rows: e-mails that fill a cell beside another one, and names of columns. */
const score = (text: string, delimiter: Delimiter): number => {
  const rows = parse(text, delimiter, LOOKED_AT).data.filter((cells) => cells.length > 1);
  const emails = rows.filter((cells) => cells.some(mayBeEmail)).length;
  const words = (rows[0] ?? []).filter(isHeaderWord).length;
  return emails * 2 + words * 3 + (rows.length > 0 ? 1 : 0);
};

const likeliest = (text: string): Delimiter => {
  const head = text.slice(0, 200_000);
  const scores = delimiters.map((delimiter) => score(head, delimiter));
  return delimiters[scores.indexOf(Math.max(...scores))] ?? ',';
};

/** `sep=;` in the first line, as spreadsheets write and read it. */
const separatorLine = /^\s*"?sep=([,;\t|])"?[,;\t|]*[^\S\n]*(\n|$)/i;

/** Rows that a program has quoted as a whole, so that each is one cell. */
const unwrapped = ({ data }: Papa.ParseResult<string[]>, delimiter: Delimiter): string | null => {
  const filled = data.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const wrapped = filled.filter(
    ([cell = '', ...more]) => more.length === 0 && cell.includes(delimiter) && !/<|\([^\s()]+@/.test(cell),
  );
  return filled.length > 0 && wrapped.length === filled.length ? data.map(([cell = '']) => cell).join('\n') : null;
};

const likeliestWrapped = (text: string): string | null => {
  if (!text.trimStart().startsWith('"')) return null;
  const result = parse(text, '|');
  if (result.errors.some(({ type }) => type === 'Quotes')) return null;
  return delimiters.map((delimiter) => unwrapped(result, delimiter)).find((found) => found !== null) ?? null;
};

const linesIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => (cell.includes('\n') ? sum + cell.split('\n').length - 1 : sum), 0);

const numbered = (rows: readonly (readonly string[])[], from: number): readonly TableRow[] => {
  let line = from;
  return rows.map((cells) => {
    const row = { line, cells, broken: false };
    line += 1 + linesIn(cells);
    return row;
  });
};

/** A line whose quotation marks do not match, cut at each delimiter. */
const guessed = (line: string, delimiter: Delimiter, width: number): Omit<TableRow, 'line'> => {
  if (takenApart(line) !== null) return { cells: [line], broken: false };
  const cells = Papa.parse<string[]>(line, { delimiter, newline: '\n', quoteChar: '\0' }).data[0] ?? [];
  return { cells, broken: cells.length !== width || (line.split('"').length - 1) % 2 === 1 };
};

const isWellQuoted = (errors: readonly Papa.ParseError[]): boolean => errors.every(({ type }) => type !== 'Quotes');

/** Databases write a backslash before quotation marks in a cell; null: this text is not written so. */
const backslashed = (text: string, delimiter: Delimiter): string[][] | null => {
  if (!text.includes('\\"')) return null;
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n', escapeChar: '\\' });
  return isWellQuoted(errors) ? data : null;
};

/** One stray quotation mark must not swallow the rows behind it: then each line is taken for a row of its own. */
const lineByLine = (text: string, delimiter: Delimiter, from: number): readonly TableRow[] => {
  const parsed = text.split('\n').map((line) => ({ line, ...parse(line, delimiter) }));
  const width = parsed.find(({ errors }) => errors.every(({ type }) => type !== 'Quotes'))?.data[0]?.length ?? 2;
  return parsed.map(({ line, data, errors }, index) => {
    const isClear = errors.every(({ type }) => type !== 'Quotes');
    return {
      line: from + index,
      ...(isClear ? { cells: data[0] ?? [], broken: false } : guessed(line, delimiter, width)),
    };
  });
};

/** Any dialect that programs write; line ends are made the same first, so that a file may mix them. */
export const parseTable = (typed: string): Table => {
  const plain = typed.replace(/\r\n?/g, '\n').replace(DOS_END, '');
  const separator = separatorLine.exec(plain);
  const below = separator ? plain.slice(separator[0].length) : plain;
  const text = likeliestWrapped(below) ?? below;
  const delimiter = (separator?.[1] as Delimiter | undefined) ?? likeliest(text);
  const { data, errors } = parse(text, delimiter);
  const from = separator ? 2 : 1;
  const whole = isWellQuoted(errors) ? data : backslashed(text, delimiter);
  const rows = whole === null ? lineByLine(text, delimiter, from) : numbered(whole, from);
  return { delimiter, rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
};
