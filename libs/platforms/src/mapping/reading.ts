import { value, type Figure } from '@linkage/published-facts';

/** Reads what came over the wire without trust: a field of the wrong kind counts as absent. */

/** Why there is no value. */
export type WhyNone = Exclude<Figure['is'], 'value'>;

export const text = (raw: unknown): string | undefined => (typeof raw === 'string' && raw !== '' ? raw : undefined);

/** A number, or with Google digits in a string. Not negative. */
export function amount(raw: unknown): number | undefined {
  const number = typeof raw === 'string' && /^\d+(\.\d+)?$/.test(raw) ? Number(raw) : raw;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
}

/** A whole amount; integers may come printed as floats. */
export function count(raw: unknown): number | undefined {
  const number = amount(raw);
  return number === undefined ? undefined : Math.round(number);
}

/** The value, a real zero included, or why there is none. */
export const figure = <T = number>(of: T | undefined, otherwise: WhyNone): Figure<T> =>
  of === undefined ? { is: otherwise } : value(of);

/** Only http and https addresses: these become links and pictures in a browser. */
export function webAddress(raw: unknown): string | null {
  const address = text(raw);
  return address !== undefined && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;
}

/** ISO 8601 UTC of a platform's time, also of Meta's `…+0000`; undefined: not a time. */
export function isoTime(raw: unknown): string | undefined {
  const time = new Date((text(raw) ?? '').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

const longestTitle = 200;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The first line of a text, cut between characters as people see them. */
export function firstLine(raw: unknown): string {
  const line =
    (text(raw) ?? '')
      .split(/\r?\n/)
      .map((each) => each.trim())
      .find((each) => each !== '') ?? '';
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
