import type { HistoryKind, HistoryTone, PlatformId, SentencePart } from '@linkage/contracts';
import { ERASED } from '@linkage/event-sourcing';

/** What a fact names, by id. */
export interface Subjects {
  readonly invitationId?: string;
  readonly accountId?: string;
  readonly attemptId?: string;
  readonly memberId?: string;
  readonly workspaceId?: string;
}

/** Whom a sentence speaks of, by the names known now. */
export interface SentenceNames {
  readonly actor: SentencePart;
  /** The creator or member that the fact is about. */
  readonly person: SentencePart;
  readonly account: SentencePart;
  /** What the platform is called in a sentence; empty when the fact names none. */
  readonly platform: string;
  readonly platformId: PlatformId | null;
}

interface Composed {
  readonly sentence: readonly SentencePart[];
  readonly detail?: string | null;
  /** Absent: plain. */
  readonly tone?: HistoryTone;
}

/**
 * How one type of fact is told. `gist` is what the sentence needs of the data; names that change are left to the names.
 * Of an erased person every personal field is the text `[erased]`, whatever its type was.
 */
export interface FactSentence<Data extends object = object, Gist extends object = object> {
  readonly kind: HistoryKind;
  subjects(data: Data): Subjects;
  gist(data: Data): Gist;
  compose(gist: Gist, names: SentenceNames): Composed;
}

/** A piece of a sentence with another text in it, such as the name that the fact carries. */
export const called = (part: SentencePart, text: string): SentencePart => ({ ...part, text });

/** Words and parts, as they follow each other. */
export const phrase = (
  words: TemplateStringsArray,
  ...parts: readonly (SentencePart | string)[]
): readonly SentencePart[] =>
  words
    .flatMap((text, index) => {
      const part = parts[index];
      return [{ text }, ...(part === undefined ? [] : [typeof part === 'string' ? { text: part } : part])];
    })
    .filter(({ text }) => text !== '');

const numbers = new Intl.NumberFormat('en');

/** 41,870 */
export const exact = (value: number): string => numbers.format(value);

/** "1 post", "12 posts" */
export const counted = (count: number, one: string): string => `${exact(count)} ${one}${count === 1 ? '' : 's'}`;

/** "@noa.makes", also where the platform's own name begins with the sign. */
export const handle = (username: string): string => (username === ERASED ? username : `@${username.replace(/^@/, '')}`);
