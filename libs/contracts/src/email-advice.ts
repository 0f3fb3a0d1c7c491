import { EMAIL_INCOMPLETE, EMAIL_TOO_LONG, LONGEST_EMAIL, isEmailAddress, noEmailSign } from './email';

/** Where most mailboxes are, for likely corrections. */
const wellKnown = [
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'yahoo.com', 'icloud.com'],
  ...[
    'aol.com',
    'proton.me',
    'protonmail.com',
    'hotmail.co.uk',
    'yahoo.co.uk',
    'yahoo.co.jp',
    'gmx.de',
    'gmx.net',
    'web.de',
  ],
  ...[
    't-online.de',
    'orange.fr',
    'free.fr',
    'laposte.net',
    'libero.it',
    'yandex.ru',
    'mail.ru',
    'naver.com',
    'qq.com',
    '163.com',
  ],
];
/** Real ones that look like a slip of the one before. */
const notMeant = new Set([
  'ymail.com',
  'mail.com',
  'gmx.com',
  'gmx.at',
  'gmx.ch',
  'me.com',
  'email.com',
  'hey.com',
  'q.com',
  'love.com',
]);

/** One letter too many, too few, wrong, or changed places with the next one. */
const isOneSlip = (one: string, other: string): boolean => {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  const [rest, otherRest] = [one.slice(from), other.slice(from)];
  return (
    rest.slice(1) === otherRest ||
    rest === otherRest.slice(1) ||
    rest.slice(1) === otherRest.slice(1) ||
    (rest.slice(2) === otherRest.slice(2) && rest[0] === otherRest[1] && rest[1] === otherRest[0])
  );
};

const correctedDomain = (domain: string): string => {
  const typed = domain.toLowerCase().replace(/\.(con|cmo|ocm|comm|vom|xom|cm)$/, '.com');
  if (wellKnown.includes(typed) || notMeant.has(typed)) return typed;
  const dotted = typed.replace(/^(gmail|hotmail|outlook|yahoo|icloud)(com)?$/, '$1.com');
  return wellKnown.find((known) => isOneSlip(dotted, known)) ?? dotted;
};

/**
 * As a keyboard has it: without a label, brackets and bullets around it, wide signs, those of word processors, and the
 * `[at]` that keeps robots away.
 */
const typedPlainly = (text: string): string => {
  const narrow = text
    .replace(/[\uFF01-\uFF5E\uFE6B]/g, (sign) => sign.normalize('NFKC'))
    .replace(/\u3002/g, '.')
    .replace(/[\u2018\u2019](?=\p{L})/gu, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\p{Pi}\p{Pf}\u201A\u201E]/gu, '')
    .replace(/\s*[([{]\s*at\s*[)\]}]\s*/i, '@')
    .replace(/\s*[([{]\s*dot\s*[)\]}]\s*/gi, '.')
    .replace(/(?![\0-\x7F])[\p{Ps}\p{Pe}]/gu, '"')
    .replace(/^[^@]*:\/*/, '')
    .replace(/^(?:\.|[^\0-\x7F\p{L}\p{N}]|\p{DI})+|(?:[^\0-\x7F\p{L}\p{M}\p{N}]|\p{DI})+$/gu, '');
  return narrow.includes('@') ? narrow : narrow.replace(/ AT /, '@').replace(/ DOT /g, '.');
};

/** The one address among other words. One word before it may be a part that a space has cut off. */
const amongWords = (text: string): string => {
  const words = text.split(/[\s()[\]"]+/).filter(Boolean);
  const [only, ...more] = words.filter((word) => /^[^@]+@[^@]+\.[^@.]+$/.test(word));
  const isCutOff = words.length === 2 && words[1] === only && !/[:;,()[\]"]/.test(text);
  return only === undefined || more.length > 0 || isCutOff ? text : only;
};

/** Of a cell that holds several addresses and nothing else: the first; null: of any other. */
const firstOfSeveral = (text: string): string | null => {
  const [first, ...more] = text.split(/[\s,;/|]+/).filter(Boolean);
  return first !== undefined && more.length > 0 && [first, ...more].every(isEmailAddress) ? first : null;
};

/** The address that was probably meant, or the first of several; null: this one, for all one can see. */
export const likelyEmail = (typed: string): string | null => {
  if (typed.length > LONGEST_EMAIL) return null;
  const first = firstOfSeveral(typed);
  if (first !== null) return first;
  const bare = amongWords(typedPlainly(typed))
    .replace(/^\s*<?(mailto:)?/i, '')
    .replace(/[\s,;:.>]+$/, '')
    .replace(/\s+/g, '');
  const at = bare.lastIndexOf('@');
  if (at < 1) return null;
  const domain = bare
    .slice(at + 1)
    .replace(/[,;]/g, '.')
    .replace(/\.{2,}/g, '.');
  const likely = `${bare.slice(0, at)}@${correctedDomain(domain)}`;
  return likely !== typed.trim() && likely.toLowerCase() !== typed.trim().toLowerCase() && isEmailAddress(likely)
    ? likely
    : null;
};

/** What is wrong with an address that mail cannot be sent to, as exactly as it can be said. */
export const emailAdvice = (typed: string): string => {
  const address = typed.trim();
  if (address.length > LONGEST_EMAIL) return EMAIL_TOO_LONG;
  const ats = address.split('@').length - 1;
  if (ats > 1 && /[\s,;/]/.test(address)) return 'There are several e-mails in one cell. Use one per row.';
  if (ats > 1) return 'The e-mail has more than one @.';
  if (/[\uFF20\uFE6B]/.test(address)) return 'The e-mail has a wide “＠”. Type a plain @.';
  if (ats === 0) return 'The e-mail has no @.';
  if (/\s/.test(address)) return 'The e-mail has a space in it.';
  if (/@[^@]*,\S/.test(address)) return 'The e-mail has a comma where a dot belongs.';
  const [sign] = noEmailSign.exec(address) ?? [];
  if (/[\p{Cf}\p{DI}]/u.test(address)) return 'The e-mail has an invisible character in it. Type it again.';
  return sign === undefined ? EMAIL_INCOMPLETE : `The e-mail has “${sign}” in it, which no e-mail has.`;
};
