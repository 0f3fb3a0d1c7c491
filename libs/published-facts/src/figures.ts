/**
 * One data point with its availability. Never a bare 0 or blank: `value` (a real zero included) or the reason why there is none.
 * `below-threshold`: the platform gives it only above some audience size. `not-offered`: this platform never gives it.
 * `not-applicable`: this kind of content has no such figure (a photo has no views). `permission-missing`: the creator left it unticked.
 * `not-yet`: the platform has not worked it out yet.
 */
export type Figure<T = number> =
  | { readonly is: 'value'; readonly value: T }
  | { readonly is: 'below-threshold' | 'not-offered' | 'not-applicable' | 'permission-missing' | 'not-yet' };

export const value = <T>(of: T): Figure<T> => ({ is: 'value', value: of });

/** Types of content over all platforms. */
export type ContentType =
  'video' | 'image' | 'feed' | 'igtv' | 'reels' | 'album' | 'story' | 'text' | 'stream' | 'short';

/** Names of figures that a profile can have. Watch time is in minutes. */
export type ProfileFigure =
  'followers' | 'following' | 'posts' | 'videos' | 'playlists' | 'watchTimeMinutes' | 'views' | 'reach28d' | 'tweets';

/** A profile as one refresh saw it. */
export interface ProfileSnapshot {
  readonly username: string;
  readonly displayName: string;
  readonly avatarUrl: string | null;
  readonly profileUrl: string | null;
  readonly email: Figure<string>;
  readonly figures: Readonly<Partial<Record<ProfileFigure, Figure>>>;
}

/** A part of an audience and its share, 0 to 1. `key` is ISO 3166 alpha-2 for countries, a name for cities, `18-24` for ages, `female|male|other` for gender. */
export interface Share {
  readonly key: string;
  readonly share: number;
}

/** Who the audience is. Shares are of the whole audience; what is missing to 1 is unknown and shown in "Others". Largest first; ages in order. */
export interface AudienceSnapshot {
  readonly of: 'followers' | 'viewers';
  readonly countries: Figure<readonly Share[]>;
  readonly cities: Figure<readonly Share[]>;
  readonly ages: Figure<readonly Share[]>;
  readonly genders: Figure<readonly Share[]>;
}

/** What a post is; does not change once discovered. */
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

export type ContentFigure = 'likes' | 'comments' | 'impressions' | 'reach' | 'views' | 'shares' | 'saves';
export type ContentFigures = Readonly<Partial<Record<ContentFigure, Figure>>>;
