/** How many names there must be before their form says something of the whole list. */
const FEWEST = 3;
const MOST_OF = 0.9;

/** One comma, between words: `Meer, Zoë`. */
const surnameFirst = /^(\p{L}[\p{L}\p{M}'’. -]*),\s?(\p{L}[\p{L}\p{M}'’. -]*)$/u;
/** What stands behind a comma and is no given name: firms, generations, degrees. */
const firms = 'inc|ltd|llc|llp|plc|gmbh|ag|kg|co|corp|sa|sl|srl|bv|nv|oy|ab|as|aps|sas|sarl|eurl';
const noGivenName = new RegExp(`^(?:${firms}|jr|sr|ii|iii|iv|md|phd|mba|msc|esq|cpa)$`, 'i');

const isShouted = (text: string): boolean => /\p{Lu}/u.test(text) && text === text.toUpperCase();

const turned = (name: string): string | null => {
  const [, surname, given] = surnameFirst.exec(name) ?? [];
  if (surname === undefined || given === undefined || noGivenName.test(given.replaceAll('.', ''))) return null;
  // Degrees and forms of firms are written in capitals.
  const isTitle = given.length > 1 && isShouted(given) && !isShouted(surname);
  return isTitle ? null : `${given} ${surname}`;
};

/**
 * Of a list that has the surname first, as address books write it: each name as a person is greeted by it; null: it
 * stays as it is. A list of a few names, or of names that are mostly without a comma, stays whole.
 */
export const turnedNames = (names: readonly string[]): readonly (string | null)[] => {
  const found = names.map(turned);
  const written = names.filter((name) => name !== '').length;
  const meant = found.filter((name) => name !== null).length;
  const isList = meant >= FEWEST && meant >= MOST_OF * written;
  return isList ? found : names.map(() => null);
};
