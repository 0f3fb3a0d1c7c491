import { createHash } from 'node:crypto';
import { WORDS_VERSION } from '@linkage/event-sourcing';

/** Of the words and of how they are indexed here. An index of another version is not asked. */
export const SEARCH_VERSION = `${WORDS_VERSION}.2`;

const CODE_LENGTH = 4;

/**
 * Stands before each word of a scope, so that all words of one scope lie together in the index. Two scopes may share
 * one: rows are compared with the filter in any case.
 */
export const scopeCode = (value: unknown): string =>
  createHash('sha256').update(String(value)).digest('hex').slice(0, CODE_LENGTH);

/** @param words each behind a space */
export const scopedWords = (words: string, code: string): string => words.replaceAll(' ', ` ${code}`);

/** Letters found at once by the full-text index; a longer prefix is assembled from all words that begin so. */
const PREFIXES = [1, 2, 3] as const;

export const indexedPrefixes = (isScoped: boolean): readonly number[] =>
  PREFIXES.map((length) => length + (isScoped ? CODE_LENGTH : 0));

export const beginning = (word: string): string => [...word].slice(0, Math.max(...PREFIXES)).join('');

export const matchExpression = (words: readonly string[], code: string): string =>
  words.map((word) => `"${code}${word}" *`).join(' AND ');
