import { csvCell, csvLine } from './csv';

describe('a cell', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['a;b', 'a;b'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+49 1', "'+49 1"],
    ['-3', "'-3"],
    ['@noa', "'@noa"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['=a,"b"', '"\'=a,""b"""'],
    ['a=1', 'a=1'],
  ])('%j is written %j', (text, cell) => expect(csvCell(text)).toBe(cell));
});

it('numbers are numbers, and what is not there is empty', () => expect(csvLine(['a', null, -3])).toBe('a,,-3\r\n'));
