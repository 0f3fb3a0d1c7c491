import { messageVariables, type MessageVariable } from './written-message';

/** Where a link leads: an address, or the creator's microsite. */
export type LinkTarget = { readonly address: string } | 'connectLink';

/** A stretch of text in one style. */
export interface Run {
  readonly content: { readonly text: string } | { readonly variable: MessageVariable } | { readonly unknown: string };
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: LinkTarget | null;
}
export type Line = readonly Run[];

/** `button`: where the button that opens the microsite stands. `heading`: the first line, when it stands alone. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly lines: readonly Line[] }
  | { readonly kind: 'button' };

type Style = Pick<Run, 'bold' | 'italic' | 'link'>;

const LONGEST_HEADING = 100;
const plain: Style = { bold: false, italic: false, link: null };

/** In this order: `\*` · `{{name}}` · `[words](target)` · `**bold**` · `*italic*` */
const mark =
  /\\([\\*[\]{}])|\{\{([^{}\n]*)\}\}|\[([^[\]\n]+)\]\((\{\{\s*connectLink\s*\}\}|(?:[^()\s]|\([^()\s]*\))+)\)|\*\*(?=\S)([^\n]*?\S)\*\*(?!\*)|\*(?=[^\s*])([^*\n]*?[^\s*])\*/;

const textRun = (text: string, style: Style): Line => (text === '' ? [] : [{ content: { text }, ...style }]);

const variableRun = (written: string, style: Style): Run => {
  const variable = messageVariables.find((one) => one === written.trim());
  return { content: variable ? { variable } : { unknown: written.trim() }, ...style };
};

const targetOf = (target: string): LinkTarget => (target.startsWith('{{') ? 'connectLink' : { address: target });

const parseLine = (text: string, style: Style = plain): Line => {
  const found = mark.exec(text);
  if (found === null) return textRun(text, style);
  const [whole, escaped, variable, words, target, bold, italic] = found;
  const inner = (): Line => {
    if (escaped !== undefined) return textRun(escaped, style);
    if (variable !== undefined) return [variableRun(variable, style)];
    if (words !== undefined && target !== undefined) return parseLine(words, { ...style, link: targetOf(target) });
    if (bold !== undefined) return parseLine(bold, { ...style, bold: true });
    return parseLine(italic ?? '', { ...style, italic: true });
  };
  return [
    ...textRun(text.slice(0, found.index), style),
    ...inner(),
    ...parseLine(text.slice(found.index + whole.length), style),
  ];
};

const isLink = ({ content, link }: Run): boolean =>
  link !== null || ('variable' in content && content.variable === 'connectLink');

const isButton = (line: string): boolean => /^\{\{\s*connectLink\s*\}\}$/.test(line.trim());
const isItem = (line: string): boolean => /^\s*[-•]\s+\S/.test(line);

const kindOf = (line: string): Block['kind'] => (isButton(line) ? 'button' : isItem(line) ? 'list' : 'paragraph');

const blockOf = (kind: Block['kind'], lines: readonly string[]): Block => {
  if (kind === 'button') return { kind };
  return { kind, lines: lines.map((line) => parseLine(kind === 'list' ? line.replace(/^\s*[-•]\s+/, '') : line)) };
};

/** Lines without an empty one between them, taken apart where a list or the button begins or ends. */
const blocksOf = (paragraph: string): readonly Block[] => {
  const groups: { kind: Block['kind']; lines: string[] }[] = [];
  for (const line of paragraph.split('\n')) {
    const kind = kindOf(line);
    const last = groups.at(-1);
    if (last?.kind === kind && kind !== 'button') last.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
  return groups.map(({ kind, lines }) => blockOf(kind, lines));
};

/**
 * The formatting that a message may have: paragraphs, `**bold**`, `*italic*`, `[words](https://…)`, lines that begin
 * with `-`, variables, and the button, which is `{{connectLink}}` on a line of its own. What is none of these is text.
 */
export const parseMessage = (text: string): readonly Block[] => {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  const [first = '', ...others] = paragraphs;
  const isHeading =
    !first.includes('\n') &&
    first.length <= LONGEST_HEADING &&
    kindOf(first) === 'paragraph' &&
    !parseLine(first).some(isLink);
  return [...(isHeading ? [blockOf('heading', [first])] : blocksOf(first)), ...others.flatMap(blocksOf)].filter(
    (block) => block.kind === 'button' || block.lines.some((line) => line.length > 0),
  );
};

/** A subject has variables and no formatting. */
export const parseSubject = (subject: string): Line =>
  subject
    .split(/(\{\{[^{}\n]*\}\})/)
    .flatMap((part) =>
      part.startsWith('{{') && part.endsWith('}}') ? [variableRun(part.slice(2, -2), plain)] : textRun(part, plain),
    );

export const runsOf = (blocks: readonly Block[]): readonly Run[] =>
  blocks.flatMap((block) => (block.kind === 'button' ? [] : block.lines.flat()));
