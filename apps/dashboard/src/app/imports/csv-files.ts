import type { CheckedRow, CheckedRows } from './checked-rows';

const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet would run is kept a text by an apostrophe, which reading takes away again. */
const cell = (text: string): string => {
  const safe = text.replace(/^(?=[=+\-@%\t\r])/, "'");
  return /[",;|\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const table = (lines: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');

/** As it is offered in the dialog: rows added below pass the checks. */
export const sampleFile = (): string =>
  table([
    ['name', 'email'],
    ['Amélie Rousseau', 'amelie@example.com'],
    ['田中 美咲', 'misaki@example.com'],
  ]);

/** Rows that cannot be sent, with what is wrong with each: mended there, the file can be uploaded as it is. */
export const faultyRowsFile = (rows: CheckedRows): string =>
  table([
    ['name', 'email', 'line', 'what is wrong'],
    ...rows.shown('faulty').map((row: CheckedRow) => [
      row.name,
      row.email,
      String(row.line),
      rows
        .faultsOf(row)
        .map(({ message }) => message)
        .join(' '),
    ]),
  ]);
