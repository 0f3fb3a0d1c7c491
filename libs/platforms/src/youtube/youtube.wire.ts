/**
 * The JSON of Google OAuth, the YouTube Data API v3 and the YouTube Analytics API v2, as it comes over the wire. Types
 * only. Hosts: `accounts.google.com` (authorize page), `oauth2.googleapis.com` (tokens), `www.googleapis.com` (Data
 * API, userinfo), `youtubeanalytics.googleapis.com` (reports).
 */

/** `expires_in` in seconds. A refresh answer has no `refresh_token`: keep the old one. */
export interface GoogleToken {
  readonly access_token: string;
  readonly expires_in: number;
  readonly refresh_token?: string;
  readonly refresh_token_expires_in?: number;
  /** Granted scopes, space separated. */
  readonly scope: string;
  readonly token_type: 'Bearer';
  /** Only with `openid`. */
  readonly id_token?: string;
}

/** Errors of the token and revoke endpoints, HTTP 400 or 401. */
export interface GoogleOAuthError {
  readonly error:
    | 'invalid_grant'
    | 'invalid_client'
    | 'invalid_request'
    | 'invalid_token'
    | 'redirect_uri_mismatch'
    | 'unauthorized_client'
    | 'unsupported_grant_type'
    | 'deleted_client'
    | (string & {});
  readonly error_description?: string;
}

/** Errors of the Data and Analytics APIs. */
export interface GoogleError {
  readonly error: {
    readonly code: number;
    readonly message: string;
    readonly errors?: readonly {
      readonly domain: string;
      readonly reason: string;
      readonly message: string;
      readonly location?: string;
      readonly locationType?: string;
    }[];
    readonly status?: string;
    readonly details?: readonly { readonly '@type': string; readonly reason?: string; readonly domain?: string }[];
  };
}

/** `GET https://www.googleapis.com/oauth2/v2/userinfo`. `email` only with the e-mail scope. */
export interface GoogleUserInfo {
  readonly id: string;
  readonly email?: string;
  readonly verified_email?: boolean;
  readonly name?: string;
  readonly given_name?: string;
  readonly family_name?: string;
  readonly picture?: string;
}

interface YoutubePageInfo {
  readonly totalResults: number;
  readonly resultsPerPage: number;
}

/** A list answer. The end of paging is the absence of `nextPageToken`; `items` may be absent when there are none. */
export interface YoutubeList<Item> {
  readonly kind: string;
  readonly etag: string;
  readonly nextPageToken?: string;
  readonly prevPageToken?: string;
  readonly pageInfo: YoutubePageInfo;
  readonly items?: readonly Item[];
}

interface YoutubeThumbnail {
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
}

export type YoutubeThumbnails = Readonly<
  Partial<Record<'default' | 'medium' | 'high' | 'standard' | 'maxres', YoutubeThumbnail>>
>;

/** Counts are strings. */
export interface YoutubeChannel {
  readonly kind: 'youtube#channel';
  readonly etag: string;
  /** `UC…` */
  readonly id: string;
  readonly snippet?: {
    readonly title: string;
    readonly description: string;
    /** The handle, `@…`. */
    readonly customUrl?: string;
    readonly publishedAt: string;
    readonly thumbnails: YoutubeThumbnails;
    readonly country?: string;
  };
  readonly statistics?: {
    readonly viewCount: string;
    /** Rounded down to three significant figures; absent or meaningless when `hiddenSubscriberCount`. */
    readonly subscriberCount?: string;
    readonly hiddenSubscriberCount: boolean;
    readonly videoCount: string;
  };
  readonly contentDetails?: { readonly relatedPlaylists: { readonly likes?: string; readonly uploads: string } };
  readonly status?: { readonly privacyStatus: string; readonly isLinked: boolean; readonly longUploadsStatus?: string };
  readonly brandingSettings?: {
    readonly channel: {
      readonly title: string;
      readonly description?: string;
      readonly country?: string;
      readonly keywords?: string;
    };
  };
}

export interface YoutubePlaylist {
  readonly kind: 'youtube#playlist';
  readonly etag: string;
  readonly id: string;
  readonly snippet?: {
    readonly publishedAt: string;
    readonly channelId: string;
    readonly title: string;
    readonly description: string;
    readonly thumbnails: YoutubeThumbnails;
    readonly channelTitle: string;
  };
  readonly contentDetails?: { readonly itemCount: number };
  readonly status?: { readonly privacyStatus: string };
}

export interface YoutubePlaylistItem {
  readonly kind: 'youtube#playlistItem';
  readonly etag: string;
  readonly id: string;
  readonly snippet?: {
    readonly publishedAt: string;
    readonly channelId: string;
    readonly title: string;
    readonly description: string;
    readonly thumbnails: YoutubeThumbnails;
    readonly channelTitle: string;
    readonly playlistId: string;
    readonly position: number;
    readonly resourceId: { readonly kind: 'youtube#video'; readonly videoId: string };
  };
  readonly contentDetails?: { readonly videoId: string; readonly videoPublishedAt?: string };
}

export interface YoutubeVideo {
  readonly kind: 'youtube#video';
  readonly etag: string;
  readonly id: string;
  readonly snippet?: {
    /** `2026-08-01T10:00:00Z` */
    readonly publishedAt: string;
    readonly channelId: string;
    readonly title: string;
    readonly description: string;
    readonly thumbnails: YoutubeThumbnails;
    readonly channelTitle: string;
    readonly tags?: readonly string[];
    readonly categoryId?: string;
    readonly liveBroadcastContent: 'none' | 'live' | 'upcoming';
  };
  /** `duration` is ISO 8601, `PT21M7S`; `P0D` while live. */
  readonly contentDetails?: {
    readonly duration: string;
    readonly dimension: string;
    readonly definition: string;
    readonly caption: string;
    readonly licensedContent: boolean;
  };
  /** Strings; a count is absent when hidden or switched off. */
  readonly statistics?: {
    readonly viewCount?: string;
    readonly likeCount?: string;
    /** Only for the owner. */
    readonly dislikeCount?: string;
    readonly favoriteCount?: string;
    readonly commentCount?: string;
  };
  readonly status?: {
    readonly uploadStatus: string;
    readonly privacyStatus: 'public' | 'unlisted' | 'private';
    readonly madeForKids?: boolean;
  };
  /** Present only for what is or was a live broadcast. */
  readonly liveStreamingDetails?: {
    readonly scheduledStartTime?: string;
    readonly actualStartTime?: string;
    readonly actualEndTime?: string;
    readonly concurrentViewers?: string;
  };
}

export interface YoutubeColumn {
  readonly name: string;
  readonly columnType: 'DIMENSION' | 'METRIC';
  readonly dataType: 'STRING' | 'INTEGER' | 'FLOAT';
}

/**
 * `GET https://youtubeanalytics.googleapis.com/v2/reports`. Map cells by header name. `rows` is absent when there are
 * none.
 */
export interface YoutubeReport {
  readonly kind: 'youtubeAnalytics#resultTable';
  readonly columnHeaders: readonly YoutubeColumn[];
  readonly rows?: readonly (readonly (string | number)[])[];
}

export type YoutubeAgeGroup = 'age13-17' | 'age18-24' | 'age25-34' | 'age35-44' | 'age45-54' | 'age55-64' | 'age65-';
export type YoutubeGender = 'female' | 'male' | 'user_specified';
export type YoutubeCreatorContentType = 'SHORTS' | 'VIDEO_ON_DEMAND' | 'LIVE_STREAM' | 'STORY' | 'UNSPECIFIED';
