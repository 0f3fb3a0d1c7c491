/** A cell without what should not be in it, and a sentence for each thing that was taken out of it. */
export interface Cleaned {
  readonly text: string;
  readonly notes: readonly string[];
}

/** What no name needs. Joiners stay: Persian, Indian scripts and family emojis are written with them. */
const invisible =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]/g;
const controls = /(?![\t\n\v\f\r\x85])\p{Cc}/gu;
const hardSpaces = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

export const INVISIBLE_REMOVED = 'Invisible characters removed.';
export const SPACES_REPLACED = 'Non-breaking spaces replaced.';
export const LINES_JOINED = 'Line breaks in the cell replaced by spaces.';
export const TAKEN_APART = 'Name and e-mail stood in one cell; taken apart.';
export const LETTERS_UNCLEAR = 'Check its letters: the file is not saved as Unicode.';
export const TURNED_ROUND = 'The surname stood first, before a comma; turned round.';
export const QUOTES_REMOVED = 'Quotation marks around the cell removed.';
export const WEB_SIGNS_REPLACED = 'Signs as web pages write them (such as &amp;) replaced.';
export const TEXT_MARKS_REMOVED = 'Marks removed by which a spreadsheet keeps a cell a text.';

interface Step {
  readonly from: RegExp;
  readonly to: string;
  readonly note: string | null;
}

const steps: readonly Step[] = [
  { from: /&(?:apos|#0?39|#x27);/gi, to: "'", note: WEB_SIGNS_REPLACED },
  { from: /&(?:quot|#0?34);/gi, to: '"', note: WEB_SIGNS_REPLACED },
  { from: /&nbsp;/gi, to: ' ', note: WEB_SIGNS_REPLACED },
  { from: /&amp;/gi, to: '&', note: WEB_SIGNS_REPLACED },
  { from: invisible, to: '', note: INVISIBLE_REMOVED },
  { from: controls, to: '', note: INVISIBLE_REMOVED },
  { from: hardSpaces, to: ' ', note: SPACES_REPLACED },
  { from: /^\s+|\s+$/g, to: '', note: null },
  { from: /\s*[\n\v\f\x85\u2028\u2029]+\s*/g, to: ' ', note: LINES_JOINED },
  { from: /^=?"([^"]*)"$/, to: '$1', note: null },
  { from: /^[“„«‘‚‹]([^“”„«»‘’‚‹›]+)[”“»’‘›]$/, to: '$1', note: QUOTES_REMOVED },
  { from: /^'([^']+)'$/, to: '$1', note: QUOTES_REMOVED },
  { from: /^'(?=[=+\-@%])/, to: '', note: TEXT_MARKS_REMOVED },
  { from: /\s+/g, to: ' ', note: null },
  { from: /^ | $/g, to: '', note: null },
];

export const cleanCell = (cell: string): Cleaned => {
  const notes = new Set<string>();
  const text = steps.reduce((before, { from, to, note }) => {
    const after = before.replace(from, to);
    if (note !== null && after !== before) notes.add(note);
    return after;
  }, cell);
  return { text: text.normalize('NFC'), notes: [...notes] };
};

/** An e-mail has no joiners either. */
export const cleanEmail = (cell: string): Cleaned => {
  const { text, notes } = cleanCell(cell.replace(/^\s*mailto:([^?]*)(?:\?.*)?$/is, '$1'));
  const bare = text.replace(/\u200C|\u200D|\uFE0F/g, '');
  return { text: bare, notes: bare === text ? notes : [...new Set([...notes, INVISIBLE_REMOVED])] };
};

/** `Bo <bo@meer.example>` · `Bo (bo@meer.example)` · `Bo - bo@meer.example` · `[Bo](mailto:bo@meer.example)` */
const both: readonly RegExp[] = [
  /^([^<>]*)<\s*(?:mailto:)?([^<>@]+@[^<>]+?)\s*>[,;]?$/is,
  /^\[([^[\]]*)\]\(mailto:([^\s()@]+@[^\s()@]+)\)$/i,
  /^([^()@]*)\((?:mailto:)?([^\s()@]+@[^\s()@]+)\)$/i,
  /^([^@]*\S)\s[-–—]\s([^\s@<>()]+@[^\s@<>()]+)$/,
];

/** Of a cell that holds name and e-mail; null: it does not. */
export const takenApart = (cell: string): { readonly name: string; readonly email: string } | null => {
  const [, written, email] = both.map((form) => form.exec(cell)).find((found) => found !== null) ?? [];
  if (written === undefined || email === undefined) return null;
  const name = written
    .trim()
    .replace(/^["'](.*)["']$/s, '$1')
    .trim();
  return { name: name === email ? '' : name, email };
};

/** One @ between two pieces of text, and nothing that a sentence has. */
export const mayBeEmail = (cell: string): boolean => {
  const { text } = cleanEmail(cell);
  return /^[^\s@]+@[^\s@,;|]+$/.test(text) || takenApart(text) !== null;
};
