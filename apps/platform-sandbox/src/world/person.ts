import type { Language } from './motif';
import type { Country } from './places';
import type { Theme } from './titles';

/** Kinds of posts, whatever platform has them: they say how long a post is and how it does. */
export type PostKind =
  'reel' | 'image' | 'album' | 'video' | 'short' | 'stream' | 'story' | 'text' | 'link' | 'clip' | 'reply' | 'repost';

/** The viewers: home country first, then those nearby; the rest of the world has the remainder. */
interface AudienceShape {
  readonly home: Country;
  readonly near: readonly Country[];
  /** 0 to 1, of those whose gender is known. */
  readonly female: number;
  /** Centre of the ages, in years. */
  readonly age: number;
}

/** One made-up creator on one platform. Numbers are those of the anchor day; growth.ts says how they move. */
export interface Person<Kind extends PostKind = PostKind> {
  /** User name or handle, without @. */
  readonly id: string;
  readonly name: string;
  /** Why one would choose this person: shown on the log-in page. */
  readonly about: string;
  readonly bio: string;
  readonly language: Language;
  readonly theme: Theme;
  readonly followers: number;
  /** New followers on the anchor day. */
  readonly perDay: number;
  readonly following: number;
  readonly posts: number;
  /** Hours between posts; 0: never posts. */
  readonly everyHours: number;
  readonly mix: Readonly<Partial<Record<Kind, number>>>;
  /** Views of an ordinary post, as a part of the followers. */
  readonly pull: number;
  readonly audience: AudienceShape;
  /** Days from the account's first day to the anchor day; absent: two months before the first post. */
  readonly daysOld?: number;
}
