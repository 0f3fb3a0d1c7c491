import { simpleParser, type ParsedMail } from 'mailparser';
import { serverWords } from '../smtp/server-words';

export interface ReportedRecipient {
  /** '': the report names none. */
  readonly address: string;
  /** `delayed`: the mail server that reports goes on trying. */
  readonly action: 'failed' | 'delayed';
  /** Such as `5.1.1`; null: not told. */
  readonly status: string | null;
  /** What the mail server said that did not take the mail; '': not told. */
  readonly words: string;
}

type Fields = ReadonlyMap<string, string>;

/** Header lines, unfolded, by their names in lower case; of one name the first counts. */
const fieldsOf = (block: string): Fields => {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    if (name !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), (value ?? '').trim());
  }
  return fields;
};

/** `rfc822; noa@example.com` → `noa@example.com` */
const afterType = (value: string): string => value.slice(value.indexOf(';') + 1).trim();
const addressOf = (value: string): string => /<?([^\s<>]+@[^\s<>]+?)>?$/.exec(afterType(value))?.[1] ?? '';
const statusIn = (text: string): string | null =>
  /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(text)?.[1] ?? null;
/** A reply code stands at the beginning or behind the codes of a program, never in the middle of a number. */
const replyIn = (text: string): string | null => /(?:^|[\s#(:;])([45]\d\d)(?=[\s:-])/.exec(text)?.[1] ?? null;

const recipientOf = (fields: Fields): ReportedRecipient | null => {
  const said = fields.get('action')?.toLowerCase().match(/^\w+/)?.[0];
  const action = said === 'failed' || said === 'delayed' ? said : null;
  if (action === null) return null;
  const diagnostic = afterType(fields.get('diagnostic-code') ?? '');
  return {
    address: addressOf(fields.get('original-recipient') ?? '') || addressOf(fields.get('final-recipient') ?? ''),
    action,
    // Where a program has no better status than 5.0.0, its server's words may.
    status:
      [statusIn(fields.get('status') ?? ''), statusIn(diagnostic)].find(
        (one) => one !== null && !one.endsWith('.0.0'),
      ) ?? statusIn(fields.get('status') ?? ''),
    words: serverWords(diagnostic),
  };
};

/** RFC 3464: a block of the message, then one for each recipient. */
const ofStandard = (mail: ParsedMail): readonly ReportedRecipient[] =>
  mail.attachments
    .filter(({ contentType }) => /^message\/(global-)?delivery-status$/.test(contentType))
    .flatMap(({ content }) => content.toString('utf8').split(/\r?\n(?:[ \t]*\r?\n)+/))
    .flatMap((block) => recipientOf(fieldsOf(block)) ?? []);

const headerOf = (mail: ParsedMail, name: string): string => {
  const value = mail.headers.get(name);
  return typeof value === 'string' ? value : '';
};

/** How programs begin that write no report in form. Answers of people may have the same words further down. */
const beginnings = new RegExp(
  [
    '^\\s*Hi\\. This is the \\S+ program at ',
    '^\\s*This message was created automatically by mail delivery software',
    '^\\s*Sorry, we were unable to deliver your message to the following address',
  ].join('|'),
);

/**
 * Exim, qmail and some of the large providers tell it in the text alone. A warning says that it goes on trying; else it
 * has given up, also where what it heard last was to come again.
 */
const ofText = (mail: ParsedMail): readonly ReportedRecipient[] => {
  const text = mail.text ?? '';
  const ofExim = headerOf(mail, 'x-failed-recipients');
  if (ofExim === '' && !beginnings.test(text)) return [];
  const found = text.split(/\r?\n/).find((one) => replyIn(one) !== null || statusIn(one) !== null) ?? '';
  const line = found.replace(/\s*\(#[245]\.\d{1,3}\.\d{1,3}\)/, '');
  const delayed = /\bdelay(?:ed)?\b/i.test(mail.subject ?? '');
  const from = line.search(/(?<![\d.])(?:[245]\.\d{1,3}\.\d{1,3}(?![.\d])|[45]\d\d[\s:-])/);
  return [
    {
      address: ofExim.split(',')[0]?.trim() ?? '',
      action: delayed ? 'delayed' : 'failed',
      status: statusIn(found),
      words: serverWords((from < 0 ? line : line.slice(from)).replace(/^(\d{3}):/, '$1')),
    },
  ];
};

/**
 * What a mail says about the delivery of another one; empty: it is no such report. Answers of people and of vacation
 * programs are none, whatever they quote: only what is a report in form counts, or begins like those of the programs
 * that write none.
 */
export const deliveryReport = async (raw: Buffer): Promise<readonly ReportedRecipient[]> => {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true, keepDeliveryStatus: true });
  const standard = ofStandard(mail);
  return standard.length > 0 ? standard : ofText(mail);
};
