import type { MailOutcome } from '../mail.port';
import type { ReportedRecipient } from '../returned/delivery-report';
import { serverWords } from './server-words';

/** What is looked at of nodemailer's errors. */
interface SmtpFailure {
  readonly code?: string | undefined;
  readonly originalCode?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
}

type Refusal = Extract<MailOutcome, { accepted: false }>;

const refusal = (temporary: boolean, reason: string): Refusal => ({ accepted: false, temporary, reason });
const unreachable = (reason: string): Refusal => ({ ...refusal(true, reason), unreachable: true });

/** Trouble between us and our own mail server: nothing is wrong with the mail, and the operator can mend it. */
const withoutReply: Readonly<Record<string, string>> = {
  ETIMEDOUT: 'The mail server did not answer in time.',
  EDNS: "The mail server's name could not be found. Check LINKAGE_SMTP_URL.",
  ETLS: "No safe connection to the mail server could be made. Check LINKAGE_SMTP_URL and the server's certificate.",
  ENOAUTH: 'The mail server wants a user name and password. Check LINKAGE_SMTP_URL.',
  ECONNECTION: 'The mail server ended the connection.',
  EPROTOCOL: "The mail server's answer could not be understood.",
  ESOCKET: 'The mail server could not be reached.',
};

/** By the second and third part of the enhanced status code (RFC 3463), most exact first. */
const byEnhancedCode: readonly (readonly [RegExp, string])[] = [
  [/^1\.(?:[1236]|10)$/, 'The receiving mail server does not know this address'],
  [/^1\.[78]$/, 'The mail server does not accept the address that Linkage sends from'],
  [/^1\./, 'The receiving mail server does not accept this address'],
  [/^2\.2$/, 'The mailbox is full'],
  [/^[23]\.[34]$/, 'The mail is too large for the receiving mail server'],
  [/^2\./, 'The mailbox does not take mail'],
  [/^4\.(?:4|310)$/, 'No way to the receiving mail server was found'],
  [/^4\.(?:[2-9]|\d\d)$/, 'The mail server could not pass the mail on'],
  [/^6\.7$/, 'The mail server does not take addresses with letters beyond ASCII'],
  [/^7\./, 'The mail server refused the mail by its policy'],
];

/** By what a server wrote, where it gave no code that says more. Most servers write one of these in English. */
const byWords: readonly (readonly [RegExp, string])[] = [
  [/\bquota\b|mailbox (?:is )?full|exceeded storage/i, 'The mailbox is full'],
  [
    /too (?:large|big)|(?:message|mail) size|size (?:limit|exceeds)/i,
    'The mail is too large for the receiving mail server',
  ],
  [/\b(?:disabled|inactive|suspended|deactivated)\b/i, 'The mailbox does not take mail'],
  [
    /(?:unknown|no such|invalid) (?:user|recipient|mailbox|account|address)|no mailbox|doesn't have an?\b|unrouteable/i,
    'The receiving mail server does not know this address',
  ],
  [
    /\b(?:user|recipient|mailbox|account|address)\b.{0,40}\b(?:unknown|not found|(?:does not|doesn't) exist)/i,
    'The receiving mail server does not know this address',
  ],
  [
    /spam|\b(?:spf|dkim|dmarc)\b|blocked|block ?list|black ?list|reputation|policy|rate limit|relay/i,
    'The mail server refused the mail by its policy',
  ],
];

const firstOf = (meanings: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  meanings.find(([pattern]) => pattern.test(text))?.[1];

const byReplyCode: Readonly<Record<number, string>> = {
  550: 'The receiving mail server does not know this address, or refuses mail to it',
  551: 'The receiving mail server does not know this address',
  552: 'The mailbox is full',
  553: 'The receiving mail server does not accept this address',
};

/** What a failed sending means. Never holds an address, whatever the server wrote. */
export function refusalOf(error: unknown): Refusal {
  const {
    code = '',
    originalCode = '',
    responseCode,
    response = '',
  } = (typeof error === 'object' && error !== null ? error : {}) as SmtpFailure;
  if (code === 'EAUTH')
    return unreachable(
      `The mail server did not accept Linkage's user name and password${inBrackets(responseCode)}. Check LINKAGE_SMTP_URL.`,
    );
  if (responseCode !== undefined) return withWords(byReply(responseCode, response), responseCode, response);
  if (code === 'EENVELOPE') return refusal(false, 'The mail server cannot deliver to an address of this form.');
  if (code === 'EMESSAGE') return refusal(false, 'The mail server did not take the mail.');
  return unreachable(withoutReply[originalCode] ?? withoutReply[code] ?? 'The mail server could not be reached.');
}

/** The class follows from the reply: some servers put `5.x.x` behind a reply that asks to come again. */
const enhancedCodeIn = (response: string): string | undefined =>
  /^\d{3}(?:[ -]\s*#?|[^\n]*\(#)([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];

const laterBecause = (detail: string): string =>
  /^2\.2$/.test(detail) ? 'The mailbox is full at the moment' : 'The mail server asks to try again later';

const withWords = (refused: Refusal, reply: number, response: string): Refusal => {
  const words = serverWords(response);
  const enhanced = enhancedCodeIn(response);
  return {
    ...refused,
    status: enhanced === undefined ? String(reply) : `${reply} ${enhanced}`,
    ...(words !== '' && { words }),
  };
};

/** Log in first, by a mechanism or over a connection that we do not use. */
const logInFirst: readonly number[] = [530, 534, 538];

function byReply(reply: number, response: string): Refusal {
  const enhanced = enhancedCodeIn(response);
  const codes = inBrackets(reply, enhanced);
  if (logInFirst.includes(reply))
    return unreachable(
      `The mail server wants a user name and password, or a safe connection${codes}. Check LINKAGE_SMTP_URL.`,
    );
  // 503, "bad sequence of commands", says that the conversation went wrong, not that the mail was refused.
  const detail = enhanced?.slice(2) ?? '';
  if (reply < 500 || reply === 503) return refusal(true, `${laterBecause(detail)}${codes}.`);
  const text =
    firstOf(byEnhancedCode, detail) ??
    firstOf(byWords, serverWords(response)) ??
    byReplyCode[reply] ??
    'The mail server refused the mail';
  return refusal(false, `${text}${codes}.`);
}

/** What a report says that came back. */
export const returnedReason = ({ action, status, words }: ReportedRecipient): string => {
  const detail = status?.slice(2) ?? '';
  const codes = inBrackets(status ?? undefined);
  if (action === 'failed') {
    const known = firstOf(byEnhancedCode, detail) ?? firstOf(byWords, words);
    return `${known ?? 'The mail could not be delivered'}${codes}.`;
  }
  const full = /^2\.2$/.test(detail);
  return `${full ? 'The mailbox is full at the moment' : 'The receiving mail server has not taken it yet'}${codes}.`;
};

const inBrackets = (...codes: readonly (string | number | undefined)[]): string => {
  const known = codes.filter((code) => code !== undefined);
  return known.length === 0 ? '' : ` (${known.join(' ')})`;
};
