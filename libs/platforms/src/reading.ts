import type {
  AudienceSnapshot,
  ContentFigure,
  ContentType,
  Figure,
  ProfileFigure,
  ProfileSnapshot,
} from '@linkage/published-facts';
import type { Loss, Read } from './loss';

/** A profile as one reading saw it, data point by data point. */
export interface ProfileReading {
  readonly username: Read<string>;
  readonly displayName: Read<string>;
  readonly avatarUrl: Read<string | null>;
  readonly profileUrl: Read<string | null>;
  readonly email: Read<ProfileSnapshot['email']>;
  readonly figures: Readonly<Partial<Record<ProfileFigure, Read<Figure>>>>;
}

/** An audience, part by part. */
export interface AudienceReading {
  readonly of: AudienceSnapshot['of'];
  readonly countries: Read<AudienceSnapshot['countries']>;
  readonly cities: Read<AudienceSnapshot['cities']>;
  readonly ages: Read<AudienceSnapshot['ages']>;
  readonly genders: Read<AudienceSnapshot['genders']>;
}

/**
 * A figure that is left out was not asked for this time (Instagram gives insights of the newest 200 posts only): what
 * was known before stands, and where nothing was known it is `not-yet`.
 */
export type FiguresReading = Readonly<Partial<Record<ContentFigure, Read<Figure>>>>;

/** One post as one reading saw it. */
export interface PostReading {
  readonly contentId: string;
  /** ISO 8601 UTC. A post without a time has no place in the list, unless it has one already. */
  readonly publishedAt: Read<string>;
  readonly type: ContentType;
  /** Why `type` is a guess: what was known of a post stands, a new one gets the guess. */
  readonly typeLost?: Loss;
  readonly title: Read<string>;
  readonly url: Read<string | null>;
  readonly thumbnailUrl: Read<string | null>;
  /** When the platform takes it away (stories: 24 h after publishing); null: never. */
  readonly expiresAt: string | null;
  readonly figures: FiguresReading;
}

/** Something of the content that could not be read: a page, a post that cannot even be named, a list of its own. */
export interface LostContent {
  /** `posts`, `stories` … */
  readonly part: string;
  readonly loss: Loss;
}

/** What the end of a reading says about posts that were not among those read. */
export interface ContentEnd {
  /** Of these types all there are were read: any other is no longer on the platform. Empty: nothing can be said. */
  readonly completeFor: readonly ContentType[];
  /** Only posts from this time on (ISO) could be read; null: all. */
  readonly since: string | null;
}

/** A part of an account's content: one page, as the platform pages it. Each post comes once per reading. */
export interface ContentBatch {
  readonly posts: readonly PostReading[];
  /** What could not be read on the way. */
  readonly missing: readonly LostContent[];
  /** In the last one only. */
  readonly end?: ContentEnd;
}

/**
 * An account that the platform has just named. Nothing here rejects: what could not be read says so in its own place.
 */
export interface AccountReader {
  /** Of the account that answers: the same as at connecting, unless it is another one. */
  readonly platformAccountId: string;
  profile(): Promise<ProfileReading>;
  audience(): Promise<AudienceReading>;
  /** All content, newest first, in batches as the platform pages them. */
  content(): AsyncIterable<ContentBatch>;
  /**
   * So far a call for a part was refused as if the access had ended. Only the call that names the account can say
   * whether it has.
   */
  accessIsInDoubt(): boolean;
}
