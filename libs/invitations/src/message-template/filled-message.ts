import {
  CONNECT_WORDS,
  parseMessage,
  parseSubject,
  type Block,
  type Line,
  type MessageNames,
  type Run,
  type WrittenMessage,
} from '@linkage/contracts';

/** A stretch of text as the mail's template shows it, escaped there. `isName`: its direction is its own. */
export interface FilledRun {
  readonly text: string;
  readonly isName: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly href: string | null;
}
export interface FilledBlock {
  readonly isList: boolean;
  readonly lines: readonly (readonly FilledRun[])[];
}

/**
 * A message with names and link in it. The button stands between `before` and `after`; both are there in words as well.
 */
export interface FilledMessage {
  readonly subject: string;
  /** Empty: none. */
  readonly heading: string;
  readonly before: readonly FilledBlock[];
  readonly after: readonly FilledBlock[];
  readonly textBefore: string;
  readonly textAfter: string;
}

interface Filling {
  readonly names: MessageNames;
  readonly link: string;
}

const wordsOf = ({ content }: Run, { names }: Filling): string => {
  if ('text' in content) return content.text;
  if ('unknown' in content) return `{{${content.unknown}}}`;
  return content.variable === 'connectLink' ? CONNECT_WORDS : names[content.variable];
};

const hrefOf = ({ content, link: target }: Run, { link }: Filling): string | null => {
  if (target !== null) return target === 'connectLink' ? link : target.address;
  return 'variable' in content && content.variable === 'connectLink' ? link : null;
};

/** Where a name is missing, the space before it goes with it: "Hi {{name}}," becomes "Hi,". */
const fillLine = (line: Line, filling: Filling): readonly FilledRun[] =>
  line
    .map((run, index) => {
      const next = line[index + 1];
      const words = wordsOf(run, filling);
      const text = next !== undefined && wordsOf(next, filling) === '' ? words.trimEnd() : words;
      const isName = 'variable' in run.content && run.content.variable !== 'connectLink';
      return { text, isName, bold: run.bold, italic: run.italic, href: hrefOf(run, filling) };
    })
    .filter(({ text }) => text !== '');

const plainLine = (runs: readonly FilledRun[]): string =>
  runs.map(({ text, href }) => (href === null || href === text ? text : `${text} (${href})`)).join('');

const plainBlock = ({ isList, lines }: FilledBlock): string =>
  lines.map((line) => `${isList ? '- ' : ''}${plainLine(line)}`).join('\n');

const plain = (blocks: readonly FilledBlock[]): string => blocks.map(plainBlock).join('\n\n');

/** Of several buttons the first is one; the others are links. */
const asWords: Line = [{ content: { variable: 'connectLink' }, bold: false, italic: false, link: null }];

const fillBlocks = (blocks: readonly Block[], filling: Filling): readonly FilledBlock[] =>
  blocks.map((block) => {
    const lines = block.kind === 'button' ? [asWords] : block.lines;
    return { isList: block.kind === 'list', lines: lines.map((line) => fillLine(line, filling)) };
  });

/** Without a button of its own, a message has it at its end. */
export const fillMessage = (
  { subject, text }: WrittenMessage,
  link: string,
  names: MessageNames,
  inSubject: MessageNames,
): FilledMessage => {
  const filling = { names, link };
  const [first, ...rest] = parseMessage(text);
  const heading = first?.kind === 'heading' ? fillBlocks([first], filling) : [];
  const blocks = first === undefined || first.kind === 'heading' ? rest : [first, ...rest];
  const button = blocks.findIndex(({ kind }) => kind === 'button');
  const before = fillBlocks(button < 0 ? blocks : blocks.slice(0, button), filling);
  const after = fillBlocks(button < 0 ? [] : blocks.slice(button + 1), filling);
  const line = fillLine(parseSubject(subject), { names: inSubject, link });
  return {
    subject: line.map((run) => run.text).join(''),
    heading: plain(heading),
    before,
    after,
    textBefore: plain([...heading, ...before]),
    textAfter: plain(after),
  };
};
