/** What Windows-1252 has from 0x80 to 0x9F, where Latin-1 has controls. Of the five that it has not, the controls. */
const marks = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

/** By a table of our own: decoders of some platforms take Windows-1252 for Latin-1 and lose these. */
export const fromWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\x80-\x9F]/g, (control) => marks[control.charCodeAt(0) - 0x80] ?? '');

const byteOf = (character: string): number => {
  const mark = marks.indexOf(character);
  return mark < 0 ? character.charCodeAt(0) : mark + 0x80;
};

export const toWindows1252 = (text: string): Uint8Array => Uint8Array.from(text, byteOf);

/** A letter beyond ASCII that became two to four: the first of them begins every such letter of Western languages. */
const typical = /[ÂÃÄÅâðï][\x80-\xBF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;

/**
 * A text that a program took for Windows-1252 although it was UTF-8, and wrote as UTF-8 once more: what it was before.
 * null: it is no such text. All of it has to be, so that a name that merely looks like that is left alone.
 */
export const twiceEncoded = (text: string): string | null => {
  if (!typical.test(text)) return null;
  if ([...text].some((character) => character > '\xFF' && !marks.includes(character))) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(toWindows1252(text));
  } catch {
    return null;
  }
};
