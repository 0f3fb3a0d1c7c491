/**
 * A text as lists and searches compare it: no case, no accents. Only its first `longest` characters: normalising
 * takes quadratic time where combining marks pile up, and a name on a platform may be of any length.
 */
export const foldedText = (text: string, longest: number): string =>
  text.slice(0, longest).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** No name of ours is longer. */
const LONGEST_NAME = 200;

/** What a name is sorted by. */
export const sortKey = (name: string): string => foldedText(name, LONGEST_NAME).slice(0, LONGEST_NAME);
