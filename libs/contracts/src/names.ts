/** Names longer than this are not looked at any closer. */
export const LONGEST_NAME = 200;

/**
 * What is wrong with a name that others are shown. `empty`: nothing of it is seen. `unprintable`: it holds control
 * characters, halves of characters, line ends, or marks that turn the direction of the text behind them. `address`: it
 * holds a web or e-mail address, or what mail programs take for one.
 */
type NameFault = 'empty' | 'too-long' | 'unprintable' | 'address';

const visible = /[^\p{White_Space}\p{Cf}\p{DI}\u2800]/u;
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/**
 * A letter or digit, a dot, and two letters or more: `evil.com`, but neither `St. Gallen` nor `A.B. Media` nor `No.1`.
 */
const domain = /[\p{L}\p{N}]\.\p{L}[\p{L}\p{M}]/u;
const ipAddress = /(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)/;

/** As it is read, not as it is spelt: wide letters and dots are plain ones, and what is not seen is not there. */
const asRead = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\u3002/g, '.');

/** The spelling of mails for letters beyond ASCII: mail programs show what it stands for, even between quotes. */
const encodedWord = /=\?[^?\s]*\?[bq]\?/i;

/** A web or e-mail address, or what mail programs take for one. */
export const holdsAddress = (name: string): boolean =>
  /@|:\/\/|\bwww\./i.test(name) || domain.test(name) || ipAddress.test(name) || encodedWord.test(name);

/** The name as typed, in NFC and without white space around it. */
export const tidied = (name: string): string => name.normalize('NFC').trim();

/** null: nothing. */
export const nameFault = (name: string): NameFault | null => {
  if (name.length > LONGEST_NAME) return 'too-long';
  if (!visible.test(name)) return 'empty';
  if (unprintable.test(name)) return 'unprintable';
  return holdsAddress(asRead(name)) ? 'address' : null;
};

/** What helps. An empty name has a sentence of its own for each field. */
export const nameAdvice: Readonly<Record<Exclude<NameFault, 'empty'>, string>> = {
  'too-long': `Use at most ${LONGEST_NAME} characters.`,
  unprintable: 'The name holds characters that cannot be shown. Type it again without line breaks.',
  address:
    'Give a name without web or e-mail addresses. If it holds none, put a space after the dot, such as “St. Gallen”.',
};
