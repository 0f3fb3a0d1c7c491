import { foldedText } from './folded-text';

/** What was made otherwise is made anew. */
export const WORDS_VERSION = 4;

/** Text behind this is not found; no name and no sentence is longer. */
const LONGEST_TEXT = 4_000;
/** The index refuses searches from about a hundred words. */
const MOST_SOUGHT = 25;

/** In these scripts a name's parts stand together without a space: a word may begin at any of their letters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u;
/** No part of a name is longer. */
const LONGEST_PART = 16;

const wordsOf = (text: string): readonly string[] =>
  foldedText(text, LONGEST_TEXT)
    .normalize('NFKC')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Between the letters of one name: O’Neill, Anne-Marie, Gal·la. */
const BETWEEN = /(?<=\p{L})['’ʼ`´·‐‑-](?=\p{L})/gu;

/** Also as it is written without the signs between the letters. */
const spellingsOf = (text: string): readonly string[] => {
  const whole = text.slice(0, LONGEST_TEXT);
  const joined = whole.replace(BETWEEN, '');
  return joined === whole ? [whole] : [whole, joined];
};

/** What a search may begin with. @param parts also inside of a word whose script has spaces */
const beginnings = (word: string, parts: boolean): readonly string[] => {
  const isUnspaced = UNSPACED.test(word);
  if (!isUnspaced && !parts) return [word];
  const letters = [...word];
  const within = letters.flatMap((letter, at) =>
    at > 0 && (!isUnspaced || UNSPACED.test(letter) || UNSPACED.test(letters[at - 1] ?? ''))
      ? [letters.slice(at, at + LONGEST_PART).join('')]
      : [],
  );
  return [word, ...within];
};

const sought = (word: string): string => (UNSPACED.test(word) ? [...word].slice(0, LONGEST_PART).join('') : word);

export const soughtWords = (search: string): readonly string[] =>
  [...new Set(wordsOf(search).map(sought))].slice(0, MOST_SOUGHT);

/** Stored with the row: a match can be checked without the index, which changes only when this does. */
export const searchText = (
  row: Readonly<Record<string, unknown>>,
  fields: readonly string[],
  parts: boolean,
): string => {
  const words = fields.flatMap((field) =>
    typeof row[field] === 'string' ? spellingsOf(row[field]).flatMap(wordsOf) : [],
  );
  return [...new Set(words.flatMap((word) => beginnings(word, parts)))].map((word) => ` ${word}`).join('');
};
