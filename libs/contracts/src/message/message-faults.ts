import { holdsAddress } from '../names';
import { parseMessage, parseSubject, runsOf, type Block, type Run } from './parse-message';
import { LONGEST_MESSAGE, LONGEST_SUBJECT, type WrittenMessage } from './written-message';

/** What is wrong with a message, and what helps. */
export interface MessageFault {
  readonly field: 'subject' | 'text';
  readonly message: string;
}

const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
/** No name before an `@`, which would hide where it leads. */
const safeAddress = /^https:\/\/[^\s/?#@\\]+\.[^\s/?#@\\]+(?:[/?#][^\s\\]*)?$/i;

const inSubject = '{{name}}, {{workspace}} or {{sender}}';
const inText = '{{name}}, {{workspace}}, {{sender}} or {{connectLink}}';

const people = 'first|last|full|given|your|insert|creator|influencer|contact|recipient|customer|brand|company';
const ofWhom = `(?:(?:${people}|ihr|dein|votre|tu|su)(?:['’]?s)?[ _.-]?)`;
const names = `${ofWhom}*(?:name|vorname|nachname|prénom|prenom|nom|nombre|nome|naam)|${ofWhom}(?:brand|company)`;
const ours = `${names}|${ofWhom}*(?:email|sender|workspace|brand|company|link|connectLink)`;

/** Variables of other programs, from where messages are pasted, and what stands where one was forgotten. */
const ofOthers = new RegExp(
  [
    String.raw`\*\|[\w:]{1,40}\|\*`,
    String.raw`\{%[^%\n]{1,40}%\}`,
    '｛｛[^｛｝\\n]{1,40}｝｝',
    String.raw`\[\[[^[\]\n]{1,40}\]\]`,
    String.raw`(?<![\p{L}\d%])%(?:%\w{1,40}%|\w{1,40}|${names})%`,
    String.raw`(?<!\{)\$?\{(?:\s+\{)?\s*(?:${ours})\s*\}(?:\s+\})?`,
    String.raw`<(?:${names})>|«\s?(?:${names})\s?»|\[(?:${names})\](?!\()`,
  ].join('|'),
  'giu',
);

const notKnown = (variable: string, known: string): string => `“${variable}” is not known here. Use ${known}.`;

/** Letters in a web address, as browsers write them: `%C3%BC` */
const withoutEncoded = (written: string): string =>
  written.replace(/https:\/\/\S+/gi, (address) => address.replace(/(?:%[\da-f]{2})+/gi, '-'));

const notOurs = (written: string, known: string): readonly string[] =>
  (
    withoutEncoded(written)
      .replace(/\\[\\*[\]{}]|\{\{[^{}\n]*\}\}/g, ' ')
      .match(ofOthers) ?? []
  ).map((variable) => notKnown(variable, known));

const wordsOf = ({ content }: Run): string => ('text' in content ? content.text : '');

const unknownVariables = (runs: readonly Run[], known: string): readonly string[] =>
  runs.flatMap(({ content }) => ('unknown' in content ? [notKnown(`{{${content.unknown}}}`, known)] : []));

const wrongBraces = (written: string, runs: readonly Run[]): readonly string[] =>
  /\{{3}|\}{3}/.test(written) || runs.some((run) => wordsOf(run).includes('{{'))
    ? ['Write a variable as {{name}}, with two braces on both sides.']
    : [];

const subjectFaults = (subject: string): readonly string[] => {
  if (subject.trim() === '') return ['Enter a subject.'];
  if (subject.length > LONGEST_SUBJECT) return [`Use at most ${LONGEST_SUBJECT} characters.`];
  if (unprintable.test(subject)) return ['Write the subject on one line, without characters that cannot be shown.'];
  const runs = parseSubject(subject);
  const link = runs.some(isConnectLink);
  return [
    ...unknownVariables(runs, inSubject),
    ...notOurs(subject, inSubject),
    ...wrongBraces(subject, runs),
    ...(link ? ['A subject cannot hold the link. Put {{connectLink}} into the text.'] : []),
  ];
};

const withoutScheme = (typed: string): string => {
  const address = typed.replace(/^https?:\/\//i, '');
  const url = `https://${address}`;
  // Letters beyond ASCII as address bars spell them, in the host and behind it.
  const spelt = /^[\p{L}\p{M}\p{N}.-]+(?:[/?#]|$)/u.test(address) && URL.canParse(url) ? new URL(url).href : url;
  return spelt
    .toLowerCase()
    .replace(/^https:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '');
};

/** The words may leave out the end of the address. */
const isAddressOf = (words: string, address: string): boolean => {
  const [said, real] = [withoutScheme(words), withoutScheme(address)];
  return real === said || (real.startsWith(said) && /^[/?#]/.test(real.slice(said.length)));
};

/** Whether words name an address that is not the link's. `@nordlys` is none. */
const nameAnother = (words: string, address: string): boolean => {
  if (!holdsAddress(words)) return false;
  const bare = words.split(/\s+/).map((word) => word.replace(/^[("'“„«]+|[)"'”»:;,.!?→]+$/g, ''));
  const addresses = bare.filter((word) => holdsAddress(word) && !/^@[\p{L}\p{N}_]+$/u.test(word));
  return !bare.some(holdsAddress) || !addresses.every((word) => isAddressOf(word, address));
};

/** What its words say and where it leads must not be two addresses. */
const linkFaults = (run: Run): readonly string[] => {
  if (run.link === null || run.link === 'connectLink') return [];
  const { address } = run.link;
  if (!safeAddress.test(address)) return [`The link “${address.slice(0, 60)}” must start with https:// and a host.`];
  if (isConnectLink(run)) return ['{{connectLink}} leads to the microsite. Write other words for the link.'];
  return nameAnother(wordsOf(run), address)
    ? [`The words “${wordsOf(run).slice(0, 60)}” look like another address than the link's. Write other words.`]
    : [];
};

const isConnectLink = ({ content }: Run): boolean => 'variable' in content && content.variable === 'connectLink';

const leadsToMicrosite = (blocks: readonly Block[]): boolean =>
  blocks.some(({ kind }) => kind === 'button') ||
  runsOf(blocks).some((run) => run.link === 'connectLink' || (run.link === null && isConnectLink(run)));

const textFaults = (text: string): readonly string[] => {
  if (text.trim() === '') return ['Write a text, with {{connectLink}} on a line of its own.'];
  if (text.length > LONGEST_MESSAGE) return [`Use at most ${LONGEST_MESSAGE.toLocaleString('en')} characters.`];
  if (unprintable.test(text.replace(/[\n\t]/g, ' ')))
    return ['The text holds characters that cannot be shown. Type it again, or paste it without formatting.'];
  const blocks = parseMessage(text);
  const runs = runsOf(blocks);
  return [
    ...unknownVariables(runs, inText),
    ...notOurs(text, inText),
    ...wrongBraces(text, runs),
    ...runs.flatMap(linkFaults),
    ...(leadsToMicrosite(blocks)
      ? []
      : ['Without the link no creator can connect. Add {{connectLink}} on a line of its own.']),
  ];
};

/** All that keeps a message from being sent; the same in the browser and on the server. */
export const messageFaults = ({ subject, text }: WrittenMessage): readonly MessageFault[] => [
  ...[...new Set(subjectFaults(subject))].map((message) => ({ field: 'subject' as const, message })),
  ...[...new Set(textFaults(text.replace(/\r\n?/g, '\n')))].map((message) => ({ field: 'text' as const, message })),
];
