import fc from 'fast-check';
import Papa from 'papaparse';
import { creatorRows, readCreatorFile } from './read-creator-file';

/** Letters, marks and all that a dialect gives a meaning to. */
const letter = fc.constantFrom(...'abcXYZ éßØłΩж田김م,;|"\'\t.-@=#'.split(''), '\n', '👩🏽‍🎤', 'د\u200Cا');
const text = fc.array(letter, { maxLength: 12 }).map((letters) => letters.join(''));
const name = fc.tuple(fc.constantFrom('A', 'Zo', '田'), text).map((parts) => parts.join(''));
const email = fc
  .tuple(fc.stringMatching(/^[a-z0-9]{1,8}$/), fc.constantFrom('example.org', 'müller.example'))
  .map((parts) => parts.join('@'));
const table = fc.array(fc.record({ name, email, more: text }), { minLength: 1, maxLength: 8 });

const latin = new TextDecoder('windows-1252');
const latinBytes = new Map(
  Array.from({ length: 256 }, (_, byte) => [latin.decode(Uint8Array.of(byte)), byte] as const),
);
const utf16 = (content: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(content.length * 2));
  for (let at = 0; at < content.length; at += 1) view.setUint16(at * 2, content.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
};
const inLatin = (content: string): Uint8Array => Uint8Array.from([...content], (one) => latinBytes.get(one) ?? 0x3f);
/** As no language of the West has them. */
const manyAccents = /[\xA1-\xFF]{3}/;
const isLatin = (content: string): boolean => [...content].every((one) => latinBytes.has(one));

const encodings: Readonly<Record<string, (content: string) => Uint8Array>> = {
  'UTF-8': (content) => new TextEncoder().encode(content),
  'UTF-8 with a mark': (content) => new TextEncoder().encode(`\uFEFF${content}`),
  'UTF-16LE': (content) => utf16(`\uFEFF${content}`, true),
  'UTF-16BE': (content) => utf16(`\uFEFF${content}`, false),
  'Windows-1252': inLatin,
};

const dialect = fc.record({
  encoding: fc.constantFrom(...Object.keys(encodings)),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  quotes: fc.boolean(),
  separatorLine: fc.boolean(),
  words: fc.constantFrom(
    ['Name', 'E-Mail', 'Notes'],
    ['nom complet', 'courriel', 'remarques'],
    ['名前', 'メール', 'メモ'],
  ),
  order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
});

/** A name as it has to be read, told in another way than the reader does it. */
const read = (typed: string): string => {
  const spaced = typed.normalize('NFC').split(/\s+/).filter(Boolean).join(' ');
  const bare = /^"[^"]*"$/.test(spaced) ? spaced.slice(1, -1).trim() : spaced;
  return bare.replace(/^'(?=[=\-@])/, '');
};

describe('any table, written in any dialect', () => {
  it('is read as the same rows', () => {
    fc.assert(
      fc.property(table, dialect, (rows, { encoding, delimiter, newline, quotes, separatorLine, words, order }) => {
        const cells = [words, ...rows.map((row) => [row.name, row.email, row.more])];
        const ordered = cells.map((row) => order.map((column) => row[column] ?? ''));
        const content = `${separatorLine ? `sep=${delimiter}${newline}` : ''}${Papa.unparse(ordered, { delimiter, newline, quotes })}`;
        fc.pre(encoding !== 'Windows-1252' || (isLatin(content) && !manyAccents.test(content)));
        const outcome = readCreatorFile(encodings[encoding]?.(content) ?? new Uint8Array());
        if ('refused' in outcome) throw new Error(outcome.refused.message);
        const { file } = outcome;
        expect({ sure: file.sure, delimiter: file.delimiter }).toEqual({ sure: true, delimiter });
        expect(creatorRows(file, file.columns).map((row) => [row.name, row.email])).toEqual(
          rows.map((row) => [read(row.name), row.email]),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});
