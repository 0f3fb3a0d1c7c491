import { csvCell, csvLine } from './csv';
import { attachment, historyFileName } from './history-file';

describe('a cell', () => {
  it.each([
    ['plain', 'plain'], ['', ''], ['a,b', '"a,b"'], ['a;b', 'a;b'], ['say "hi"', '"say ""hi"""'], ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"], ['+49 1', "'+49 1"], ['-3', "'-3"], ['@noa', "'@noa"], ['\tx', "'\tx"], ['\rx', '"\'\rx"'], ['=a,"b"', '"\'=a,""b"""'], ['a=1', 'a=1'],
  ])('%j is written %j', (text, cell) => expect(csvCell(text)).toBe(cell));
});

it('numbers are numbers, and what is not there is empty', () => expect(csvLine(['a', null, -3])).toBe('a,,-3\r\n'));

it.each([
  ['Nordlys Agency', 'history-nordlys-agency-2026-11-25.csv'], ['../etc/passwd\r\n', 'history-etc-passwd-2026-11-25.csv'], ['田中', 'history-田中-2026-11-25.csv'], ['"!"', 'history-2026-11-25.csv'],
])('the file of %j is called %s', (workspace, name) => expect(historyFileName(workspace, '2026-11-25', 'csv')).toBe(name));

it('the header holds the name in ASCII and as it is', () => expect(attachment('history-田中.csv')).toBe("attachment; filename=\"history-__.csv\"; filename*=UTF-8''history-%E7%94%B0%E4%B8%AD.csv"));
