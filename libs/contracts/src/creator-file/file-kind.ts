/** Most that is read. */
export const MOST_BYTES = 20 * 1024 * 1024;
export const MOST_ROWS = 50_000;

/** Why a file is not read: what it is, and what to do. */
export interface FileRefusal {
  readonly code: 'empty' | 'too-large' | 'too-many-rows' | 'not-a-csv' | 'no-rows' | 'no-emails';
  readonly message: string;
}

export const refusal = (code: FileRefusal['code'], message: string): FileRefusal => ({ code, message });

const SAVE_AS_CSV =
  'In Excel choose File → Save As → “CSV UTF-8 (Comma delimited) (*.csv)”; in Google Sheets File → Download → “Comma-separated values (.csv)”; in Numbers File → Export To → CSV. Then choose the new file here.';
const TABLE_NEEDED = 'Choose a CSV file with a column for names and one for e-mails.';

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** A zip file tells by the names in it which program made it. Its list of names is at the end. */
const zipKind = (bytes: Uint8Array): string => {
  const names = latin(bytes.subarray(0, 65_536)) + latin(bytes.subarray(-65_536));
  if (names.includes('xl/')) return `This is an Excel workbook (.xlsx). ${SAVE_AS_CSV}`;
  if (names.includes('word/')) return `This is a Word document (.docx). ${TABLE_NEEDED}`;
  if (names.includes('opendocument.spreadsheet'))
    return 'This is an OpenDocument spreadsheet (.ods). In LibreOffice choose File → Save As → “Text CSV (.csv)”. Then choose the new file here.';
  if (/Index\/(Document|Tables)/.test(names))
    return 'This is a Numbers document. In Numbers choose File → Export To → CSV. Then choose the new file here.';
  return 'This is a ZIP archive. Unpack it and choose the CSV file in it.';
};

const starts =
  (...marks: string[]) =>
  (head: string): boolean =>
    marks.some((mark) => head.startsWith(mark));
const holds =
  (mark: string, at: number) =>
  (head: string): boolean =>
    head.startsWith(mark, at);

const signatures: readonly (readonly [(head: string) => boolean, string | ((bytes: Uint8Array) => string)])[] = [
  [starts('PK\x03\x04', 'PK\x05\x06'), zipKind],
  [starts('\xD0\xCF\x11\xE0'), `This is an old Excel or Word file (.xls, .doc). ${SAVE_AS_CSV}`],
  [starts('%PDF'), `This is a PDF, of which tables cannot be read. ${TABLE_NEEDED}`],
  [starts('\x89PNG', '\xFF\xD8\xFF', 'GIF8', 'II*\0', 'MM\0*'), `This is a picture. ${TABLE_NEEDED}`],
  [(head) => starts('RIFF')(head) && holds('WEBP', 8)(head), `This is a picture. ${TABLE_NEEDED}`],
  [
    (head) => ['heic', 'heif', 'avif', 'mif1'].some((brand) => holds(`ftyp${brand}`, 4)(head)),
    `This is a picture. ${TABLE_NEEDED}`,
  ],
  [(head) => starts('BM')(head) && head.includes('\0'), `This is a picture. ${TABLE_NEEDED}`],
  [
    (head) =>
      holds('ftyp', 4)(head) ||
      starts('\x1A\x45\xDF\xA3', 'OggS')(head) ||
      (starts('ID3')(head) && head.charCodeAt(3) < 0x20),
    `This is a video or a sound. ${TABLE_NEEDED}`,
  ],
  [starts('\x1F\x8B', '7z\xBC\xAF', 'Rar!', 'BZh'), 'This is an archive. Unpack it and choose the CSV file in it.'],
  [starts('{\\rtf'), `This is a formatted text (.rtf). ${TABLE_NEEDED}`],
  [
    (head) => starts('\x7FELF')(head) || (starts('MZ')(head) && head.includes('\0')),
    `This is a program. ${TABLE_NEEDED}`,
  ],
];

/** What the first bytes say that a file is; null: a text, for all one can see. */
export const foreignKind = (bytes: Uint8Array): FileRefusal | null => {
  if (bytes.length === 0)
    return refusal('empty', 'The file is empty (0 bytes). Save it again and choose it once more.');
  if (bytes.every((byte) => byte === 0))
    return refusal(
      'not-a-csv',
      'The file holds nothing but zeros: saving or copying it went wrong. Save it again and choose it once more.',
    );
  const head = String.fromCharCode(...bytes.subarray(0, 64));
  const found = signatures.find(([is]) => is(head))?.[1];
  if (found === undefined) return null;
  return refusal('not-a-csv', typeof found === 'string' ? found : found(bytes));
};

const markups: readonly (readonly [RegExp, string])[] = [
  [
    /^\s*(<!doctype html|<!--|<html|<head|<body|<table)/i,
    `This is a web page, perhaps of a download that needs signing in. ${TABLE_NEEDED}`,
  ],
  [/^\s*<\?xml|^\s*<svg/i, `This is XML. ${TABLE_NEEDED}`],
  [/^\s*[{[]\s*["{[\]}]/, `This is JSON. ${TABLE_NEEDED}`],
  [/^\s*\{\\rtf/, `This is a formatted text (.rtf). ${TABLE_NEEDED}`],
  [/^(MIME-Version|From|Received|Return-Path|Delivered-To): /, `This is a mail or a saved web page. ${TABLE_NEEDED}`],
  [
    /^(ID;P[^\n]*\n(P;P|O;L|[BCF];[A-Z]\d)|TABLE\n0,1\n)/,
    `This is a file of an old spreadsheet program (.slk, .dif). ${SAVE_AS_CSV}`,
  ],
  [/^(version: 1\s+)?dn: /, `This is an export of a directory (LDIF). ${TABLE_NEEDED}`],
  [/^\s*BEGIN:VC/i, 'These are contact cards (.vcf). Export the contacts as CSV and choose that file here.'],
];

/** What a decoded text is, if it is no table. */
export const foreignText = (text: string): FileRefusal | null => {
  if (text.trim() === '')
    return refusal('empty', 'The file holds nothing but blanks. Save it again and choose it once more.');
  const found = markups.find(([markup]) => markup.test(text))?.[1];
  if (found !== undefined) return refusal('not-a-csv', found);
  return text.slice(0, 65_536).includes('\0')
    ? refusal('not-a-csv', `This is no text, so it is no CSV. ${TABLE_NEEDED}`)
    : null;
};

export const unknownScript: FileRefusal = refusal(
  'not-a-csv',
  `The letters of this file cannot be read for certain, because it is not saved as Unicode. ${SAVE_AS_CSV}`,
);

/** Before the first byte is read. */
export const foreignSize = (bytes: number): FileRefusal | null =>
  bytes > MOST_BYTES
    ? refusal(
        'too-large',
        `The file has ${Math.ceil(bytes / 1_048_576).toLocaleString('en')} MB; at most 20 MB are read. Split it, and upload the parts one after the other.`,
      )
    : null;

export const tooManyRows = (rows: number): FileRefusal =>
  refusal(
    'too-many-rows',
    `The file has ${rows.toLocaleString('en')} rows; at most ${MOST_ROWS.toLocaleString('en')} are read at once. Split it, and upload the parts one after the other.`,
  );
