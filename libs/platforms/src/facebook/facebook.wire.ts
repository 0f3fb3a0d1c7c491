/**
 * The JSON of the Graph API for Facebook Pages, as it comes over the wire. Types only.
 * Hosts: `www.facebook.com` (the dialog), `graph.facebook.com` (the rest, tokens included).
 */

/**
 * `GET /oauth/access_token`, for a code and for `grant_type=fb_exchange_token`. `expires_in` in seconds: about an hour,
 * about 60 days.
 */
export interface FacebookToken {
  readonly access_token: string;
  readonly token_type: 'bearer';
  readonly expires_in?: number;
}

/** The Graph error envelope; the HTTP status is usually 400. Classify on `code` and `error_subcode`. */
export interface FacebookError {
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

/** `GET /me/permissions`. */
export interface FacebookPermissions {
  readonly data: readonly { readonly permission: string; readonly status: 'granted' | 'declined' | 'expired' }[];
}

/** `GET /me` with a user's token. `email` is left out where it was declined or never confirmed. */
export interface FacebookUser {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
}

export type FacebookTask = 'ANALYZE' | 'ADVERTISE' | 'MESSAGING' | 'MODERATE' | 'CREATE_CONTENT' | 'MANAGE';

export interface FacebookPicture {
  readonly data: {
    readonly url: string;
    readonly width: number;
    readonly height: number;
    readonly is_silhouette: boolean;
  };
}

/**
 * A Page; fields come only when asked for. Many have no `username`. `access_token` and `tasks` only in `GET
 * /me/accounts`.
 */
export interface FacebookPage {
  readonly id: string;
  readonly name?: string;
  readonly username?: string;
  readonly about?: string;
  readonly category?: string;
  readonly link?: string;
  readonly picture?: FacebookPicture;
  readonly fan_count?: number;
  readonly followers_count?: number;
  readonly is_published?: boolean;
  readonly access_token?: string;
  readonly tasks?: readonly FacebookTask[];
}

/** The end of a list is the absence of `next`; `cursors` are still there. A list without items may lack it all. */
export interface FacebookPaging {
  readonly cursors?: { readonly before: string; readonly after: string };
  readonly next?: string;
  readonly previous?: string;
}

/** Most lists. `summary` only when it was asked for. */
export interface FacebookList<Item> {
  readonly data: readonly Item[];
  readonly paging?: FacebookPaging;
  readonly summary?: { readonly total_count: number };
}

interface Counted {
  readonly data: readonly unknown[];
  readonly summary?: { readonly total_count: number };
}

/** `media_type` is `photo`, `video`, `album`, `link`, `event` …; `type` is finer: `video_inline`, `share` … */
export interface FacebookAttachment {
  readonly media_type?: string;
  readonly type?: string;
  readonly title?: string;
  readonly url?: string;
  readonly media?: { readonly image?: { readonly src: string; readonly width: number; readonly height: number } };
  /** The video, the photo. */
  readonly target?: { readonly id?: string; readonly url?: string };
  readonly subattachments?: { readonly data: readonly FacebookAttachment[] };
}

/** One post. `shares` is left out when there are none. `created_time` like `2026-11-22T10:00:00+0000`. */
export interface FacebookPost {
  /** `{page}_{post}`. */
  readonly id: string;
  readonly message?: string;
  /** What Facebook writes when nothing else stands there: "X updated their cover photo." */
  readonly story?: string;
  readonly created_time?: string;
  readonly permalink_url?: string;
  readonly full_picture?: string;
  readonly status_type?: string;
  readonly shares?: { readonly count: number };
  readonly attachments?: { readonly data: readonly FacebookAttachment[] };
  readonly comments?: Counted;
  readonly reactions?: Counted;
}

/** `GET /{page}/stories`: also those that ended. `creation_time` in seconds since 1970, as text. */
export interface FacebookStory {
  readonly post_id: string;
  readonly status?: 'PUBLISHED' | 'ARCHIVED';
  readonly creation_time?: string;
  readonly media_type?: 'photo' | 'video';
  readonly media_id?: string;
  readonly url?: string;
}

/** `GET /{page}/live_videos`. `video` is the film that a post shows. */
export interface FacebookLiveVideo {
  readonly id: string;
  readonly status?: string;
  readonly video?: { readonly id: string };
}

/** Counts by country, city, reaction … where the metric has parts. */
export type FacebookInsightAmount = number | Readonly<Record<string, number>>;

/** One metric. A post's may come twice: of its lifetime, and of a day with 0. */
export interface FacebookInsight {
  readonly name: string;
  readonly period: 'lifetime' | 'day' | 'week' | 'days_28';
  readonly values: readonly { readonly value: FacebookInsightAmount; readonly end_time?: string }[];
  readonly title: string;
  readonly description: string;
  readonly id: string;
}

/** `GET /{page}/insights` and `GET /{post}/insights`. Without `read_insights` an empty `data` and no error. */
export interface FacebookInsights {
  readonly data: readonly FacebookInsight[];
  readonly paging?: FacebookPaging;
}

/** Header `X-App-Usage` of calls with a user's token, `X-Page-Usage` of those with a Page's. Percent. */
export interface FacebookUsage {
  readonly call_count: number;
  readonly total_cputime: number;
  readonly total_time: number;
}
