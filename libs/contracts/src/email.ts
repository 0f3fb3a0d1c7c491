import isEmail from 'validator/lib/isEmail.js';

/** R15, word for word. */
export const EMAIL_ALREADY_EXISTS = 'This email already exists; try using another email.';
export const EMAIL_INCOMPLETE = 'This e-mail is not complete. It should look like name@example.com.';

/**
 * In characters. RFC 5321 has no longer ones, and a text without a bound is never normalised: that takes time by the
 * square of its length.
 */
export const LONGEST_EMAIL = 254;
export const EMAIL_TOO_LONG = 'An e-mail has at most 254 characters.';

/**
 * Controls, invisible marks, halves of characters and every kind of space: they hide that two addresses are one, or
 * break a mail's header.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{DI}]/u;

/**
 * Brackets, bullets, wide signs and those of word processors. Beyond ASCII an address has letters, marks and digits,
 * and in its host the few signs that IDNA has within words.
 */
export const noEmailSign = /(?![·・׳״͵](?!.*@))[^\0-\x7F\p{L}\p{M}\p{N}]/u;

/**
 * An address that mail can be sent to, with or without white space around it. IDN and UTF-8 local parts are (RFC 6531).
 * Address literals (`a@[192.0.2.1]`) and hosts without a dot are valid in RFC 5321, too, but are never what a person
 * means here.
 */
export const isEmailAddress = (value: unknown): value is string => {
  if (typeof value !== 'string' || value.length > LONGEST_EMAIL) return false;
  const address = value.trim();
  return !unseen.test(address) && !noEmailSign.test(address) && isEmail(address, { allow_utf8_local_part: true });
};

/** Per character, so that a final sigma folds like any other; the dotless i is a letter of its own. */
const foldCharacter = (character: string): string =>
  character === 'ı' ? character : character.toUpperCase().toLowerCase();

const plain = /^[\0-\x7F]*$/;

const foldCase = (text: string): string =>
  plain.test(text) ? text.toLowerCase() : [...text].map(foldCharacter).join('').normalize('NFC');

const expectBounded = (email: string): void => {
  if (email.length > LONGEST_EMAIL) throw new RangeError(EMAIL_TOO_LONG);
};

/** Signs that no host name has and an address bar reads in its own way, and names that it takes for an IPv4 address. */
const noHost = /(?![-.\da-z])[\0-\x7F]|(^|\.)(\d+|0x[\da-f]*)\.?$/i;

/** A host name that IDNA leaves as it is but for its case. */
const plainHost = /^(?!.*xn--)(?:[-a-z\d]+\.)+[a-z]+$/i;

/** As DNS has it: IDNA A-labels in lower case. What is no host name is folded like any text. */
const foldDomain = (domain: string): string => {
  if (plainHost.test(domain)) return domain.toLowerCase();
  return !noHost.test(domain) && URL.canParse(`http://${domain}`)
    ? new URL(`http://${domain}`).hostname
    : foldCase(domain);
};

/**
 * What makes two e-mails the same, for invitations, members and rows of a file alike: trimmed, NFC, the local part
 * case-folded, the domain as IDNA A-label in lower case. `a+x@…` is not `a@…`, `straße.example` is not
 * `strasse.example`. Only for comparing; mail goes to the address as typed.
 * @throws RangeError for a text that is too long for an e-mail: whatever takes one from outside refuses it before
 */
export const foldEmail = (email: string): string => {
  expectBounded(email);
  const address = email.trim().normalize('NFC');
  const at = address.lastIndexOf('@');
  return at === -1 ? foldCase(address) : `${foldCase(address.slice(0, at))}@${foldDomain(address.slice(at + 1))}`;
};

/**
 * The same by the rule of the first releases, which folded the domain like the local part. Places that were named by it
 * keep their names: see ADR 18.
 * @throws RangeError
 */
export const formerlyFoldedEmail = (email: string): string => {
  expectBounded(email);
  return foldCase(email.trim().normalize('NFC'));
};
