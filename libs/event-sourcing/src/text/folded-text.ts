import { weight } from './collation/root-order';

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  ø: 'o',
  ŧ: 't',
  ς: 'σ',
};
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');

/** As searches compare it. Cut to `longest`: normalising takes quadratic time where combining marks pile up. */
export const foldedText = (text: string, longest: number): string =>
  text
    .slice(0, longest)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(special, (letter) => letters[letter] ?? letter);

const LONGEST_NAME = 200;

export const foldedName = (name: string): string => foldedText(name, LONGEST_NAME).slice(0, LONGEST_NAME);

const LEVEL = '\u0001';
const expanded: Readonly<Record<string, string>> = { ß: 'ss', ẞ: 'ss', œ: 'oe', Œ: 'oe', æ: 'ae', Æ: 'ae' };
/** Thai and Lao write some vowels before the consonant that they are sorted behind. */
const vowelFirst = /([เ-ไ])([ก-ฮ])|([ເ-ໄ])([ກ-ຮ])/gu;

const primary = (name: string): string =>
  [...name.replace(vowelFirst, '$2$1$4$3').replace(/[ßẞœŒæÆ]/gu, (letter) => expanded[letter] ?? letter)]
    .map(weight)
    .join('');

const isUpper = (char: string): boolean => char !== char.toLowerCase();

/** The order of ICU's root collation: letters first, then accents, then lower before upper case. */
export const sortKey = (name: string): string => {
  const text = name.slice(0, LONGEST_NAME).normalize('NFC').slice(0, LONGEST_NAME);
  const accents = text.normalize('NFD').toLowerCase().slice(0, LONGEST_NAME);
  const cases = [...text].map((char) => (isUpper(char) ? '2' : '1')).join('');
  return [primary(text), accents, cases].join(LEVEL);
};
