import type { Decoded } from './decoded';
import { wordsBeyondAscii } from './odd-words';

/** null: these bytes are no text in this encoding. */
const strictly = (label: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** In mails and old systems: a text in ASCII, with a sign wherever other letters begin. */
const iso2022 = (bytes: Uint8Array): string | null => {
  if (!bytes.includes(0x1b)) return null;
  const ascii = new TextDecoder('latin1').decode(bytes);
  return ascii.includes('\x1B$B') || ascii.includes('\x1B$@') ? strictly('iso-2022-jp', bytes) : null;
};

const narrowKana = /^[\uFF61-\uFF9F\u3000]+$/;
/** As accented letters of another encoding make them: narrow syllables beside wide ones, letters within a word. */
const hardlyJapanese = /[\uFF61-\uFF9F][^\0-\x7F\uFF61-\uFF9F]|[^\0-\x7F\uFF61-\uFF9F][\uFF61-\uFF9F]|[\uE000-\uF8FF]/u;

const isJapanese = (word: string): boolean =>
  /[\p{Script=Han}\u3041-\u30FF]/u.test(word) && !/[\0-\x7F]/.test(word) && !hardlyJapanese.test(word);

const shiftJis = (bytes: Uint8Array): string | null => {
  const text = strictly('shift_jis', bytes);
  if (text === null) return null;
  const found = wordsBeyondAscii(text).filter((word) => !narrowKana.test(word));
  const good = found.filter(isJapanese).length;
  return good > 0 && good * 5 > found.length * 4 ? text : null;
};

const decoded = (text: string | null, encoding: 'Shift_JIS' | 'ISO-2022-JP'): Decoded | null =>
  text === null ? null : { text, encoding, unclear: [] };

/** A text in one of the two encodings in which Japanese is still saved; null: it is none. */
export const decodeJapanese = (bytes: Uint8Array, isUtf8: boolean): Decoded | null =>
  decoded(iso2022(bytes), 'ISO-2022-JP') ?? (isUtf8 ? null : decoded(shiftJis(bytes), 'Shift_JIS'));
