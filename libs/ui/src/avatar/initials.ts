const graphemes = (text: string): string[] =>
  [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
const startsWithLetter = (word: string): boolean => /^\p{L}/u.test(word);
/** Scripts written without spaces between family and given name: one character says enough. */
const dense = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** A name on a platform may be of any length. */
const LONGEST_NAME = 200;

/** One or two letters that stand for a name, in its own script. */
export const initialsOf = (name: string): string => {
  const words = name.slice(0, LONGEST_NAME).trim().split(/\s+/u).filter(startsWithLetter);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return graphemes(name.slice(0, LONGEST_NAME).trim())[0] ?? '?';
  const one = graphemes(first)[0] ?? '?';
  if (words.length === 1 || dense.test(first)) return one.toLocaleUpperCase();
  return (one + (graphemes(last)[0] ?? '')).toLocaleUpperCase();
};

const hues = [340, 275, 235, 190, 140, 95, 55, 20];

/** A hue that stays the same for a name: neighbours in a list differ, a person keeps theirs. */
export const hueOf = (name: string): number => {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 4096;
  return hues[sum % hues.length] ?? 340;
};
