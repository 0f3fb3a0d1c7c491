import { judgeRows } from '../index';
import { creatorRows, readCreatorFile, type CreatorFile } from './read-creator-file';

const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content);

const fileOf = (content: string): CreatorFile => {
  const outcome = readCreatorFile(bytesOf(content));
  if ('refused' in outcome) throw new Error(outcome.refused.message);
  return outcome.file;
};

/** Rows as `line name email [codes of faults]`. */
const told = (content: string): readonly string[] => {
  const file = fileOf(content);
  const rows = creatorRows(file, file.columns);
  const faults = judgeRows(rows);
  return rows.map(({ line, name, email }, index) =>
    [line, name, email, ...(faults[index] ?? []).map(({ code }) => code)].filter((part) => part !== '').join(' '),
  );
};

describe('a list in another program’s form', () => {
  it.each([
    ['French', 'Nom;Prénom;E-mail\nRousseau;Amélie;a@meer.example', 'Amélie Rousseau'],
    ['French, given name first', 'Prénom;Nom;E-mail\nAmélie;Rousseau;a@meer.example', 'Amélie Rousseau'],
    ['German', 'Name;Vorname;E-Mail\nMüller;Jörg;a@meer.example', 'Jörg Müller'],
    [
      'Spanish',
      'Nombre;Primer apellido;Segundo apellido;Correo\nLucía;García;López;a@meer.example',
      'Lucía García López',
    ],
    ['Dutch', 'Voornaam;Tussenvoegsel;Achternaam;E-mail\nZoë;van der;Meer;a@meer.example', 'Zoë van der Meer'],
    ['Outlook', 'First Name,Middle Name,Last Name,E-mail Address\nZoë,,Meer,a@meer.example', 'Zoë Meer'],
    ['Japanese', '苗字,名前,メール\n田中,美咲,a@meer.example', '田中 美咲'],
    ['Vietnamese', 'Họ,Tên,Email\nNguyễn,An,a@meer.example', 'Nguyễn An'],
    ['Arabic', 'الاسم الأول,اسم العائلة,البريد الإلكتروني\nمحمد,الفاروق,a@meer.example', 'محمد الفاروق'],
    ['Hebrew', 'שם פרטי,שם משפחה,דוא"ל\nנועה,לוי,a@meer.example', 'נועה לוי'],
    ['Turkish in capitals', 'ADI;SOYADI;E-POSTA\nIşık;Çelik;a@meer.example', 'Işık Çelik'],
    ['Portuguese', 'Primeiro nome;Último nome;E-mail\nJoão;Silva;a@meer.example', 'João Silva'],
    [
      'given name beside a handle',
      'First name,Last name,Username,Email\nZoë,Meer,zoe.makes,a@meer.example',
      'Zoë Meer',
    ],
    [
      'Spanish, numbered',
      'Nombre;Apellido 1;Apellido 2;Email\nLucía;García;López;a@meer.example',
      'Lucía García López',
    ],
    ['Chinese', '名字,姓氏,邮箱\n小明,王,a@meer.example', '王 小明'],
    ['Japanese, as it is spoken', 'せい,めい,メール\nたなか,みさき,a@meer.example', 'たなか みさき'],
    ['Thai', 'ชื่อ,นามสกุล,อีเมล\nสมชาย,ใจดี,a@meer.example', 'สมชาย ใจดี'],
    ['Greek', 'Όνομα;Επίθετο;Email\nΕλένη;Παπαδάκη;a@meer.example', 'Ελένη Παπαδάκη'],
    ['Arabic, the last name', 'الاسم,الاسم الأخير,الايميل\nمحمد,الفاروق,a@meer.example', 'محمد الفاروق'],
    ['Arabic, the kunya', 'الاسم,الكنية,الايميل\nمحمد,الفاروق,a@meer.example', 'محمد الفاروق'],
    ['Vietnamese, with a middle name', 'Họ đệm,Tên,Email\nNguyễn Văn,An,a@meer.example', 'Nguyễn Văn An'],
    [
      'Dutch, another word',
      'Voornaam;Voorvoegsel;Achternaam;E-mail\nZoë;van der;Meer;a@meer.example',
      'Zoë van der Meer',
    ],
    ['Dutch, short', 'Voornaam;Tussenv.;Achternaam;E-mail\nZoë;van der;Meer;a@meer.example', 'Zoë van der Meer'],
    ['Indonesian', 'Nama Depan,Nama Belakang,Email\nBudi,Santoso,a@meer.example', 'Budi Santoso'],
    ['Mailchimp', 'FNAME,LNAME,EMAIL\nZoë,Meer,a@meer.example', 'Zoë Meer'],
    ['whole name beside the last one', 'Full Name,Last Name,Email\nZoë Meer,Meer,a@meer.example', 'Zoë Meer'],
    ['whole name beside a nickname', 'Nome completo;Apelido;Email\nMaria Silva;Mari;a@meer.example', 'Maria Silva'],
    ['plain name beside the last one', 'Name,Surname,Email\nZoë,Meer,a@meer.example', 'Zoë Meer'],
    ['whole name beside the given one', 'Full name,First name,Email\nZoë Meer,Zoë,a@meer.example', 'Zoë Meer'],
  ])('has the whole name: %s', (_, content, name) => {
    expect(told(content)).toEqual([`2 ${name} a@meer.example`]);
    expect(fileOf(content).sure).toBe(true);
  });

  it.each([
    ...['Influencer:in,E-Mail', 'Vorname Nachname,E-Mail (geschäftlich)', 'Kundenname,E-Mail', 'Kontaktperson,Mejl'],
    ...['Influenceur,Adresse de messagerie', 'Nom du créateur,Adresse courriel', 'Nombre del creador,Correo'],
    ...['Nombre y apellido,Dirección de correo electrónico', 'Nome Cognome,Indirizzo di posta elettronica'],
    ...['Influenciador,E-mail', 'Voornaam en achternaam,Mailadres', 'Contactpersoon,E-mail', 'Twórca,Adres email'],
    ...['För- och efternamn,E-post', 'Fornavn og etternavn,Epost', 'Celé jméno,E-mail', 'İsim Soyisim,E-posta'],
    ...[
      'クリエイター名,Eメールアドレス',
      '达人名称,邮箱地址',
      '크리에이터,메일주소',
      'Блогер,Эл. адрес',
      'المؤثر,الإيميل',
    ],
    ...[
      'Handle,Email',
      'Channel handle,Email',
      'Username,Email',
      'Customer Name,Customer Email',
      'Recipient Name,Recipient Email',
    ],
    ...['Name (required),Email (required)', 'Publisher Name,Primary Email', 'What is your name?,What is your email?'],
  ])('has known words for its columns: %s', (header) => {
    const file = fileOf(`${header}\nZoë,zoe@meer.example\nBo,bo@meer.example`);
    expect([file.columns, file.sure]).toEqual([{ name: [0], email: 1, header: true }, true]);
  });

  it.each([
    [
      'a title and the date of the export',
      'Creators 2026,,\nExported 1 March,,\n,,\nName,E-mail,Fans\nZoë,zoe@meer.example,1',
      5,
    ],
    ['the name of the table', 'Table 1\n\nName,Email\nZoë,zoe@meer.example', 4],
    ['a title that is the name of a column, too', 'Creator;;\nName;E-Mail;Ort\nZoë;zoe@meer.example;Ulm', 3],
    ['comments', '# exported\n# by hand\nName,Email\nZoë,zoe@meer.example', 4],
    ['an address in the title', 'Export for pat@brand.example\nName;E-mail\nZoë;zoe@meer.example', 3],
    ['a separator line with separators of its own', 'sep=;;;\nName;Email;Ort\nZoë;zoe@meer.example;Ulm', 3],
  ])('may begin with what is no row: %s', (_, content, line) => {
    expect(told(content)).toEqual([`${line} Zoë zoe@meer.example`]);
    expect(fileOf(content).sure).toBe(true);
  });

  it('never loses a creator above the names of the columns', () => {
    expect(told('Bo,bo@meer.example\nName,Email\nZoë,zoe@meer.example')).toEqual([
      '1 Bo bo@meer.example',
      '2 Name Email email-bad',
      '3 Zoë zoe@meer.example',
    ]);
  });

  it('is asked about when there is a given name and a handle, and never has both for a name', () => {
    const content = 'First name,Username,Email\nZoë,zoe.makes,zoe@meer.example';
    expect([told(content), fileOf(content).sure]).toEqual([['2 Zoë zoe@meer.example'], false]);
  });

  it.each([
    ...['First and last name', 'Name and surname', 'Legal name', 'Nombre artístico', 'Nom d’artiste', 'Ime i prezime'],
    ...['Име и фамилия', 'ชื่อ-นามสกุล', 'שם ומשפחה', 'الاسم بالكامل', 'Adınız Soyadınız', 'Nama Penuh'],
    ...['First & Last Name', 'Nume și prenume', 'Name of creator', 'Preferred name'],
  ])('has its names beside a column of handles: %s', (header) => {
    const file = fileOf(`${header};Instagram handle;E-mail\nZoë Meer;zoe.makes;zoe@meer.example`);
    expect([file.columns.name, file.sure]).toEqual([[0], true]);
  });

  it.each([
    ['a handle beside an unknown text', 'Wie heißt du?,Instagram handle,Email\nZoë Meer,zoe.makes,zoe@meer.example'],
    ['a given name beside an unknown text', 'Nombre,Sobrenombre,Email\nZoë,Meer,zoe@meer.example'],
    ['a handle beside a last name', 'Username,Last name,Email\nzoe.makes,Meer,zoe@meer.example'],
    ['a stage name beside a given name', 'Creator Name,First Name,Email\nzoemakes,Zoë,zoe@meer.example'],
  ])('is asked about when it has %s, which are never joined', (_, content) => {
    const file = fileOf(content);
    expect([file.columns.name.length, file.sure]).toEqual([1, false]);
  });

  it.each(['Nombre;Ciudad;Correo', 'Username;Platform;Email', 'Nom;Ville;E-mail'])(
    'is not asked about for columns that are known to be something else: %s',
    (header) => expect(fileOf(`${header}\nZoë;Girona;zoe@meer.example`).sure).toBe(true),
  );

  it('may begin with an ID', () => {
    expect(told('ID;Prénom;Nom;E-mail\n1;Amélie;Rousseau;a@meer.example')).toEqual([
      '2 Amélie Rousseau a@meer.example',
    ]);
    expect(told('ID;Platform;Name;E-mail\nA;IG;Zoë;a@meer.example')).toEqual(['2 Zoë a@meer.example']);
    expect(told('ID3,Name,Email\n1,Zoë,a@meer.example')).toEqual(['2 Zoë a@meer.example']);
  });

  it('may have quotation marks with backslashes before them', () => {
    expect(told('Name,Email\n"Zoë \\"Z\\" Meer",zoe@meer.example\nBo,bo@meer.example')).toEqual([
      '2 Zoë "Z" Meer zoe@meer.example',
      '3 Bo bo@meer.example',
    ]);
  });

  it('may have one cell for both, in the ways that address books write them', () => {
    expect(
      told('Zoë Meer (zoe@meer.example)\nBo Li - bo@meer.example\n[cy@meer.example](mailto:cy@meer.example)'),
    ).toEqual(['1 Zoë Meer zoe@meer.example', '2 Bo Li bo@meer.example', '3 cy@meer.example name-missing']);
  });

  it('may have the surname first in each name, which is turned round and told', () => {
    const file = (...names: string[]) =>
      `Name;E-mail\n${names.map((name, index) => `${name};${index}@meer.example`).join('\n')}`;
    const namesIn = (content: string) => {
      const read = fileOf(content);
      return creatorRows(read, read.columns).map(({ name, notes }) => `${name}${notes.length > 0 ? ' *' : ''}`);
    };
    expect(namesIn(file('Meer, Zoë', "O'Neil,Kim", 'van der Berg, Ann-Sophie', ''))).toEqual([
      'Zoë Meer *',
      "Kim O'Neil *",
      'Ann-Sophie van der Berg *',
      '',
    ]);
    expect(namesIn(file('MEER, ZOË', 'KIM, BO', 'BERG, Ann'))).toEqual(['ZOË MEER *', 'BO KIM *', 'Ann BERG *']);
    for (const names of [
      ['Meer, Zoë', 'Kim, Bo'],
      ['Meer, Zoë', 'Kim, Bo', 'Berg, Ann', 'Lu Cy'],
      ['Meer, Inc.', 'Kim, Ltd', 'Berg, GmbH', 'Lu, PhD'],
      ['Meer, Kim, Bo', 'Berg, Ann, Cy', 'A, B, C'],
      ['Anna Berg, RD', 'Bo Kim, MSc', 'Cy Lu, MPH'],
      ['Dupont, SAS', 'Durand, SARL', 'Nord, AB', 'Kiiski, Oy', 'Berg, ApS'],
    ])
      expect(namesIn(file(...names))).toEqual(names);
    expect(
      namesIn('E-mail\n"Meer, Zoë" <z@meer.example>\n"Kim, Bo" <b@meer.example>\n"Lu, Cy" <c@meer.example>'),
    ).toEqual(['Zoë Meer *', 'Bo Kim *', 'Cy Lu *']);
  });

  it('may have signs as web pages write them, which are told', () => {
    const file = fileOf('Name,Email\nO&#39;Neil &amp;&nbsp;Sons &quot;R&quot; &copy,zoe@meer.example');
    expect(creatorRows(file, file.columns)).toMatchObject([
      { name: 'O\'Neil & Sons "R" &copy', notes: ['Signs as web pages write them (such as &amp;) replaced.'] },
    ]);
  });

  it('may have typographic quotation marks around cells, which are told', () => {
    const file = fileOf('“Name”,“Email”\n“Zoë”,“zoe@meer.example”\nBo,‘bo@meer.example’');
    expect(creatorRows(file, file.columns)).toMatchObject([
      { name: 'Zoë', email: 'zoe@meer.example', notes: ['Quotation marks around the cell removed.'] },
      { name: 'Bo', email: 'bo@meer.example', notes: ['Quotation marks around the cell removed.'] },
    ]);
  });

  it.each([
    ...['N/A', '#N/A', '#REF!', '#NAME?', '-', '—', '?', 'null', '(null)', 'undefined', '#¡REF!', '#¿NOMBRE?', '#Н/Д'],
    ...['#N/B', '#I/T', '#YOK', '#HIÁNYZIK', '#N/V', '#NV', '#N.D.', '#DIV/0!', '#ÜBERLAUF!'],
  ])('has no name where a program wrote that there is none: %s', (name) => {
    expect(told(`Name,Email\n${name},zoe@meer.example`)).toEqual([`2 ${name} zoe@meer.example name-missing`]);
  });
});

it.each(['\u3164', '\u2800', '\u115F', '\u034F', '\uFE0F'])('a name of which nothing is seen is none: %j', (name) => {
  const file = fileOf(`Name,Email\n${name},zoe@meer.example`);
  expect(judgeRows(creatorRows(file, file.columns))).toMatchObject([[{ code: 'name-missing' }]]);
});

it.each(['#TeamZoe!', '#why?', '#zoe'])('a name may look like a mistake in a formula: %s', (name) => {
  expect(told(`Name,Email\n${name},zoe@meer.example`)).toEqual([`2 ${name} zoe@meer.example`]);
});

it.each([
  ['a sound', 'ID3\x03\x00\x00zoe@meer.example', /sound/],
  ['a mail', 'From: Zoë <zoe@meer.example>\nTo: bo@meer.example\nSubject: Hi\n\nHi', /This is a mail/],
  [
    'a saved web page',
    'MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>zoe@meer.example',
    /This is a mail or a saved web page/,
  ],
  ['a web page behind a comment', '<!-- saved -->\n<html>zoe@meer.example</html>', /web page/],
  ['SYLK', 'ID;PWXL;N;E\nC;Y1;X1;K"Name"\nC;X2;K"zoe@meer.example"\nE', /old spreadsheet/],
  ['DIF', 'TABLE\n0,1\n"EXCEL"\nBOT\n1,0\n"zoe@meer.example"', /old spreadsheet/],
  ['formatted text behind a blank line', '\n{\\rtf1\\ansi zoe@meer.example}', /formatted text/],
  ['an export of a directory', 'dn: cn=Zoe\ncn: Zoe\nmail: zoe@meer.example', /LDIF/],
])('is refused, in words that help: %s', (_, content, message) => {
  expect(readCreatorFile(bytesOf(content))).toMatchObject({ refused: { message: expect.stringMatching(message) } });
});
