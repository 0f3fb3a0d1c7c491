import type { Decoded, Encoding } from './decoded';
import { oddWords, wordsBeyondAscii, type Region } from './odd-words';
import { fromWindows1252, toWindows1252 } from './windows-1252';

/** Accented letters of the West stand within words, alone or in pairs. Longer runs are words of another script. */
const isOfAnotherScript = (windows: string): boolean => {
  const runs = windows.match(/(?<![a-z])[\xA1-\xFF]{3,}|[\xA1-\xFF]{3,}(?![a-z])/gi) ?? [];
  return runs.join('').length * 2 > (windows.match(/[\xA1-\xFF]/g)?.length ?? 0);
};

/** Small letters within words, and typographic marks where they belong. */
const wellPlaced = /(?<=\p{L})(?:[ß-öø-ÿœšž]|’(?=[\p{L}\s])|”)|(?<!\p{L})[“‘„](?=\p{L})|(?<=\s)[–—•€…](?=[\s\d])/gu;

/** How much of a text looks as if it was read in the right encoding. */
const sense = (text: string): number => text.match(wellPlaced)?.length ?? 0;

const LONGEST_GIST = 1_000_000;

/** Its words beyond ASCII, each once: all that encodings of one byte a letter differ in. */
const gistOf = (windows: string): Uint8Array => {
  const words = new Set(windows.match(/(?<![a-z\d])[a-z\d]*[^\0-\x7F][^\0-/:-@[-`{-\x7F]*/gi));
  return toWindows1252([...words].join('\n').slice(0, LONGEST_GIST));
};

interface Reading {
  readonly label: string;
  readonly encoding: Encoding;
  readonly gist: string;
  /** How many words no language has that is written so. */
  readonly odd: number;
  /** Words of Windows-1252 that this reading makes other words of. */
  readonly changed: readonly string[];
}

/** In this order they are preferred. */
const others: readonly (readonly [label: string, encoding: Encoding, region: Region])[] = [
  ['windows-1250', 'Windows-1250', 'centre'],
  ['windows-1254', 'Windows-1254', 'turkey'],
  ['macintosh', 'Mac Roman', 'west'],
  ['iso-8859-2', 'ISO-8859-2', 'centre'],
];

const otherReadings = (gist: Uint8Array, words: readonly string[]): readonly Reading[] =>
  others.map(([label, encoding, region]) => {
    const text = new TextDecoder(label).decode(gist);
    const same = new Set(wordsBeyondAscii(text));
    const changed = words.filter((word) => !same.has(word));
    return { label, encoding, gist: text, odd: oddWords(text, region).length, changed };
  });

/** Lists in which “ð”, “ý” and “þ” stand for “ğ”, “ı” and “ş”. */
const turkish = /\bsoyad|\be-?posta\b|@[\w.-]{1,80}\.tr\b/i;

/** The reading whose words are known far better than those of Windows-1252. null: two of them are as good. */
const bestOf = (readings: readonly Reading[], odd: number, isTurkish: boolean): Reading | null | undefined => {
  const better = readings.filter(
    (one) => one.odd * 4 <= odd && odd * 5 >= one.changed.length && one.changed.length > 0,
  );
  const least = Math.min(...better.map((one) => one.odd));
  const [best, next] = better.filter((one) => one.odd === least);
  if (best?.encoding !== 'Windows-1250' || next?.encoding !== 'Windows-1254') return best;
  return isTurkish ? next : null;
};

/**
 * One byte a letter: Windows-1252, unless its words are odd and those of another reading are not. null: which of many
 * encodings is meant cannot be told for certain.
 */
export const decodeSingleBytes = (bytes: Uint8Array): Decoded | null => {
  const text = fromWindows1252(bytes);
  const gist = gistOf(text);
  const inWindows = fromWindows1252(gist);
  const words = wordsBeyondAscii(inWindows);
  const isTurkish = turkish.test(text);
  const oddOnes = new Set(oddWords(inWindows, 'west'));
  const odd = words.filter((word) => oddOnes.has(word) || (isTurkish && /[ðýþ]/i.test(word)));
  const readings = otherReadings(gist, words);
  const best = odd.length > 0 ? bestOf(readings, odd.length, isTurkish) : undefined;
  const isKnown = best?.odd === 0 && best.encoding.startsWith('Windows');
  if (best === null || (!isKnown && isOfAnotherScript(inWindows))) return null;
  const mac = readings.find(({ encoding }) => encoding === 'Mac Roman');
  // On a Mac the small letters with accents have the places where Windows has its marks.
  const hasMarks = bytes.some((byte) => byte >= 0x80 && byte <= 0x9f);
  const isMac =
    mac !== undefined && hasMarks && odd.length > 0 && mac.odd * 4 <= odd.length && sense(mac.gist) > sense(inWindows);
  const taken = best ?? (isMac ? mac : undefined);
  if (taken !== undefined)
    return { text: new TextDecoder(taken.label).decode(bytes), encoding: taken.encoding, unclear: [] };
  if (odd.length > 1 && odd.length * 2 >= words.length) return null;
  const asLikely = readings.filter((one) => odd.length === 0 && one.odd === 0 && one !== mac);
  return { text, encoding: 'Windows-1252', unclear: [...odd, ...asLikely.flatMap(({ changed }) => changed)] };
};
