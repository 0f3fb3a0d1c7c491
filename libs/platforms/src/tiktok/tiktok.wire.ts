/**
 * The JSON of TikTok's Login Kit and Display API v2, as it comes over the wire. Types only.
 * Hosts: `www.tiktok.com` (authorize page), `open.tiktokapis.com` (tokens and data).
 */

/** Scopes are sent, and come back, separated by commas. */
export type TiktokScope = 'user.info.basic' | 'user.info.profile' | 'user.info.stats' | 'video.list';

/**
 * Times in seconds: two hours and 180 days. Each refresh gives a new refresh token, and the one before it stops
 * working.
 */
export interface TiktokToken {
  readonly access_token: string;
  readonly expires_in: number;
  readonly open_id: string;
  readonly refresh_token: string;
  readonly refresh_expires_in: number;
  readonly scope: string;
  readonly token_type: 'Bearer';
}

/** Errors of the token and revoke endpoints. Judged by `error`, not by the status. */
export interface TiktokOAuthError {
  readonly error:
    | 'invalid_grant'
    | 'invalid_client'
    | 'invalid_request'
    | 'invalid_scope'
    | 'unauthorized_client'
    | 'unsupported_grant_type'
    | 'access_denied'
    | 'server_error'
    | 'temporarily_unavailable'
    | (string & {});
  readonly error_description: string;
  readonly log_id: string;
}

/** Comes with every answer of the Display API: `code` is `ok` when it went well. */
export interface TiktokVerdict {
  readonly code:
    | 'ok'
    | 'access_token_invalid'
    | 'scope_not_authorized'
    | 'scope_permission_missed'
    | 'invalid_params'
    | 'rate_limit_exceeded'
    | 'internal_error'
    | (string & {});
  readonly message: string;
  readonly log_id: string;
}

export interface TiktokAnswer<Data> {
  readonly data: Data;
  readonly error: TiktokVerdict;
}

/**
 * Of `GET /v2/user/info/?fields=…`: only the fields that were asked for. A field without its scope refuses the whole
 * call.
 */
export interface TiktokUser {
  readonly open_id: string;
  readonly union_id: string;
  readonly avatar_url: string;
  readonly avatar_url_100: string;
  readonly avatar_large_url: string;
  readonly display_name: string;
  readonly bio_description: string;
  readonly profile_deep_link: string;
  readonly is_verified: boolean;
  readonly username: string;
  readonly follower_count: number;
  readonly following_count: number;
  readonly likes_count: number;
  readonly video_count: number;
}

/** Newest first, public ones only. */
export interface TiktokVideo {
  readonly id: string;
  /** UTC, in seconds. */
  readonly create_time: number;
  /** Signed: dead after six hours. */
  readonly cover_image_url: string;
  /** With parameters that follow the person who opens it. */
  readonly share_url: string;
  readonly video_description: string;
  /** Seconds. */
  readonly duration: number;
  readonly height: number;
  readonly width: number;
  readonly title: string;
  readonly embed_html: string;
  readonly embed_link: string;
  readonly like_count: number;
  readonly comment_count: number;
  readonly share_count: number;
  readonly view_count: number;
}

export interface TiktokVideoList {
  readonly videos: readonly Partial<TiktokVideo>[];
  readonly cursor: number;
  readonly has_more: boolean;
}
