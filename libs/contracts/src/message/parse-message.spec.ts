import { parseMessage, parseSubject, type Block, type Run } from './index';

const shown = ({ content, bold, italic, link }: Run): string => {
  const words =
    'text' in content ? content.text : 'variable' in content ? `<${content.variable}>` : `?${content.unknown}?`;
  const target = link === null ? '' : `→${link === 'connectLink' ? link : link.address}`;
  return `${bold ? 'B' : ''}${italic ? 'I' : ''}${words}${target}`;
};
const seen = (text: string): unknown[] =>
  parseMessage(text).map((block: Block) =>
    block.kind === 'button' ? 'button' : [block.kind, ...block.lines.map((line) => line.map(shown).join('|'))],
  );
const line = (text: string): unknown => seen(`${'x'.repeat(101)}\n\n${text}`).slice(1);

describe('the formatting of a message', () => {
  it('is paragraphs, lists, a heading where the first line stands alone, and the button', () =>
    expect(seen('Hi {{name}},\n\nOne\ntwo\n- first\n- second\nthree\n\n\n{{connectLink}}\nBye')).toEqual([
      ['heading', 'Hi |<name>|,'],
      ['paragraph', 'One', 'two'],
      ['list', 'first', 'second'],
      ['paragraph', 'three'],
      'button',
      ['paragraph', 'Bye'],
    ]));

  it.each([
    ['**bold** and *italic*', 'Bbold| and |Iitalic'],
    ['**bold with *italic* in it**', 'Bbold with |BIitalic|B in it'],
    ['[our **page**](https://a.example/x)', 'our →https://a.example/x|Bpage→https://a.example/x'],
    ['[go]({{connectLink}})', 'go→connectLink'],
    ['2 * 3 * 4 and ** 5', '2 * 3 * 4 and ** 5'],
    ['\\*not italic\\*', '*|not italic|*'],
    ['{{ name }} {{nope}}', '<name>| |?nope?'],
    ['<b>text</b> & more', '<b>text</b> & more'],
    ['[a](b c) [d]', '[a](b c) [d]'],
  ])('in “%s”', (text, expected) => expect(line(text)).toEqual([['paragraph', expected]]));

  it('is variables only in a subject', () =>
    expect(parseSubject('**A** {{name}} [x](y)').map(shown)).toEqual(['**A** ', '<name>', ' [x](y)']));

  it.each([
    '*'.repeat(5_000),
    '['.repeat(5_000),
    '**a '.repeat(1_250),
    '{{'.repeat(2_500),
    '- '.repeat(2_500),
    '[a](b'.repeat(1_000),
  ])('is read of any text: %#', (text) => expect(parseMessage(text).length).toBeGreaterThan(0));
});
