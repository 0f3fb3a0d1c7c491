/**
 * The JSON of the Instagram API with Instagram Login, as it comes over the wire. Types only.
 * Hosts: `www.instagram.com` (authorize page), `api.instagram.com` (code to token), `graph.instagram.com` (the rest).
 */

/** A token for 1 h. `permissions` comes as an array or comma separated, `user_id` as a string or a number. */
export interface InstagramShortToken {
  readonly access_token: string;
  readonly user_id: string | number;
  readonly permissions: string | readonly string[];
}

/** The documented form wraps the token in `data`; in the wild it also comes flat. Accept both. */
export type InstagramShortTokenAnswer = InstagramShortToken | { readonly data: readonly InstagramShortToken[] };

/** The token endpoint's error (HTTP 400): another shape than the Graph one. */
export interface InstagramTokenEndpointError {
  readonly error_type: string;
  readonly code: number;
  readonly error_message: string;
}

/**
 * `GET https://graph.instagram.com/access_token` (`ig_exchange_token`) and `/refresh_access_token`
 * (`ig_refresh_token`). `expires_in` in seconds, about 60 days.
 */
export interface InstagramLongToken {
  readonly access_token: string;
  readonly token_type: 'bearer';
  readonly expires_in: number;
  /** Only some answers have it: comma separated. */
  readonly permissions?: string;
}

/** The Graph error envelope; the HTTP status is usually 400. Classify on `code` and `error_subcode`. */
export interface InstagramError {
  readonly error: {
    readonly message: string;
    readonly type: string;
    readonly code: number;
    readonly error_subcode?: number;
    readonly error_user_title?: string;
    readonly error_user_msg?: string;
    readonly is_transient?: boolean;
    readonly fbtrace_id: string;
  };
}

/** `id` is app-scoped, `user_id` the professional account's id (`1784…`). Fields come only when asked for. */
export interface InstagramUser {
  readonly id: string;
  readonly user_id?: string;
  readonly username?: string;
  readonly name?: string;
  readonly account_type?: 'BUSINESS' | 'MEDIA_CREATOR';
  readonly profile_picture_url?: string;
  readonly biography?: string;
  readonly website?: string;
  readonly followers_count?: number;
  readonly follows_count?: number;
  readonly media_count?: number;
}

export type InstagramMediaType = 'IMAGE' | 'VIDEO' | 'CAROUSEL_ALBUM';
type InstagramMediaProductType = 'FEED' | 'REELS' | 'STORY' | 'AD';

export interface InstagramMediaChild {
  readonly id: string;
  readonly media_type?: 'IMAGE' | 'VIDEO';
  readonly media_url?: string;
  readonly thumbnail_url?: string;
  readonly permalink?: string;
}

/**
 * One post or story. Branch on `media_product_type`: `media_type` is never `REELS`. Fields come only when asked for.
 */
export interface InstagramMedia {
  readonly id: string;
  readonly caption?: string;
  readonly media_type?: InstagramMediaType;
  readonly media_product_type?: InstagramMediaProductType;
  readonly permalink?: string;
  /** Like `2023-06-12T19:20:02+0000`: no colon in the offset. */
  readonly timestamp?: string;
  /** Videos only. */
  readonly thumbnail_url?: string;
  /** Absent for flagged media. */
  readonly media_url?: string;
  /** Absent when the creator hides it. */
  readonly like_count?: number;
  readonly comments_count?: number;
  readonly shortcode?: string;
  readonly is_shared_to_feed?: boolean;
  readonly children?: { readonly data: readonly InstagramMediaChild[] };
}

/**
 * The end of a list is the absence of `next`; `cursors` may still be there. `next` and `previous` are absolute URLs.
 */
interface InstagramPaging {
  readonly cursors?: { readonly before: string; readonly after: string };
  readonly next?: string;
  readonly previous?: string;
}

/** `GET /{user}/media` and `GET /{user}/stories` (stories live 24 h and are in this second list only). */
export interface InstagramMediaPage {
  readonly data: readonly InstagramMedia[];
  readonly paging?: InstagramPaging;
}

export type InstagramMediaMetric =
  | 'views'
  | 'reach'
  | 'likes'
  | 'comments'
  | 'saved'
  | 'shares'
  | 'total_interactions'
  | 'follows'
  | 'profile_visits'
  | 'profile_activity'
  | 'replies'
  | 'navigation'
  | 'ig_reels_avg_watch_time'
  | 'ig_reels_video_view_total_time'
  | 'reels_skip_rate';

export interface InstagramBreakdown {
  readonly dimension_keys: readonly string[];
  /** Absent when there is nothing to break down. */
  readonly results?: readonly { readonly dimension_values: readonly string[]; readonly value: number }[];
}

/** `value` is a number, or an object for `online_followers` (hour to count). */
interface InstagramInsightValue {
  readonly value: number | Readonly<Record<string, number>>;
  /** Time series only. Like `2026-11-22T08:00:00+0000`. */
  readonly end_time?: string;
}

/**
 * One metric. Media metrics and time series have `values`; `metric_type=total_value` and breakdowns have `total_value`.
 * Watch times are in ms.
 */
export interface InstagramInsight {
  readonly name: string;
  readonly period: 'lifetime' | 'day' | 'week' | 'days_28';
  readonly values?: readonly InstagramInsightValue[];
  readonly total_value?: { readonly value?: number; readonly breakdowns?: readonly InstagramBreakdown[] };
  readonly title: string;
  readonly description: string;
  readonly id: string;
}

/** `GET /{media}/insights` and `GET /{user}/insights`. Missing data is an empty `data`, not 0. */
export interface InstagramInsights {
  readonly data: readonly InstagramInsight[];
  readonly paging?: InstagramPaging;
}

export type InstagramDemographicBreakdown = 'age' | 'gender' | 'country' | 'city';

/**
 * Value of the header `X-Business-Use-Case-Usage`, by business or user id. Percent; the time to regain access in
 * minutes.
 */
export type InstagramUsage = Readonly<
  Record<
    string,
    readonly {
      readonly type: 'instagram';
      readonly call_count: number;
      readonly total_cputime: number;
      readonly total_time: number;
      readonly estimated_time_to_regain_access: number;
    }[]
  >
>;
