import fc from 'fast-check';
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

/** As a program saves a text that has no Unicode. */
const savedAs = (label: string, text: string): Uint8Array => {
  const codes = new Map(
    Array.from({ length: 256 }, (_, code) => [new TextDecoder(label).decode(Uint8Array.of(code)), code] as const),
  );
  return Uint8Array.from([...text], (letter) => {
    const code = codes.get(letter);
    if (code === undefined) throw new Error(`${label} has no “${letter}”`);
    return code;
  });
};
const list = (names: readonly string[], header = 'Name;E-mail'): string =>
  `${header}\r\n${names.map((name, index) => `${name};u${index}@mail.example\r\n`).join('')}`;
const notesOf = (bytes: Uint8Array): readonly string[] => {
  const outcome = readCreatorFile(bytes);
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  return creatorRows(outcome.file, outcome.file.columns).map(({ notes }) => notes.join(' '));
};

describe('the letters of Central Europe and Turkey', () => {
  it.each([
    ['Polish', 'windows-1250', ['Łukasz Wiśniewski', 'Agnieszka Żółć', 'Piotr Żurek', 'Małgorzata Dąbrowska']],
    ['Polish, one name', 'windows-1250', ['Jan Kowalski', 'Paweł Nowak', 'Anna Wójcik']],
    ['Polish, in capitals', 'windows-1250', ['ŁUKASZ WIŚNIEWSKI', 'MAŁGORZATA DĄBROWSKA']],
    ['Czech', 'windows-1250', ['Jiří Dvořák', 'Tomáš Novák', 'Lucie Červená', 'Petr Němec']],
    ['Slovak', 'windows-1250', ['Ľuboš Kováč', 'Žofia Hudáková', 'Peter Ďurica']],
    ['Hungarian', 'windows-1250', ['Kovács Ernő', 'Szűcs Ödön', 'Nagy Gergő']],
    ['Romanian', 'windows-1250', ['Ştefan Popescu', 'Ioana Ţîrlea', 'Andrei Bărbulescu']],
    ['Croatian', 'windows-1250', ['Ivana Marić', 'Luka Đurić', 'Ana Božić']],
    ['Turkish', 'windows-1254', ['Ayşe Yıldız', 'İbrahim Öztürk', 'Gökhan Çağlar', 'Işıl Şahin']],
    ['Polish, of Linux', 'iso-8859-2', ['Łukasz Wiśniewski', 'Paweł Żak']],
    ['a Mac’s, in capitals', 'macintosh', ['ÁNGEL NÚÑEZ', 'PEÑA']],
    ['a Mac’s, Danish', 'macintosh', ['Søren Kjær', 'Jørgen Østergaard']],
  ])('are read: %s', (_, label, names) => {
    const text = list(names);
    expect(decodeText(savedAs(label, text))).toMatchObject({ text, unclear: [] });
  });

  it('are told to the reader', () => {
    expect(decodeText(savedAs('windows-1250', list(['Paweł Nowak'])))?.encoding).toBe('Windows-1250');
    expect(decodeText(savedAs('windows-1254', list(['Ayşe Yıldız'])))?.encoding).toBe('Windows-1254');
  });

  it('are Turkish where the names of the columns are, though a Romanian list could have them, too', () => {
    const names = ['Ferda Beşer', 'Enderun Taş'];
    expect(decodeText(savedAs('windows-1254', list(names, 'Ad Soyad;E-posta')))?.text).toContain('Ferda Beşer');
    expect(decodeText(savedAs('windows-1254', list(names)))).toBeNull();
  });

  it.each([
    // “Rūta Žukauskaitė”, “Jonas Šimkus”
    ['Lithuanian', list(['R\xFBta \xDEukauskait\xEB', 'Jonas \xD0imkus'])],
    // “Łukasz Wiśniewski” and “Jürgen Zoë”
    ['Polish, of MS-DOS', list(['\x9Dukasz Wi\x98niewski'])],
    ['German, of MS-DOS', list(['J\x81rgen Zo\x89'])],
  ])('are not guessed when nothing fits: %s', (_, text) => {
    const bytes = Uint8Array.from([...text], (one) => one.charCodeAt(0));
    expect(readCreatorFile(bytes)).toMatchObject({ refused: { message: expect.stringMatching(/CSV UTF-8/) } });
  });

  it('are told of on the rows where they may be others', () => {
    const told = 'Check its letters: the file is not saved as Unicode.';
    expect(notesOf(savedAs('windows-1252', list(['Bo Li', 'Õnne Kask'])))).toEqual(['', told]);
    expect(notesOf(savedAs('windows-1252', list(['Zoë', 'Hélène', 'Müller', 'Coca®Cola'])))).toEqual([
      '',
      '',
      '',
      told,
    ]);
    expect(notesOf(savedAs('windows-1252', list(['Noël Châtelet', 'Hélène Lefèvre', 'Agnès'])))).toEqual(['', '', '']);
  });
});

describe('the letters of the West', () => {
  const western: Readonly<Record<string, string>> = {
    German: 'Jörg Müller Größe Käthe Öz Übel Straße Weiß GROSS MÜLLER Björn Süß Zoë Désirée',
    French:
      'Hélène Agnès Michèle Thérèse Geneviève Loïc Maïté Anaïs Noël Citroën Raphaël Benoît François Châtelet Œuvrard Kœchlin Bœsch Wœrth Phœnix Août Brûlé Forêt Évêque Ève L’Haÿ Lætitia Héloïse',
    Spanish: 'José Íñigo Peña Muñoz Núñez Begoña Ángel Güell María Mª Òscar Mercè Adrià Lluís',
    Portuguese: 'João Conceição Simões Guimarães Inês Antônio Cauã Luís Avô Tânia CONCEIÇÃO SIMÕES Covilhã',
    Danish: 'Søren Jørgensen Kjær Øster Ærø Åse Bøe Næstved Sorø René',
    Norwegian: 'Bjørnstad Håkon Sæther Ødegård Østli Røed Åse André',
    Swedish: 'Åsa Öberg Märta Björk Göran Linnéa Nyström',
    Finnish: 'Hämäläinen Päivi Räsänen Mäkinen Väinö Åbo',
    Dutch: 'Zoë Daniël Fabiënne Renée Raphaël Loïs Skûtsje Fryslân Coöperatie',
    Icelandic: 'Þórður Guðrún Sigríður Sæþór Eyþór Bergþóra Arnþrúður Guðný Ýr Lýður Ævar Örn Björk Týr Guðmundsson',
  };
  const words = Object.values(western).flatMap((names) => names.split(' '));

  it.each(Object.entries(western))('stay: %s', (_, names) => {
    for (const text of [list(names.split(' ')), ...names.split(' ').map((name) => list([name]))])
      expect(decodeText(savedAs('windows-1252', text))).toMatchObject({ text });
  });

  it('stay where a Mac would have other words of them', () => {
    const text = list(['SIMÕES', 'Bœsch']);
    expect(decodeText(savedAs('windows-1252', text))).toMatchObject({ text });
  });

  it('stay, however they are mixed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 30 }), (names) => {
        const text = list(names);
        expect(decodeText(savedAs('windows-1252', text))).toMatchObject({ text });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('Japanese letters without Unicode', () => {
  // “名前,メール”, “田中 美咲”, “さくら” and “ユウタ” in Shift_JIS
  const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
    Uint8Array.from(
      parts.flatMap((part) => (typeof part === 'string' ? [...part].map((one) => one.charCodeAt(0)) : part)),
    );
  const misaki = [0x93, 0x63, 0x92, 0x86, 0x20, 0x94, 0xfc, 0x8d, 0xe7];
  const sakura = [0x82, 0xb3, 0x82, 0xad, 0x82, 0xe7];
  const header = [0x96, 0xbc, 0x91, 0x4f, 0x2c, 0x83, 0x81, 0x81, 0x5b, 0x83, 0x8b, 0x0a];

  it('are read as Shift_JIS', () => {
    const all = bytes(header, misaki, ',m@mail.example\n', sakura, ',s@mail.example\n');
    expect(rowsOf(all)).toEqual(['2 田中 美咲 m@mail.example', '3 さくら s@mail.example']);
    expect(decodeText(all)?.encoding).toBe('Shift_JIS');
    const few = bytes('name,email\nBob,b@mail.example\nZed,z@mail.example\n', misaki, ',m@mail.example\n');
    expect(rowsOf(few).at(-1)).toBe('4 田中 美咲 m@mail.example');
  });

  it('are read as mails have them', () => {
    const mail = bytes('Name,Email\n\x1B$BEDCf\x1B(B \x1B$BH~:i\x1B(B,m@mail.example\n');
    expect(rowsOf(mail)).toEqual(['2 田中 美咲 m@mail.example']);
    expect(decodeText(mail)?.encoding).toBe('ISO-2022-JP');
  });

  it('are not seen in names of the West', () => {
    const text = list(['Élodie', 'Hélène', 'Jürgen Groß', 'O’Neil']);
    expect(decodeText(savedAs('windows-1252', text))?.text).toBe(text);
  });
});
