import { rootOrder } from './root-order.generated';

// Rare ideographs (Extension A) stand behind the others, where ICU has them between.

const FIRST = 0x100;
const HANGUL = 0xac00;
const HANGUL_LENGTH = 11_172;
const HAN = 0x4e00;
const HAN_LENGTH = 0x5200;
const HAN_RARE = 0x3400;
const HAN_RARE_LENGTH = 0x19c0;
const HIRAGANA_A = 'あ';
const BEHIND_ALL = '\ud7ff';

/** From 0; characters that differ in case or accent alone share a place. */
const placesOf = (runs: string): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  let place = -1;
  for (const run of runs.split(/\s+/)) {
    const [first = '', last = first] = run.replace('=', '').split('-');
    for (let code = parseInt(first, 16); code <= parseInt(last, 16); code += 1) {
      if (!run.startsWith('=')) place += 1;
      places.set(String.fromCharCode(code), place);
    }
  }
  return places;
};

const places = placesOf(rootOrder);
const count = Math.max(...places.values()) + 1;
const kana = places.get(HIRAGANA_A) ?? count;
const hanStart = FIRST + count + HANGUL_LENGTH;

const weightOf = (place: number): string => String.fromCharCode(FIRST + place + (place < kana ? 0 : HANGUL_LENGTH));

const ideographWeight = (code: number): string | undefined => {
  if (code >= HANGUL && code < HANGUL + HANGUL_LENGTH) return String.fromCharCode(FIRST + kana + code - HANGUL);
  if (code >= HAN && code < HAN + HAN_LENGTH) return String.fromCharCode(hanStart + code - HAN);
  if (code >= HAN_RARE && code < HAN_RARE + HAN_RARE_LENGTH)
    return String.fromCharCode(hanStart + HAN_LENGTH + code - HAN_RARE);
  return undefined;
};

const known = (char: string): string | undefined => {
  const place = places.get(char);
  return place === undefined ? ideographWeight(char.charCodeAt(0)) : weightOf(place);
};

/** Without case and accents; empty for a character that is not counted. */
export const weight = (char: string): string => {
  const direct = known(char) ?? known(char.toLowerCase());
  if (direct !== undefined) return direct;
  if (char.length > 1) return BEHIND_ALL;
  const parts = [...char.normalize('NFKD').toLowerCase()];
  return parts.map((part) => known(part) ?? '').join('');
};
