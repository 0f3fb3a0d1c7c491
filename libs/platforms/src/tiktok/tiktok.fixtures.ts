import type { TiktokAnswer, TiktokOAuthError, TiktokUser, TiktokVideo } from './tiktok.wire';

/** Hand-written answers of TikTok, for specs. */

const logId = '202611231200000102450670881FABCDEF';

export const user: TiktokUser = {
  open_id: '-000AbCdEfGhIjKlMnOpQrStUvWxYz12345',
  union_id: 'c9c60f44-a68e-4f5d-84dd-ce22faeb0ba1',
  avatar_url: 'https://p16-sign-va.tiktokcdn.com/amelie~c5_168x168.jpeg?x-expires=1',
  avatar_url_100: 'https://p16-sign-va.tiktokcdn.com/amelie~c5_100x100.jpeg?x-expires=1',
  avatar_large_url: 'https://p16-sign-va.tiktokcdn.com/amelie~c5_1080x1080.jpeg?x-expires=1',
  display_name: 'Amélie 🎨',
  bio_description: 'Terre et feu.',
  profile_deep_link: 'https://vm.tiktok.com/ZMabc123/',
  is_verified: false,
  username: 'atelier.amelie',
  follower_count: 210_400,
  following_count: 312,
  likes_count: 4_100_000,
  video_count: 3,
};

export const video: TiktokVideo = {
  id: '7080217258529732386',
  create_time: 1_793_534_400,
  cover_image_url: 'https://p16-sign-va.tiktokcdn.com/cover.jpeg?x-expires=1793556000&x-signature=abc',
  share_url: 'https://www.tiktok.com/@atelier.amelie/video/7080217258529732386?utm_campaign=tt4d_open_api&utm_source=x',
  video_description: 'Nouveau four 🔥\n#ceramics',
  duration: 32,
  height: 1024,
  width: 576,
  title: 'Nouveau four',
  embed_html: '<blockquote></blockquote>',
  embed_link: 'https://www.tiktok.com/player/v1/7080217258529732386',
  like_count: 0,
  comment_count: 12,
  share_count: 7,
  view_count: 48_200,
};

export const ok = <Data>(data: Data): TiktokAnswer<Data> => ({
  data,
  error: { code: 'ok', message: '', log_id: logId },
});

export const refused = (code: string): TiktokAnswer<object> => ({
  data: {},
  error: { code, message: 'Something', log_id: logId },
});

export const oauthError = (error: string): TiktokOAuthError => ({
  error,
  error_description: 'Something',
  log_id: logId,
});

export const pageOf = (videos: readonly unknown[], next?: number) =>
  ok({ videos, cursor: next ?? 0, has_more: next !== undefined });
