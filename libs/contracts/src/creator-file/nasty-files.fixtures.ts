import { notTables } from './not-tables.fixtures';

/** What a nasty file has to be read as: rows as `line name email [codes of faults]`, or why it is refused. */
export interface NastyFile {
  readonly file: string;
  readonly nasty: string;
  readonly rows?: readonly string[];
  readonly refused?: RegExp;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sure?: false;
  /** By line. */
  readonly notes?: Readonly<Record<number, readonly string[]>>;
}

const zoe = 'Zoë zoe@meer.example';
const bo = 'Bo bo@meer.example';

/** The index of `nasty-files/`: what is nasty about each, and what has to come of it. */
export const nastyFiles: readonly NastyFile[] = [
  {
    file: 'utf8.csv',
    nasty: 'nothing but letters of several scripts',
    encoding: 'UTF-8',
    delimiter: ',',
    rows: ['2 Zoë van der Meer zoe@meer.example', '3 田中 美咲 misaki@hinata.example'],
  },
  {
    file: 'utf8-bom.csv',
    nasty: 'a byte-order mark before the first name of a column',
    encoding: 'UTF-8',
    rows: [`2 ${zoe}`],
  },
  {
    file: 'utf8-bom-no-header.csv',
    nasty: 'a byte-order mark before the first e-mail, no names of columns, e-mail first',
    rows: [`1 ${zoe}`, `2 ${bo}`],
  },
  {
    file: 'utf16le-bom-tabs.csv',
    nasty: '“Unicode Text” of Excel: UTF-16 little-endian with tabs',
    encoding: 'UTF-16',
    delimiter: '\t',
    rows: [`2 ${zoe}`, '3 田中 美咲 misaki@hinata.example'],
  },
  {
    file: 'utf16be-bom.csv',
    nasty: 'UTF-16 big-endian',
    encoding: 'UTF-16',
    rows: ['2 Łukasz lukasz@wisniewski.example'],
  },
  {
    file: 'utf16le-no-bom.csv',
    nasty: 'UTF-16 little-endian without a mark',
    encoding: 'UTF-16',
    delimiter: ';',
    rows: ['2 Eleni eleni@papadaki.example'],
  },
  {
    file: 'utf16be-no-bom.csv',
    nasty: 'UTF-16 big-endian without a mark, in Greek',
    encoding: 'UTF-16',
    delimiter: ';',
    rows: ['2 Ελένη Παπαδάκη eleni@papadaki.example'],
  },
  {
    file: 'windows-1252.csv',
    nasty: 'Windows-1252 with umlauts, curly quotes and a dash; semicolons',
    encoding: 'Windows-1252',
    delimiter: ';',
    rows: ['2 Jörg Müller joerg@mueller.example', '3 Zoé O’Hara – “Zo” zoe@ohara.example'],
  },
  {
    file: 'utf8-with-two-broken-letters.csv',
    nasty: 'UTF-8 into which a line of Windows-1252 was pasted',
    encoding: 'UTF-8',
    rows: [
      '2 Zoë Ångström zoe@meer.example',
      '3 Jos\uFFFD jose@example.org name-unsuitable',
      '4 Ærø Øst ost@example.org',
    ],
  },
  {
    file: 'semicolons-decimal-comma.csv',
    nasty: 'semicolons, with commas in names and numbers',
    delimiter: ';',
    rows: ['2 Meer, Zoë van der zoe@meer.example', `3 ${bo}`],
  },
  { file: 'pipes.csv', nasty: 'vertical bars', delimiter: '|', rows: [`2 ${zoe}`] },
  {
    file: 'sep-line.csv',
    nasty: 'sep=; in the first line, behind a byte-order mark',
    delimiter: ';',
    rows: [`3 ${zoe}`],
  },
  {
    file: 'sep-line-quoted.csv',
    nasty: 'sep=| in quotation marks, no names of columns',
    delimiter: '|',
    rows: [`2 ${zoe}`],
  },
  {
    file: 'quoted-line-breaks.csv',
    nasty: 'line breaks, delimiters and quotation marks in quoted cells',
    rows: ['2 Zoë van der Meer zoe@meer.example', `5 ${bo}`],
    notes: { 2: ['Line breaks in the cell replaced by spaces.'] },
  },
  { file: 'cr-only.csv', nasty: 'line ends of old Macs, none at the end', rows: [`2 ${zoe}`, `3 ${bo}`] },
  {
    file: 'mixed-line-ends.csv',
    nasty: 'all three line ends, and blank lines',
    rows: [`2 ${zoe}`, `3 ${bo}`, '4 Cy cy@meer.example', '7 Di di@meer.example'],
  },
  {
    file: 'header-reversed-shouting.csv',
    nasty: 'columns the other way round, in capitals, one more between them',
    rows: [`2 ${zoe}`],
  },
  {
    file: 'header-german-two-names.csv',
    nasty: 'family name and given name in columns of their own, German',
    rows: ['2 Zoë van der Meer zoe@meer.example'],
  },
  { file: 'header-japanese.csv', nasty: 'family name first, Japanese', rows: ['2 田中 美咲 misaki@hinata.example'] },
  {
    file: 'header-arabic.csv',
    nasty: 'names of columns and names from right to left',
    rows: ['2 محمد الفاروق m@bayt.example'],
  },
  {
    file: 'header-french-excel.csv',
    nasty: 'French, Windows-1252',
    encoding: 'Windows-1252',
    rows: ['2 Amélie Rousseau amelie@rousseau.example'],
  },
  {
    file: 'header-turkish.csv',
    nasty: 'Turkish, with letters that change by case',
    rows: ['2 Işık Çelik isik@celik.example'],
  },
  { file: 'no-header.csv', nasty: 'no names of columns', rows: [`1 ${zoe}`, `2 ${bo}`] },
  {
    file: 'unsure-two-emails.csv',
    nasty: 'two columns of e-mails: a person has to choose',
    sure: false,
    rows: ['2 @zoe zoe@work.example', '3 @bo bo@work.example'],
  },
  {
    file: 'unsure-unknown-words.csv',
    nasty: 'names of columns that say nothing: a person has to choose',
    sure: false,
    rows: [`2 ${zoe}`, `3 ${bo}`],
  },
  {
    file: 'extra-columns-ragged.csv',
    nasty: 'more columns than needed, rows that are too short and too long',
    rows: [`2 ${zoe}`, `3 ${bo}`, '4 Cy cy@meer.example'],
  },
  {
    file: 'name-and-mail-in-one-cell.csv',
    nasty: '“Name <mail>” cells, one with a comma, and a mailto:',
    rows: ['1 Zoë van der Meer zoe@meer.example', '2 Meer, Bo bo@meer.example', '3 cy@meer.example name-missing'],
  },
  {
    file: 'missing-names-and-emails.csv',
    nasty: 'missing names, missing e-mails, a row of one comma',
    rows: [
      '2 zoe@meer.example name-missing',
      '3 Bo email-missing',
      '5 cy@meer.example name-missing',
      '6 Di di@meer.example',
    ],
  },
  {
    file: 'bad-emails.csv',
    nasty: 'e-mails that are wrong in nine ways',
    rows: [
      '2 A plain email-bad',
      '3 B b@@meer.example email-bad',
      '4 C c@meer email-bad',
      '5 D d d@meer.example email-bad',
      '6 E e@localhost email-bad',
      '7 F f@meer.example;g@meer.example email-bad',
      '8 G g@meer.example. email-bad',
      '9 H h(at)meer.example email-bad',
      '10 I i@meer.example',
    ],
  },
  {
    file: 'likely-slips.csv',
    nasty: 'e-mails that exist, and are hardly what was meant',
    rows: [
      '2 A anna@gmial.com',
      '3 B bo@hotmial.com',
      '4 C cy@gmail.con',
      '5 D di@yahooo.com',
      '6 E ed@gmail.com',
      '7 F fa@ymail.com',
    ],
  },
  {
    file: 'invisible-characters.csv',
    nasty: 'zero-width, soft-hyphen, direction and non-breaking characters',
    rows: ['2 Zoë van der Meer zoe@meer.example', `3 ${bo}`],
    notes: {
      2: ['Invisible characters removed.', 'Non-breaking spaces replaced.'],
      3: ['Invisible characters removed.', 'Non-breaking spaces replaced.'],
    },
  },
  {
    file: 'twice-in-the-file.csv',
    nasty: 'one e-mail twice, by case and by spelling of the domain; ß and ss, which are two',
    rows: [
      '2 Marcus Webb marcus@webbtable.example',
      `3 ${zoe}`,
      '4 M. Webb Marcus@WebbTable.example email-twice',
      '5 Jörg jörg@müller.example',
      '6 J. jörg@xn--mller-kva.example email-twice',
      '7 X x@straße.example',
      '8 Y x@strasse.example',
    ],
  },
  {
    file: 'blank-and-filler-rows.csv',
    nasty: 'blank lines before the names of columns, and rows of delimiters',
    rows: [`6 ${zoe}`],
  },
  {
    file: 'unclosed-quote.csv',
    nasty: 'a quotation mark that is never closed',
    rows: [`2 ${zoe}`, '3 "Bo bo@meer.example name-quotes', '4 Cy cy@meer.example'],
  },
  {
    file: 'quotes-in-the-middle.csv',
    nasty: 'quotation marks inside cells',
    rows: ['2 Bo "the Bee" Li bo@meer.example', '3 "Cy" Young cy@meer.example', '4 Di "D" Do di@meer.example'],
  },
  {
    file: 'every-row-quoted-whole.csv',
    nasty: 'each row quoted as one cell',
    delimiter: ',',
    rows: [`2 ${zoe}`, `3 ${bo}`],
  },
  {
    file: 'excel-text-formulas.csv',
    nasty: 'cells that a spreadsheet keeps texts',
    rows: [`2 ${zoe}`, '3 =Bo bo@meer.example'],
    notes: { 3: ['Marks removed by which a spreadsheet keeps a cell a text.'] },
  },
  { file: 'dos-end-of-file.csv', nasty: 'the end mark of DOS', rows: [`2 ${zoe}`] },
  ...notTables,
];
