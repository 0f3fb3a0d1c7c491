import type { ContentFigure, ContentType, Figure, ProfileFigure } from '@linkage/platform-guide';

export type { ContentFigure, ContentType, Figure, ProfileFigure } from '@linkage/platform-guide';

export const value = <T>(of: T): Figure<T> => ({ is: 'value', value: of });

/** A profile as one refresh saw it. */
export interface ProfileSnapshot {
  readonly username: string;
  readonly displayName: string;
  readonly avatarUrl: string | null;
  readonly profileUrl: string | null;
  readonly email: Figure<string>;
  readonly figures: Readonly<Partial<Record<ProfileFigure, Figure>>>;
}

/**
 * A part of an audience and its share, 0 to 1. `key` is ISO 3166 alpha-2 for countries, a name for cities, `18-24` for
 * ages, `female|male|other` for gender.
 */
export interface Share {
  readonly key: string;
  readonly share: number;
}

/**
 * The audience. Shares are of the whole audience; what is missing to 1 is unknown and shown in "Others". Largest first;
 * ages in order.
 */
export interface AudienceSnapshot {
  readonly of: 'followers' | 'viewers';
  readonly countries: Figure<readonly Share[]>;
  readonly cities: Figure<readonly Share[]>;
  readonly ages: Figure<readonly Share[]>;
  readonly genders: Figure<readonly Share[]>;
}

/** What a post is. */
export interface ContentItem {
  readonly contentId: string;
  readonly type: ContentType;
  /** ISO 8601 UTC */
  readonly publishedAt: string;
  readonly title: string;
  readonly url: string | null;
  readonly thumbnailUrl: string | null;
  /** When the platform takes it away (stories: 24 h after publishing); null: never. */
  readonly expiresAt: string | null;
}

/** What of a post is different now. */
export type ContentChange = Pick<ContentItem, 'contentId'> & Partial<ContentItem>;

export type ContentFigures = Readonly<Partial<Record<ContentFigure, Figure>>>;
