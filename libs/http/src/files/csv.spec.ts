import { csvCell, csvLine } from './csv';

describe('a cell', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['a;b', '"a;b"'],
    ['a|b', '"a|b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+49 1', "'+49 1"],
    ['-3', "'-3"],
    ['@noa', "'@noa"],
    ['%x', "'%x"],
    ['\tx', '"\'\tx"'],
    ['\rx', '"\'\rx"'],
    ['\t\t=1', '"\'\t\t\'=1"'],
    [' =1+1', " '=1+1"],
    ['\n=1+1', '"\n\'=1+1"'],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    ['％x', "'％x"],
    ['Eve;=1+1;x', '"Eve;\'=1+1;x"'],
    ['Eve; ＝1+1;-x', '"Eve; \'＝1+1;\'-x"'],
    ['Eve|@x', '"Eve|\'@x"'],
    ['Eve\t+x', '"Eve\t\'+x"'],
    ['Eve\r\n-x', '"Eve\r\n\'-x"'],
    ['well-known, 3 + 4 = 7', '"well-known, 3 + 4 = 7"'],
    ['=a,"b"', '"\'=a,""b"""'],
    ['a=1', 'a=1'],
  ])('%j is written %j', (text, cell) => expect(csvCell(text)).toBe(cell));
});

it('numbers are numbers, and what is not there is empty', () => expect(csvLine(['a', null, -3])).toBe('a,,-3\r\n'));
