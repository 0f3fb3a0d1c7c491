/**
 * The JSON of X's OAuth 2.0 and API v2, as it comes over the wire. Types only. Hosts: `x.com` (authorize page),
 * `api.x.com`. Since August 2026 there are two spellings of the same: with tweets and with posts. An answer may have
 * both, key by key.
 */

export type TwitterScope = 'tweet.read' | 'users.read' | 'offline.access' | 'users.email' | 'follows.read';

/** `GET https://x.com/i/oauth2/authorize`. `scope` is separated by spaces, `state` at most 500 characters. */
export interface TwitterAuthorizeQuery {
  readonly response_type: 'code';
  readonly client_id: string;
  readonly redirect_uri: string;
  readonly scope: string;
  readonly state: string;
  readonly code_challenge: string;
  readonly code_challenge_method: 'S256' | 'plain';
}

/** Query of the redirect back. The code has to be exchanged within 30 seconds. */
export interface TwitterCallback {
  readonly code: string;
  readonly state: string;
}

export interface TwitterDenial {
  readonly error: 'access_denied';
  readonly state: string;
}

/** `POST https://api.x.com/2/oauth2/token`, a form; a confidential client has its id and secret in the Basic header. */
export interface TwitterCodeForm {
  readonly grant_type: 'authorization_code';
  readonly code: string;
  readonly redirect_uri: string;
  readonly code_verifier: string;
}

/** Works once: the answer has the next refresh token. */
export interface TwitterRefreshForm {
  readonly grant_type: 'refresh_token';
  readonly refresh_token: string;
}

/** `expires_in` in seconds: two hours. `refresh_token` only with `offline.access`. */
export interface TwitterToken {
  readonly token_type: 'bearer';
  readonly expires_in: number;
  readonly access_token: string;
  readonly scope: string;
  readonly refresh_token?: string;
}

/** `POST https://api.x.com/2/oauth2/revoke`, a form with `token`. */
export interface TwitterRevoked {
  readonly revoked: boolean;
}

/** Errors of the two OAuth endpoints. */
export interface TwitterOAuthError {
  readonly error:
    'invalid_request' | 'invalid_client' | 'unauthorized_client' | 'unsupported_grant_type' | 'invalid_grant';
  readonly error_description: string;
}

/**
 * RFC 7807. `type` is an address whose last part names the problem: `usage-capped`, `credits`, `client-forbidden` …, or
 * `about:blank`.
 */
export interface TwitterProblem {
  readonly title: string;
  readonly type: string;
  readonly detail: string;
  readonly status?: number;
  /** Of `client-forbidden`: `client-not-enrolled`, `official-client-forbidden`. */
  readonly reason?: string;
  readonly client_id?: string;
  readonly required_enrollment?: string;
  readonly registration_url?: string;
  /** Of `usage-capped`. */
  readonly account_id?: number | string;
  readonly product_name?: string;
  readonly period?: 'Daily' | 'Monthly';
  readonly scope?: 'Account' | 'Product';
  /** Of `invalid-request`. */
  readonly errors?: readonly {
    readonly parameters: Readonly<Record<string, readonly string[]>>;
    readonly message: string;
  }[];
}

/** The older form, still sent for rate limits. */
export interface TwitterCodedErrors {
  readonly errors: readonly { readonly code: number; readonly message: string }[];
}

/** What an answer with 200 could not give. */
export interface TwitterPartialError {
  readonly title: string;
  readonly type: string;
  readonly detail: string;
  readonly resource_type?: string;
  readonly resource_id?: string;
  readonly parameter?: string;
  readonly field?: string;
  readonly section?: 'data' | 'includes';
  readonly value?: string;
}

/** All counts since the account began. One of the two spellings of the number of posts, or both. */
export interface TwitterUserMetrics {
  readonly followers_count: number;
  readonly following_count: number;
  readonly tweet_count?: number;
  readonly post_count?: number;
  readonly listed_count: number;
  readonly like_count?: number;
  readonly media_count?: number;
}

/** `id`, `name` and `username` always come; the rest as `user.fields` says. */
export interface TwitterUser {
  readonly id: string;
  readonly name: string;
  /** The handle, without its `@`. */
  readonly username: string;
  readonly created_at?: string;
  readonly description?: string;
  readonly location?: string;
  /** 48 pixels wide, as its `_normal` says. */
  readonly profile_image_url?: string;
  readonly protected?: boolean;
  readonly verified?: boolean;
  readonly verified_type?: 'blue' | 'business' | 'government' | 'none';
  readonly url?: string;
  readonly public_metrics?: TwitterUserMetrics;
  /** Only with `users.email`. */
  readonly confirmed_email?: string;
}

/** `GET /2/users/me`. */
export interface TwitterMe {
  readonly data: TwitterUser;
  readonly errors?: readonly TwitterPartialError[];
}

export interface TwitterPostMetrics {
  readonly retweet_count?: number;
  readonly repost_count?: number;
  readonly reply_count: number;
  readonly like_count: number;
  readonly quote_count: number;
  readonly bookmark_count: number;
  readonly impression_count?: number;
}

/** For the owner's token only, and for 30 days after publishing. */
export interface TwitterOwnersMetrics {
  readonly impression_count: number;
  readonly user_profile_clicks: number;
  readonly url_link_clicks?: number;
  readonly engagements?: number;
}

export interface TwitterReference {
  readonly type: 'retweeted' | 'quoted' | 'replied_to';
  readonly id: string;
}

/** `id` and `text` always come; the rest as `tweet.fields` or `post.fields` says. */
export interface TwitterPost {
  readonly id: string;
  /** With `&amp;`, `&lt;` and `&gt;`; its last word is an address of X's where media are attached. */
  readonly text: string;
  readonly edit_history_tweet_ids?: readonly string[];
  readonly edit_history_post_ids?: readonly string[];
  /** `2026-08-01T10:00:00.000Z` */
  readonly created_at?: string;
  readonly author_id?: string;
  readonly conversation_id?: string;
  readonly lang?: string;
  readonly possibly_sensitive?: boolean;
  readonly public_metrics?: TwitterPostMetrics;
  readonly non_public_metrics?: TwitterOwnersMetrics;
  readonly organic_metrics?: Partial<TwitterPostMetrics> & TwitterOwnersMetrics;
  readonly attachments?: { readonly media_keys?: readonly string[]; readonly poll_ids?: readonly string[] };
  readonly referenced_tweets?: readonly TwitterReference[];
  readonly referenced_posts?: readonly TwitterReference[];
  /** Of posts that are longer than 280 characters: all of it. */
  readonly note_tweet?: { readonly text: string };
  readonly note_post?: { readonly text: string };
}

/** Its key begins with `3_` for photos, `7_` or `13_` for videos, `16_` for moving pictures. */
export interface TwitterMedia {
  readonly media_key: string;
  readonly type: 'photo' | 'video' | 'animated_gif';
  /** Of photos. */
  readonly url?: string;
  /** Of what moves. */
  readonly preview_image_url?: string;
  readonly duration_ms?: number;
  readonly width?: number;
  readonly height?: number;
  readonly alt_text?: string;
  readonly public_metrics?: { readonly view_count: number };
}

/** Without `next_token` it is the last page. */
export interface TwitterMeta {
  readonly result_count: number;
  readonly newest_id?: string;
  readonly oldest_id?: string;
  readonly next_token?: string;
  readonly previous_token?: string;
}

/** `GET /2/users/:id/tweets`. A page without posts has no `data`. */
export interface TwitterTimeline {
  readonly data?: readonly TwitterPost[];
  readonly includes?: { readonly media?: readonly TwitterMedia[] };
  readonly meta: TwitterMeta;
  readonly errors?: readonly TwitterPartialError[];
}

/** `GET /2/tweets?ids=`. Posts that are not there, or not to be seen, are in `errors`. */
export interface TwitterPosts {
  readonly data?: readonly TwitterPost[];
  readonly includes?: { readonly media?: readonly TwitterMedia[] };
  readonly errors?: readonly TwitterPartialError[];
}
