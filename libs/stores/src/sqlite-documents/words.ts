import { createHash } from 'node:crypto';
import { foldedText } from '@linkage/event-sourcing';

/** Text behind this is not found; no name and no sentence is longer. */
const LONGEST_TEXT = 4_000;
/** The index refuses searches from about a hundred words. */
const MOST_SOUGHT = 25;

/**
 * The words of a text as search compares them: any case, accents folded, split at everything that is neither letter
 * nor digit.
 */
export const wordsOf = (text: string): readonly string[] =>
  foldedText(text, LONGEST_TEXT)
    .normalize('NFKC')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

export const soughtWords = (search: string): readonly string[] => [...new Set(wordsOf(search))].slice(0, MOST_SOUGHT);

/**
 * A row's searchable words, each after a space. Stored with the row, so that a match can be checked without the index
 * and the index changes only when this does.
 */
export const searchText = (row: Readonly<Record<string, unknown>>, fields: readonly string[]): string =>
  fields
    .flatMap((field) => (typeof row[field] === 'string' ? wordsOf(row[field]) : []))
    .map((word) => ` ${word}`)
    .join('');

/** A word for a value of the scope field, of letters and digits whatever the value holds. */
export const scopeWord = (value: unknown): string =>
  `s${createHash('sha256').update(String(value)).digest('hex').slice(0, 20)}`;

/** Prefix lengths that the full-text index finds at once; a longer one is assembled from all words that begin so. */
export const PREFIXES = [1, 2, 3] as const;

export const beginning = (word: string): string => [...word].slice(0, Math.max(...PREFIXES)).join('');

/** Every word must match the start of a word. */
export const matchExpression = (words: readonly string[], scope: string | undefined): string =>
  [...(scope === undefined ? [] : [`scope : ${scope}`]), ...words.map((word) => `words : "${word}" *`)].join(' AND ');
