/**
 * Why a platform gives no value. `below-threshold`: the platform gives it only above some audience size. `not-offered`:
 * this platform never gives it. `not-applicable`: this kind of content has no such figure (a photo has no views).
 * `permission-missing`: the creator left it unticked. `not-yet`: the platform has not worked it out yet.
 */
type NotGiven = 'below-threshold' | 'not-offered' | 'not-applicable' | 'permission-missing' | 'not-yet';

/** Why a figure has no value: the platform gives none, or (`unexpected`) it could not be read, and never was. */
export type Unavailable = NotGiven | 'unexpected';

/**
 * One data point with its availability. Never a bare 0 or blank: `value` (a real zero included) or the reason why there
 * is none. The report of one that could not be read stands in the log.
 */
export type Figure<T = number> =
  | { readonly is: 'value'; readonly value: T }
  | { readonly is: NotGiven }
  | { readonly is: 'unexpected'; readonly reportId: string };

/** Names of figures that a profile can have. Watch time is in minutes. */
export type ProfileFigure =
  | 'followers'
  | 'following'
  | 'posts'
  | 'videos'
  | 'playlists'
  | 'watchTimeMinutes'
  | 'views'
  | 'reach28d'
  | 'tweets'
  | 'liveViewers';

/** Names of figures that a post can have. */
export type ContentFigure = 'likes' | 'comments' | 'impressions' | 'reach' | 'views' | 'shares' | 'saves';

/** Parts of an audience. */
export type AudiencePart = 'countries' | 'cities' | 'ages' | 'genders';

/** What a profile has beside its figures. */
export type IdentityField = 'displayName' | 'username' | 'avatar' | 'email';

/** Types of content over all platforms. */
export const contentTypes = [
  'video',
  'image',
  'feed',
  'igtv',
  'reels',
  'album',
  'story',
  'text',
  'stream',
  'short',
] as const;
export type ContentType = (typeof contentTypes)[number];
