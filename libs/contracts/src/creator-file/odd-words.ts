/** Regions of which each has encodings of its own: the West has Windows-1252, Central Europe 1250, Turkey 1254. */
export type Region = 'west' | 'centre' | 'turkey';

/** What names have beyond ASCII, language by language: no name mixes those of several. */
const alphabets: Readonly<Record<Region, readonly string[]>> = {
  west: [
    ...['äöüßéèêà', 'àâæçéèêëîïôœùûüÿñ', 'áéíóúüñç', 'àèéíïóòúüçñ', 'áàâãçéêíóôõúü', 'àèéìíòóùú', 'æøåéóäöü'],
    ...['åäöéüšžà', 'äöõüšž', 'áéíóúýþæöð', 'éèëêïöôûüâäç', 'âêîôûúéëïöü', 'áéíóúýšž'],
  ],
  centre: [
    ...['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíľňóôŕšťúýž', 'áéíóöőúüű', 'ăâîşţ', 'čćđšž', 'äöüß'],
    ...['áäéëíóôöüç'],
  ],
  turkey: ['çğıöşüâî', 'äöüßé'],
};

const anyOf = (...patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'u');

/** Letters where no name of the region has them, because another letter is meant. */
const misplaced: Readonly<Record<Region, RegExp>> = {
  west: anyOf(
    // Czech and its neighbours
    ...['[bpvfmdtn]ì(?!ch|$)', 'è(?=[aeiouk])', '[ae]è(?!l)', 'oè(?!l|$)', '\\p{L}{2}iè$', '[aeou]ø', 'iø(?=[íaein])'],
    ...['ù(?=[aeiou])', '(?:^|[bcdfgjklmnprstvz])ï', '[aiou]æ'],
    // Polish
    ...['ñ(?=[skbgpdtmw])', '[aeiouy]œ', '^œ(?=[wlmrp])'],
    // Hungarian
    ...['\\p{L}{3}õ$', 'õ(?:sz|cs|gy|zs)', '[öáí]\\p{L}*õ', 'õ\\p{L}*[öáí]', '[zy][õû]', 'û(?:cs|sz)', 'dûs'],
    // Romanian
    ...['ã(?=[bcdfghjklmnpqrtvwxz]|s\\p{L})', '[aeiouyáéíóúýöü]þ(?![ór])', 'þ$', '[nrc]þ[ai]'],
    // Turkish
    ...['\\p{L}þý', '^ð', 'ðý', 'oðlu', 'cý', 'ý\\p{L}*ý\\p{L}', '^ý(?=[bdhklnpsz])'],
    // Latvian, and what Mac Roman has in the place of “ö”
    ...['ç(?=[bcdfghjklmnprstvz])', '[bcdfghjklmnprstvz]î(?=[nzdlks])'],
    ...['[bcdfghjklmnpqrstvwxz]š[bcdfghjlmnpqrsvwxz]'],
  ),
  centre: anyOf(
    ...['(?<![bpvfmdtn])ě', 'ě$', '^[ąęůű]', '[aeouyáéíóú]ą', 'ń(?=[aeiouáéíóú])', 'ę(?:s|me)?$'],
    ...['[bcdfghjkmnpqrstvwx]ż[bcdfghjlmnprtvwz]', '^(?:ż[sd]|[rl]ż)', 'źź', 'ś[uj]'],
    ...['[bcfghjklmnpqrstvwx]ź[bcdfghjklmnpqrstvwxz]', '[bcdfghjklmnpqrstvwx]ś(?:[bcdfghjklmnpqrstvwxz]|$)'],
    ...['č(?:[nlrsgv]e|s)s?$', '[os]č$', 'ć(?=[rbdfglpstvz])', 'ď(?=[bcdfglmnprstvz])', '\\p{L}đ(?:ur|l|m|n)'],
    ...['[bcdfghjklmnpst]ř(?=[bdfgklmnrsv])', '^ř(?![aeiouáéíóúůýě])', '[aeiou][ŕů]', 'ŕ$', '[rl]ť$'],
    ...['ă(?=[oe])', 'őe', '[^aeiouyáéíóúý]ň$', '[bcdfghjkmnprstvz]ľ[^aeiouáéíóúý]', '[yk]\\p{L}*ţ', 'ţ\\p{L}*[yk]'],
  ),
  turkey: anyOf('(?<![aeıioöuüâî])ğ', '[qwx]'),
};

/** Small letters and capitals, as no name mixes them. */
const mixedCase =
  /\p{Ll}(?![A-Z])\p{Lu}|[A-Z]{2}(?![a-zß])\p{Ll}|^(?![a-zß])\p{Ll}[A-Z]{2}|^[A-Z](?![A-Z])\p{Lu}\p{Ll}/u;
/** A word of another script, whose letters are all beyond ASCII. */
const otherScript = /^[^\0-\x7F]{5,}$/;

const LONGEST_WORD = 60;
/** Letters and the signs right beside them, with one beyond ASCII at least. */
const words = /(?<![a-zA-Z])[a-zA-Z]*[^\0-\x7F\xA0«»’·´–—][^\0-@[-`{-\x7F\xA0«»’·´–—]*/g;
/** Quotation marks and other signs around a word: `Mª`, `m³`, `Shop®` */
const around = /^[“”„‚‘…•‹¡¿]+|[“”…•›®©™°²]+$|(?<=^\p{L}{0,2})[ªº]$|(?<=[A-Z]|^[a-z]{0,2})[¹³]$/gu;

const isOdd = (word: string, region: Region): boolean => {
  if (word.length > LONGEST_WORD) return true;
  const small = word.toLowerCase().replace(/\u0307/g, '');
  const special = [...small].filter((letter) => letter > '\x7F');
  const isOfLanguage = alphabets[region].some((letters) => special.every((letter) => letters.includes(letter)));
  return !isOfLanguage || misplaced[region].test(small) || mixedCase.test(word) || otherScript.test(word);
};

/** Each word with a letter or sign beyond ASCII, once. */
export const wordsBeyondAscii = (text: string): readonly string[] => {
  const bare = [...new Set(text.match(words))].map((word) => word.replace(around, ''));
  return [...new Set(bare.filter((word) => /[^\0-\x7F]/.test(word) && /[\p{L}\x80-\x9F]/u.test(word)))];
};

/** Those that no language of the region has. */
export const oddWords = (text: string, region: Region): readonly string[] =>
  wordsBeyondAscii(text).filter((word) => isOdd(word, region));
