import { decodeJapanese } from './decode-japanese';
import { decodeSingleBytes } from './decode-single-bytes';
import type { Decoded } from './decoded';
import { twiceEncoded } from './windows-1252';

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/** By its zeros: of Latin text every second byte is one, of any table at least those of delimiters and line ends. */
const utf16WithoutMark = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const head = bytes.subarray(0, 4_096 & ~1);
  const zeros = [0, 0];
  head.forEach((byte, index) => (byte === 0 ? (zeros[index % 2] = (zeros[index % 2] ?? 0) + 1) : 0));
  const [even = 0, odd = 0] = zeros;
  const enough = head.length / 50;
  if (odd > enough && even * 10 < odd) return 'utf-16le';
  return even > enough && odd * 10 < even ? 'utf-16be' : null;
};

const lostLetters = (text: string): number => text.split('\uFFFD').length - 1;
const foreignLetters = (text: string): number => text.match(/[\x80-\uFFFC]/g)?.length ?? 0;

/**
 * The text of a file, without byte-order mark, in the encoding that its bytes speak for. null: in one of the many for
 * other scripts, which cannot be told from each other for certain.
 */
export const decodeText = (bytes: Uint8Array): Decoded | null => {
  const utf16 = startsWith(bytes, 0xff, 0xfe)
    ? 'utf-16le'
    : startsWith(bytes, 0xfe, 0xff)
      ? 'utf-16be'
      : utf16WithoutMark(bytes);
  if (utf16 !== null)
    return {
      text: new TextDecoder(utf16).decode(bytes.subarray(0, bytes.length & ~1)),
      encoding: 'UTF-16',
      unclear: [],
    };
  const text = new TextDecoder('utf-8').decode(bytes);
  // A few broken letters in a text that is UTF-8 elsewhere are not mended by reading all the others wrongly.
  const isUtf8 = startsWith(bytes, 0xef, 0xbb, 0xbf) || lostLetters(text) <= foreignLetters(text);
  const japanese = decodeJapanese(bytes, isUtf8);
  if (japanese !== null) return japanese;
  return isUtf8 ? { text: twiceEncoded(text) ?? text, encoding: 'UTF-8', unclear: [] } : decodeSingleBytes(bytes);
};
