/** Shorter words stand in too many others. */
const SHORTEST_WORD = 3;
/** What of a password must be left when the words that strangers know of its owner are taken out. */
const LEAST_REST = 8;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The words that a stranger who wants in would try: the parts of e-mail and names, and all of each. */
export const personalWords = (texts: readonly string[]): readonly string[] => {
  const words = texts.flatMap((text) => [folded(text), ...folded(text).split(/[^\p{L}\p{M}\p{N}]+/u)]);
  return [...new Set(words)].filter(({ length }) => length >= SHORTEST_WORD).sort((a, b) => b.length - a.length);
};

/** Whether a password is made of such words and little more. */
export const isPersonal = (password: string, words: readonly string[]): boolean => {
  const typed = folded(password);
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), typed);
  return rest !== typed && rest.length < LEAST_REST;
};
