import { CheckedRows } from './checked-rows';
import { faultyRowsFile, sampleFile } from './csv-files';
import { SheetReader } from './sheet-reader';
import type { Sheet } from './sheet';

const read = async (content: string): Promise<Sheet> => {
  const answer = await new SheetReader().answer({ file: new File([content], 'a.csv') });
  if ('refused' in answer) throw new Error(answer.refused.message);
  return answer.sheet;
};
const rowsOf = async (content: string): Promise<CheckedRows> => new CheckedRows((await read(content)).rows);
const told = (rows: CheckedRows): string[] =>
  rows.shown('all').map((row) => [row.line, ...rows.faultsOf(row).map(({ code }) => code)].join(' '));

const spring = 'name,email\nA,a@example.org\n,b@example.org\nC,c@example\nD,A@example.org\nE,e@example.org\n';

describe('the rows of a file', () => {
  it('are judged all at once', async () => {
    const rows = await rowsOf(spring);
    expect(told(rows)).toEqual(['2', '3 name-missing', '4 email-bad', '5 email-twice', '6']);
    expect(rows.counts()).toEqual({ all: 5, faulty: 3, ready: 2, out: 0 });
    rows.knowBarred(['e@example.org']);
    expect(told(rows).at(-1)).toBe('6 email-already-invited');
    rows.knowBarred([], ['e@example.org']);
    expect(told(rows).at(-1)).toBe('6 email-opted-out');
    expect(rows.ready()).toEqual([{ line: 2, name: 'A', email: 'a@example.org' }]);
  });

  it('that are ready and come after the room that staging access has are told', async () => {
    const rows = await rowsOf(spring);
    expect([...rows.beyond(1)]).toEqual([4]);
    rows.mend(1, { name: 'B' });
    expect([...rows.beyond(1)]).toEqual([1, 4]);
    expect(rows.beyond(3).size).toBe(0);
  });

  it('are mended in place, and judged again with all others', async () => {
    const rows = await rowsOf(spring);
    rows.mend(1, { name: 'B' });
    rows.mend(2, { email: 'c@example.org' });
    rows.mend(3, { email: 'c@example.org' });
    expect(told(rows)).toEqual(['2', '3', '4', '5 email-twice', '6']);
    rows.mend(0, { email: 'c@example.org' });
    expect(told(rows)).toEqual(['2', '3', '4 email-twice', '5 email-twice', '6']);
    rows.mend(0, { email: 'a@example.org' });
    rows.mend(3, { email: 'd@example.org' });
    expect(rows.counts()).toEqual({ all: 5, faulty: 0, ready: 5, out: 0 });
  });

  it('are left out and taken in again; the next of one e-mail is then the first', async () => {
    const rows = await rowsOf(spring);
    rows.leave(0, true);
    expect(told(rows).slice(3)).toEqual(['5', '6']);
    rows.leave(0, false);
    expect(told(rows).slice(3)).toEqual(['5 email-twice', '6']);
    rows.leaveFaulty();
    expect(rows.counts()).toEqual({ all: 2, faulty: 0, ready: 2, out: 3 });
  });

  it('that are faulty make a file that can be mended and uploaded', async () => {
    const rows = await rowsOf(`${spring}"=cmd|' /C calc'!A0",x@\n`);
    const again = await read(faultyRowsFile(rows));
    expect(again.sure).toBe(true);
    expect(again.rows.map(({ name, email }) => [name, email])).toEqual([
      ['', 'b@example.org'],
      ['C', 'c@example'],
      ['D', 'A@example.org'],
      ["=cmd|' /C calc'!A0", 'x@'],
    ]);
    expect(faultyRowsFile(rows)).toContain(`"'=cmd`);
  });
});

describe('the sample file', () => {
  const added = 'Zoë van der Meer,zoe@meer.example\r\n';
  const spreadsheet = (content: string): string =>
    `\uFEFFsep=;\r\n${content.replace('\uFEFF', '').replaceAll(',', ';')}`;

  it.each([
    ['as it is', sampleFile()],
    ['with rows added (R22)', sampleFile() + added],
    ['after a round through a spreadsheet', spreadsheet(sampleFile() + added)],
  ])('passes %s', async (_how, content) => {
    const { sure, rows } = await read(content);
    expect([sure, new CheckedRows(rows).counts().faulty]).toEqual([true, 0]);
    expect(rows.length).toBeGreaterThanOrEqual(2);
  });
});
