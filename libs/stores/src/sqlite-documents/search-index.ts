import { createHash } from 'node:crypto';

/** Of letters and digits, whatever the value holds. */
export const scopeWord = (value: unknown): string =>
  `s${createHash('sha256').update(String(value)).digest('hex').slice(0, 20)}`;

/** Found at once by the full-text index; a longer prefix is assembled from all words that begin so. */
export const PREFIXES = [1, 2, 3] as const;

export const beginning = (word: string): string => [...word].slice(0, Math.max(...PREFIXES)).join('');

export const matchExpression = (words: readonly string[], scope: string | undefined): string =>
  [...(scope === undefined ? [] : [`scope : ${scope}`]), ...words.map((word) => `words : "${word}" *`)].join(' AND ');
