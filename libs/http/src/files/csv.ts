/** By this some spreadsheets know UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What a spreadsheet would take for a formula: at the beginning of the cell, and behind whatever some spreadsheet takes
 * for the end of one. Where commas are decimal signs, `a,"Eve;=1+1"` is cut at the semicolon, quotes or not. Full-width
 * signs are formulas, too, in East Asian versions.
 */
const formula = /(^|[;|\t\r\n])([^\S\t\r\n]*)(?=[=+\-@%\uFF1D\uFF0B\uFF0D\uFF20\uFF05\t\r])/g;

/** Most cells: nothing in them is a spreadsheet's, and one look tells. */
const plain = /^[^\s=+\-@%\uFF1D\uFF0B\uFF0D\uFF20\uFF05",;|][^",;|\t\r\n]*$/;

/** One cell of RFC 4180; a text that a spreadsheet would run is kept a text by an apostrophe before it. */
export const csvCell = (text: string): string => {
  if (text === '' || plain.test(text)) return text;
  const safe = text.replace(formula, "$1$2'");
  return /[",;|\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : csvCell(cell ?? ''))).join(',')}\r\n`;
