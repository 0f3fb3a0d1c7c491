import type { TwitchClip, TwitchError, TwitchList, TwitchStream, TwitchUser, TwitchVideo } from './twitch.wire';

/** Hand-written answers of Twitch, for specs. */

export const user: TwitchUser = {
  id: '141981764',
  login: 'nightshift',
  display_name: 'NightShift',
  type: '',
  broadcaster_type: 'partner',
  description: 'Games until the trams run.',
  profile_image_url: 'https://static-cdn.jtvnw.net/jtv_user_pictures/8a6381c7-profile_image-300x300.png',
  offline_image_url: '',
  view_count: 0,
  email: 'night@example.com',
  created_at: '2016-12-14T20:32:28Z',
};

export const video: TwitchVideo = {
  id: '335921245',
  stream_id: null,
  user_id: user.id,
  user_login: user.login,
  user_name: user.display_name,
  title: 'Speedrun  in one go',
  description: '',
  created_at: '2026-11-01T10:00:00Z',
  published_at: '2026-11-01T11:00:00Z',
  url: 'https://www.twitch.tv/videos/335921245',
  thumbnail_url: 'https://static-cdn.jtvnw.net/cf_vods/d2nvs31859zcd8/x/335921245/thumb/custom-%{width}x%{height}.png',
  viewable: 'public',
  view_count: 1_863_062,
  language: 'en',
  type: 'upload',
  duration: '3m21s',
  muted_segments: [{ duration: 30, offset: 120 }],
};

export const clip: TwitchClip = {
  id: 'RandomClip1',
  url: 'https://clips.twitch.tv/RandomClip1',
  embed_url: 'https://clips.twitch.tv/embed?clip=RandomClip1',
  broadcaster_id: user.id,
  broadcaster_name: user.display_name,
  creator_id: '123456',
  creator_name: 'MrMarshall',
  video_id: '',
  game_id: '33103',
  language: 'en',
  title: 'random1',
  view_count: 0,
  created_at: '2026-11-02T22:34:18Z',
  thumbnail_url: 'https://clips-media-assets2.twitch.tv/157589949-preview-480x272.jpg',
  duration: 12.9,
  vod_offset: null,
  is_featured: false,
};

export const stream: TwitchStream = {
  id: '123456789',
  user_id: user.id,
  user_login: user.login,
  user_name: user.display_name,
  game_id: '494131',
  game_name: 'Little Nightmares',
  type: 'live',
  title: 'hablamos y le damos',
  tags: ['Español'],
  viewer_count: 78_365,
  started_at: '2026-11-23T10:10:00Z',
  language: 'es',
  thumbnail_url: 'https://static-cdn.jtvnw.net/previews-ttv/live_user_nightshift-{width}x{height}.jpg',
  is_mature: false,
};

export const listOf = <Item>(data: readonly Item[], cursor?: string): TwitchList<Item> => ({
  data,
  pagination: cursor === undefined ? {} : { cursor },
});

export const helixError = (status: number, error: string, message: string): TwitchError => ({ error, status, message });
export const idError = (status: number, message: string): TwitchError => ({ status, message });
