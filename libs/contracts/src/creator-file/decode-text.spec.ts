import { decodeText } from './decode-text';
import { creatorRows, readCreatorFile } from './read-creator-file';

/** Rows as `line name email`. */
const rowsOf = (content: string | Uint8Array): readonly string[] => {
  const outcome = readCreatorFile(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  return creatorRows(outcome.file, outcome.file.columns).map(({ line, name, email }) => `${line} ${name} ${email}`);
};

describe('the letters of a list', () => {
  const latin = (text: string, codes: Readonly<Record<string, number>>): Uint8Array =>
    Uint8Array.from([...text], (letter) => codes[letter] ?? letter.charCodeAt(0));

  it('are those of Windows, with the marks that it has beyond Latin-1', () => {
    const windows = latin('Name;E-Mail\n“Zoë” O’Neil – €;zoe@meer.example', {
      '“': 0x93,
      '”': 0x94,
      '’': 0x92,
      '–': 0x96,
      '€': 0x80,
    });
    expect(rowsOf(windows)).toEqual(['2 “Zoë” O’Neil – € zoe@meer.example']);
    expect(decodeText(windows)?.encoding).toBe('Windows-1252');
    const irish = latin('Name;E-Mail\nPat O’Neil;pat@meer.example', { '’': 0x92 });
    expect(rowsOf(irish)).toEqual(['2 Pat O’Neil pat@meer.example']);
  });

  it('are those of Excel on a Mac', () => {
    const mac = latin('Name;E-Mail\nZoë O’Neil;zoe@meer.example\nJörg Müller;j@meer.example', {
      ë: 0x91,
      '’': 0xd5,
      ö: 0x9a,
      ü: 0x9f,
    });
    expect(rowsOf(mac)).toEqual(['2 Zoë O’Neil zoe@meer.example', '3 Jörg Müller j@meer.example']);
    expect(decodeText(mac)?.encoding).toBe('Mac Roman');
  });

  it('are mended when a program took UTF-8 for something else', () => {
    expect(rowsOf('Name,Email\nZoÃ« MÃ¼ller,zoe@meer.example\nRenÃ© â€œRâ€\x9d,r@meer.example')).toEqual([
      '2 Zoë Müller zoe@meer.example',
      '3 René “R” r@meer.example',
    ]);
    expect(rowsOf('ï»¿Name,Email\nZoÃ«,zoe@meer.example')).toEqual(['2 Zoë zoe@meer.example']);
  });

  it('are left alone when they are right', () => {
    expect(rowsOf('Name,Email\nÃngela Â©,zoe@meer.example\nRené,r@meer.example')[0]).toBe(
      '2 Ãngela Â© zoe@meer.example',
    );
  });

  it('end with the last whole one', () => {
    const cut = Uint8Array.of(
      0xff,
      0xfe,
      ...[...'Name\tEmail\nBo\tbo@meer.example'].flatMap((one) => [one.charCodeAt(0), 0]),
      0x0a,
    );
    expect(rowsOf(cut)).toEqual(['2 Bo bo@meer.example']);
  });

  it.each([
    ['Cyrillic', [0xc8, 0xe2, 0xe0, 0xed, 0x20, 0xcf, 0xe5, 0xf2, 0xf0, 0xee, 0xe2]],
    ['Chinese', [0xcd, 0xf5, 0xd0, 0xa1, 0xc3, 0xf7]],
    ['Korean', [0xb1, 0xe8, 0xb9, 0xce, 0xbc, 0xf6]],
  ])('are not guessed when they are of another script: %s', (_, name) => {
    const encode = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
    const bytes = Uint8Array.from([...encode('Name;E-Mail\n'), ...name, ...encode(';zoe@meer.example\n')]);
    expect(readCreatorFile(bytes)).toMatchObject({
      refused: { code: 'not-a-csv', message: expect.stringMatching(/not saved as Unicode.*CSV UTF-8/) },
    });
  });
});
