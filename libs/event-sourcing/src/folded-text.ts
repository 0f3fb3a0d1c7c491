/**
 * A text as it is compared in lists and searches: no case, no accents. Only its beginning, of `longest` characters, is looked at: normalising takes time
 * by the square of the length where marks are piled up, and a name on a platform may be of any length.
 */
export const foldedText = (text: string, longest: number): string =>
  text.slice(0, longest).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** No name of ours is longer. */
const LONGEST_NAME = 200;

/** What a name is sorted by. */
export const sortKey = (name: string): string => foldedText(name, LONGEST_NAME).slice(0, LONGEST_NAME);
