import type { InstagramError, InstagramInsight, InstagramMedia, InstagramUser } from './instagram.wire';

/** Hand-written answers of Instagram, for specs. */

export const user: InstagramUser = {
  id: '9876543210',
  user_id: '17841400000000001',
  username: 'atelier.amelie',
  name: 'Amélie Rousseau',
  account_type: 'MEDIA_CREATOR',
  profile_picture_url: 'https://scontent.cdninstagram.com/amelie.jpg?stp=1',
  followers_count: 41_700,
  follows_count: 812,
  media_count: 2310,
};

export const image: InstagramMedia = {
  id: '18000000000000001',
  caption: 'Nouveau four 🔥\n\n#ceramics',
  media_type: 'IMAGE',
  media_product_type: 'FEED',
  permalink: 'https://www.instagram.com/p/Cabc/',
  timestamp: '2026-11-20T09:30:00+0000',
  media_url: 'https://scontent.cdninstagram.com/1.jpg',
  like_count: 0,
  comments_count: 12,
  shortcode: 'Cabc',
};

export const reel: InstagramMedia = {
  id: '18000000000000002',
  caption: 'Tour',
  media_type: 'VIDEO',
  media_product_type: 'REELS',
  permalink: 'https://www.instagram.com/reel/Cdef/',
  timestamp: '2026-11-19T09:30:00+0000',
  thumbnail_url: 'https://scontent.cdninstagram.com/2.jpg',
  media_url: 'https://scontent.cdninstagram.com/2.mp4',
  comments_count: 3,
};

export const album: InstagramMedia = {
  id: '18000000000000003',
  media_type: 'CAROUSEL_ALBUM',
  media_product_type: 'FEED',
  permalink: 'https://www.instagram.com/p/Cghi/',
  timestamp: '2026-11-18T09:30:00+0000',
  like_count: 40,
  comments_count: 1,
  children: {
    data: [
      { id: '1', media_type: 'IMAGE', media_url: 'https://scontent.cdninstagram.com/3a.jpg' },
      { id: '2', media_type: 'IMAGE' },
    ],
  },
};

export const oldVideo: InstagramMedia = {
  id: '18000000000000004',
  media_type: 'VIDEO',
  media_product_type: 'FEED',
  permalink: 'https://www.instagram.com/p/Cjkl/',
  timestamp: '2019-01-05T09:30:00+0000',
  media_url: 'https://scontent.cdninstagram.com/4.mp4',
  like_count: 8,
  comments_count: 0,
};

export const story: InstagramMedia = {
  id: '18000000000000005',
  media_type: 'IMAGE',
  media_product_type: 'STORY',
  permalink: 'https://www.instagram.com/stories/atelier.amelie/5/',
  timestamp: '2026-11-23T08:00:00+0000',
  media_url: 'https://scontent.cdninstagram.com/5.jpg',
};

export const metric = (name: string, amount: number): InstagramInsight => ({
  name,
  period: 'lifetime',
  values: [{ value: amount }],
  title: name,
  description: '',
  id: `1/insights/${name}/lifetime`,
});

export const totalMetric = (name: string, amount: number): InstagramInsight => ({
  name,
  period: 'day',
  total_value: { value: amount },
  title: name,
  description: '',
  id: `1/insights/${name}/day`,
});

export const breakdown = (key: string, results: readonly (readonly [string, number])[]): InstagramInsight => ({
  name: 'follower_demographics',
  period: 'lifetime',
  title: 'Follower demographics',
  description: '',
  id: '1/insights/follower_demographics/lifetime',
  total_value: {
    breakdowns: [
      {
        dimension_keys: [key],
        results: results.map(([value, count]) => ({ dimension_values: [value], value: count })),
      },
    ],
  },
});

export const graphError = (
  code: number,
  subcode?: number,
  message = 'Something',
  more: Partial<InstagramError['error']> = {},
): InstagramError => ({
  error: {
    message,
    type: 'OAuthException',
    code,
    fbtrace_id: 'AbCdEf',
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    ...more,
  },
});
