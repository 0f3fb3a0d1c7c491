/**
 * The JSON of Twitch's OAuth and of the Helix API, as it comes over the wire. Types only.
 * Hosts: `id.twitch.tv` (authorize page, tokens), `api.twitch.tv` (data; with the header `Client-Id`).
 */

/** `GET https://id.twitch.tv/oauth2/authorize`. Scopes are separated by spaces; creators agree to all or none. */
export interface TwitchAuthorizeQuery {
  readonly client_id: string;
  readonly redirect_uri: string;
  readonly response_type: 'code';
  readonly scope: string;
  readonly state?: string;
  /** `true`: the page is shown also to a creator that agreed before. */
  readonly force_verify?: 'true' | 'false';
}

export interface TwitchCallback {
  readonly code: string;
  readonly scope: string;
  readonly state?: string;
}

export interface TwitchDenial {
  readonly error: 'access_denied' | (string & {});
  readonly error_description: string;
  readonly state?: string;
}

/** `POST https://id.twitch.tv/oauth2/token`, a form. */
export interface TwitchCodeForm {
  readonly grant_type: 'authorization_code';
  readonly client_id: string;
  readonly client_secret: string;
  readonly code: string;
  readonly redirect_uri: string;
}

export interface TwitchRefreshForm {
  readonly grant_type: 'refresh_token';
  readonly client_id: string;
  readonly client_secret: string;
  readonly refresh_token: string;
}

/** About four hours. `scope` is left out when none was asked for. */
export interface TwitchToken {
  readonly access_token: string;
  readonly expires_in: number;
  readonly refresh_token: string;
  readonly scope?: readonly string[];
  readonly token_type: 'bearer';
}

/** `GET https://id.twitch.tv/oauth2/validate` with `Authorization: OAuth …`; to be asked once an hour. */
export interface TwitchValidation {
  readonly client_id: string;
  readonly login: string;
  readonly scopes: readonly string[];
  readonly user_id: string;
  readonly expires_in: number;
}

/**
 * `POST https://id.twitch.tv/oauth2/token` with `grant_type=client_credentials`: a token of the app itself, for about
 * 60 days.
 */
export interface TwitchAppToken {
  readonly access_token: string;
  readonly expires_in: number;
  readonly token_type: 'bearer';
}

/** `POST /helix/eventsub/subscriptions`, with a token of the app. `secret`: 10 to 100 characters of ASCII. */
export interface TwitchSubscriptionRequest {
  readonly type: string;
  readonly version: string;
  readonly condition: Readonly<Record<string, string>>;
  readonly transport: { readonly method: 'webhook'; readonly callback: string; readonly secret: string };
}

/** In the answers (202 when it was asked for), and in each message to the webhook. */
export interface TwitchSubscription {
  readonly id: string;
  readonly status:
    | 'enabled'
    | 'webhook_callback_verification_pending'
    | 'webhook_callback_verification_failed'
    | 'notification_failures_exceeded'
    | (string & {});
  readonly type: string;
  readonly version: string;
  readonly cost: number;
  readonly condition: Readonly<Record<string, string>>;
  readonly transport: { readonly method: 'webhook'; readonly callback: string };
  readonly created_at: string;
}

export interface TwitchSubscriptions {
  readonly total: number;
  readonly data: readonly TwitchSubscription[];
  readonly total_cost: number;
  readonly max_total_cost: number;
  readonly pagination: { readonly cursor?: string };
}

/**
 * Posted to the webhook: `challenge` to try it, `event` when something happened, neither when the subscription has
 * ended.
 */
export interface TwitchMessage {
  readonly challenge?: string;
  readonly subscription: TwitchSubscription;
  readonly event?: Readonly<Record<string, string | null>>;
}

/** Of both hosts; `id.twitch.tv` mostly leaves `error` out. */
export interface TwitchError {
  readonly error?: string;
  readonly status: number;
  readonly message: string;
}

/** The end of a list is an empty `pagination`. */
export interface TwitchList<Item> {
  readonly data: readonly Item[];
  readonly pagination?: { readonly cursor?: string };
  readonly total?: number;
}

/** `GET /helix/users`; without parameters the one whose token it is. `email` only with the scope for it. */
export interface TwitchUser {
  readonly id: string;
  readonly login: string;
  readonly display_name: string;
  readonly type: '' | 'admin' | 'global_mod' | 'staff';
  readonly broadcaster_type: '' | 'affiliate' | 'partner';
  readonly description: string;
  readonly profile_image_url: string;
  readonly offline_image_url: string;
  /** Not counted any more. */
  readonly view_count: number;
  readonly email?: string;
  readonly created_at: string;
}

/** `GET /helix/channels/followers`: without `moderator:read:followers` the total only. */
export interface TwitchFollower {
  readonly user_id: string;
  readonly user_login: string;
  readonly user_name: string;
  readonly followed_at: string;
}

/** `GET /helix/videos?user_id=`. `%{width}x%{height}` stands in the address of the picture. */
export interface TwitchVideo {
  readonly id: string;
  /** Of a past broadcast only. */
  readonly stream_id: string | null;
  readonly user_id: string;
  readonly user_login: string;
  readonly user_name: string;
  readonly title: string;
  readonly description: string;
  readonly created_at: string;
  readonly published_at: string;
  readonly url: string;
  readonly thumbnail_url: string;
  readonly viewable: 'public' | 'private';
  readonly view_count: number;
  readonly language: string;
  readonly type: 'archive' | 'highlight' | 'upload';
  /** `1h2m3s` */
  readonly duration: string;
  readonly muted_segments: readonly { readonly duration: number; readonly offset: number }[] | null;
}

/** `GET /helix/clips?broadcaster_id=`, most viewed first. Often cut by viewers: `creator_id`. */
export interface TwitchClip {
  readonly id: string;
  readonly url: string;
  readonly embed_url: string;
  readonly broadcaster_id: string;
  readonly broadcaster_name: string;
  readonly creator_id: string;
  readonly creator_name: string;
  readonly video_id: string;
  readonly game_id: string;
  readonly language: string;
  readonly title: string;
  readonly view_count: number;
  readonly created_at: string;
  readonly thumbnail_url: string;
  /** Seconds. */
  readonly duration: number;
  readonly vod_offset: number | null;
  readonly is_featured: boolean;
}

/**
 * `GET /helix/streams?user_id=`: an empty list while the channel is not live. `{width}x{height}` stands in the address
 * of the picture.
 */
export interface TwitchStream {
  readonly id: string;
  readonly user_id: string;
  readonly user_login: string;
  readonly user_name: string;
  readonly game_id: string;
  readonly game_name: string;
  readonly type: 'live' | '';
  readonly title: string;
  readonly tags: readonly string[];
  readonly viewer_count: number;
  readonly started_at: string;
  readonly language: string;
  readonly thumbnail_url: string;
  readonly is_mature: boolean;
}
