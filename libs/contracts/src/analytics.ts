import type { AccountHealth, RefreshTrouble } from './connections';
import type { AudiencePart, ContentFigure, ContentType, Figure, PlatformId, ProfileFigure } from './platforms';

/** Why the last refresh was without something: what the platform answered, or that it does not give it now. */
export type MissingReason = RefreshTrouble | 'refused' | 'not-yet';

/** A part of an account that the last refresh could not read. What is shown of it is from before. */
export interface MissingPart {
  section: 'profile' | 'audience' | 'content';
  /** A figure, a field or a list: `reach28d`, `displayName`, `ages`, `posts`, `stories`; `all`: the whole section. */
  part: string;
  reason: MissingReason;
  /** Finds the line in the server's log. */
  reportId: string | null;
  /** The last refresh that had it; null: none had. */
  since: string | null;
  /** So many refreshes in a row were without it. */
  inARow: number;
  /** Of how many posts it is missing, where it is something of posts. */
  posts?: number;
}

/** A figure as it is shown. `kept`: it is not from the last refresh, which could not read it. */
export type ShownFigure<T = number> = Figure<T> & { kept?: Kept };
export type Kept = Pick<MissingPart, 'reason' | 'reportId' | 'since'>;

/** GET /api/accounts/:id: the head and profile part of the profile view. */
export interface AccountProfile {
  accountId: string;
  invitationId: string;
  creatorName: string;
  creatorEmail: string;
  /**
   * Not null: its creator was erased, and nothing of the account can be shown. `at`: ISO UTC; null where one looks back
   * at an earlier moment.
   */
  erased: { at: string | null } | null;
  platform: PlatformId;
  username: string;
  displayName: string;
  /** Where we serve its picture; null: none is kept. */
  avatarUrl: string | null;
  profileUrl: string | null;
  connectedAt: string;
  /** As of when every figure is; null before the first refresh. */
  lastUpdatedAt: string | null;
  nextRefreshAt: string | null;
  /** A refresh is running now. */
  refreshing: boolean;
  health: AccountHealth;
  /** What the last refresh was without, in all sections. */
  missing: MissingPart[];
  email: ShownFigure<string>;
  /** In the order in which they should be shown. */
  figures: { name: ProfileFigure; figure: ShownFigure }[];
}

export interface SharePart {
  key: string;
  /** What people call it: a country's name, a city, `18–24`. */
  label: string;
  /** 0 to 1 */
  share: number;
}

/**
 * Named parts (top three for places, all brackets for ages) plus "Others"; together 1. `all` is the full list for the
 * table.
 */
export interface Distribution {
  named: SharePart[];
  others: number;
  all: SharePart[];
}

/** GET /api/accounts/:id/audience */
export interface AccountAudience {
  /** Whom the shares are of. */
  of: 'followers' | 'viewers';
  asOf: string | null;
  countries: ShownFigure<Distribution>;
  cities: ShownFigure<Distribution>;
  ages: ShownFigure<Distribution>;
  /** `others` = undisclosed or non-binary. */
  genders: ShownFigure<Distribution>;
}

export interface ContentCard {
  contentId: string;
  type: ContentType;
  publishedAt: string;
  title: string;
  url: string | null;
  /** Where we serve its picture; null: none is kept. */
  thumbnailUrl: string | null;
  /** A story past its 24 hours: may not open on the platform any more. */
  expired: boolean;
  /** ISO UTC: since when the platform does not have it any more; its figures are the last ones. null: it has. */
  deletedAt: string | null;
  /** In the order in which they should be shown; the same names for all cards of a platform. */
  figures: { name: ContentFigure; figure: Figure }[];
}

/**
 * GET /api/accounts/:id/differences?from=&to=: one account at two moments, ISO times with their offset. `to` is now
 * unless it is given; `from` a week before it, or the first refresh if that is later.
 */
export interface AccountDifferences {
  accountId: string;
  platform: PlatformId;
  from: string;
  to: string;
  /** False: the account was connected after `from`, so that nothing was known of it then. */
  connectedThen: boolean;
  names: NameDifference[];
  email: { then: Figure<string>; now: Figure<string> };
  health: { then: AccountHealth | null; now: AccountHealth };
  /** As of which refresh the figures of each moment are. */
  lastUpdatedAt: { then: string | null; now: string | null };
  /** In the order in which they should be shown. */
  figures: { name: ProfileFigure; then: Figure; now: Figure; change: number | null }[];
  audience: AudienceDifference[];
  /** Types that there were posts of at one of the moments, and all together. */
  posts: {
    types: CountDifference<ContentType>[];
    total: CountDifference<'all'>;
    appeared: PostsOfDifference;
    vanished: PostsOfDifference;
  };
}

export interface NameDifference {
  name: 'creatorName' | 'username' | 'displayName';
  then: string | null;
  now: string | null;
}

interface CountDifference<Name extends string> {
  name: Name;
  then: number;
  now: number;
  change: number;
}

/**
 * `then` and `now` say whether the platform gave this part at each moment; shares are there where one of them is
 * `value`.
 */
export interface AudienceDifference {
  part: AudiencePart;
  then: Figure['is'];
  now: Figure['is'];
  /**
   * Largest parts of either moment in their order, then `others`. A share is 0 to 1; null where the part was not given.
   */
  shares: { key: string; label: string; then: number | null; now: number | null; change: number | null }[];
}

/** Newest first, 50 at most; `count` is of all. */
export interface PostsOfDifference {
  count: number;
  items: { contentId: string; type: ContentType; publishedAt: string; title: string; url: string | null }[];
}

/**
 * GET /api/accounts/:id/content?type=&from=&to=&deleted=&cursor=&limit=. Newest first. `deleted`: `only` or `none`.
 * `type`: one or more, separated by commas. `from` and `to` are ISO dates, both inclusive, meant in UTC; an ISO time
 * with its offset is taken as that instant, so that a browser can ask for the days of its own zone.
 */
export interface AccountContent {
  items: ContentCard[];
  next: string | null;
  /** Types that this platform can have, with how many there are of each (whatever the filter). */
  types: { type: ContentType; count: number }[];
  /** All posts known, whatever the filter. */
  total: number;
  /** Of them, those that the platform does not have any more. */
  deleted: number;
}
