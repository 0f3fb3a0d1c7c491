import { value, type Figure } from '@linkage/published-facts';
import { isLoss, type Read } from '../loss';

/** From fields of answers to data points. */

/** Why there is no value. */
export type WhyNone = Exclude<Figure['is'], 'value' | 'unexpected'>;

/** The value, a real zero included, or why there is none. What could not be read stays a loss. */
export const figure = <T = number>(of: Read<T> | undefined, otherwise: WhyNone): Read<Figure<T>> => {
  if (isLoss(of)) return of;
  return of === undefined ? { is: otherwise } : value(of);
};

/** Only http and https addresses: these become links and pictures in a browser. */
export const isWebAddress = (address: string): boolean => /^https?:\/\//i.test(address) && URL.canParse(address);

/** ISO 8601 UTC of a platform's time, also of Meta's `…+0000`; undefined: not a time. */
export function isoTime(said: string): string | undefined {
  const time = new Date(said.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

const longestTitle = 200;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Creators leave lines free with signs that show nothing: zero-width spaces, fillers, the blank pattern of Braille. */
const BLANKS = '\\s\\u00ad\\u115f\\u1160\\u180e\\u200b\\u2060-\\u2064\\u2800\\u3164\\ufeff\\uffa0';
const blanksAround = new RegExp(`^[${BLANKS}]+|[${BLANKS}]+$`, 'gu');
const VISIBLE = new RegExp(`[^${BLANKS}\\p{Cf}\\p{Cc}\\p{M}]`, 'u');
const withoutBlanks = (line: string): string => line.replace(blanksAround, '');

/** The first line of a text, cut between characters as people see them. */
export function firstLine(text: string | undefined): string {
  const line =
    (text ?? '')
      .split(/[\r\n\u2028\u2029]+/)
      .map(withoutBlanks)
      .find((each) => VISIBLE.test(each)) ?? '';
  if (line.length <= longestTitle) return line;
  let cut = '';
  for (const { segment } of graphemes.segment(line)) {
    if (cut.length + segment.length >= longestTitle) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}

/** A platform's error code, safe to keep: anyone can call the redirect address with anything. */
export const refusalCode = (raw: string): string => (/^[\w.-]{1,64}$/.test(raw) ? raw : 'unreadable');
