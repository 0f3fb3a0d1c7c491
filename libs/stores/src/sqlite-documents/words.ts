import { createHash } from 'node:crypto';
import { foldedText } from '@linkage/event-sourcing';

/** What stands behind it in a text is not found; no name and no sentence is longer. */
const LONGEST_TEXT = 4_000;
/** As many words of a search count; the index takes a hundred or so before it refuses. */
const MOST_SOUGHT = 25;

/** The words of a text as search sees them: any case, accents folded, cut at everything that is neither letter nor digit. */
export const wordsOf = (text: string): readonly string[] =>
  foldedText(text, LONGEST_TEXT)
    .normalize('NFKC')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words that a search asks for, each once. */
export const soughtWords = (search: string): readonly string[] => [...new Set(wordsOf(search))].slice(0, MOST_SOUGHT);

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
