import { createHash } from 'node:crypto';

/** The words of a text as search sees them: any case, accents folded, cut at everything that is neither letter nor digit. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFKC')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * What of a row can be searched: each word with a space before it. Kept with the row, so that a match can also be seen without the index,
 * and so that the index is touched only when it changes.
 */
export const searchText = (row: Readonly<Record<string, unknown>>, fields: readonly string[]): string =>
  fields
    .flatMap((field) => (typeof row[field] === 'string' ? wordsOf(row[field]) : []))
    .map((word) => ` ${word}`)
    .join('');

/** One word that stands for a value of the scope field; letters and digits only, whatever the value holds. */
export const scopeWord = (value: unknown): string =>
  `s${createHash('sha256').update(String(value)).digest('hex').slice(0, 20)}`;

/** Lengths of beginnings that the full-text index finds at once; a longer one is put together from all words that begin so. */
export const PREFIXES = [1, 2, 3] as const;

/** As much of a word as is found at once. */
export const beginning = (word: string): string => [...word].slice(0, Math.max(...PREFIXES)).join('');

/** Every word must match the beginning of a word. */
export const matchExpression = (words: readonly string[], scope: string | undefined): string =>
  [...(scope === undefined ? [] : [`scope : ${scope}`]), ...words.map((word) => `words : "${word}" *`)].join(' AND ');
