import type {
  FacebookError,
  FacebookInsight,
  FacebookInsightAmount,
  FacebookPage,
  FacebookPost,
  FacebookStory,
} from './facebook.wire';

/** Hand-written answers of Facebook, for specs. */

export const pageId = '205000000000001';

export const page: FacebookPage = {
  id: pageId,
  name: 'Brotzeit mit Jana',
  username: 'brotzeitmitjana',
  link: 'https://www.facebook.com/brotzeitmitjana',
  picture: { data: { url: 'https://scontent.xx.fbcdn.net/jana.jpg', width: 320, height: 320, is_silhouette: false } },
  fan_count: 41_200,
  followers_count: 41_700,
};

const summary = (total: number) => ({ data: [], summary: { total_count: total } });

export const photo: FacebookPost = {
  id: `${pageId}_1`,
  message: 'Neues Rezept 🍞\n\n#brot',
  created_time: '2026-11-20T09:30:00+0000',
  permalink_url: 'https://www.facebook.com/61550000000001/posts/1',
  full_picture: 'https://scontent.xx.fbcdn.net/1.jpg',
  status_type: 'added_photos',
  shares: { count: 4 },
  attachments: {
    data: [
      {
        media_type: 'photo',
        type: 'photo',
        media: { image: { src: 'https://scontent.xx.fbcdn.net/1.jpg', width: 720, height: 900 } },
        target: { id: '901', url: 'https://www.facebook.com/photo/901' },
      },
    ],
  },
  comments: summary(12),
  reactions: summary(0),
};

export const reel: FacebookPost = {
  id: `${pageId}_2`,
  message: 'Anschnitt',
  created_time: '2026-11-19T09:30:00+0000',
  permalink_url: 'https://www.facebook.com/reel/902/',
  full_picture: 'https://scontent.xx.fbcdn.net/2.jpg',
  status_type: 'added_video',
  shares: { count: 40 },
  attachments: { data: [{ media_type: 'video', type: 'video_inline', target: { id: '902' } }] },
  comments: summary(3),
  reactions: summary(350),
};

export const live: FacebookPost = {
  id: `${pageId}_3`,
  message: 'Live aus der Backstube',
  created_time: '2026-11-18T09:30:00+0000',
  permalink_url: 'https://www.facebook.com/brotzeitmitjana/videos/903/',
  full_picture: 'https://scontent.xx.fbcdn.net/3.jpg',
  status_type: 'added_video',
  shares: { count: 1 },
  attachments: { data: [{ media_type: 'video', type: 'video_inline', target: { id: '903' } }] },
  comments: summary(88),
  reactions: summary(140),
};

export const album: FacebookPost = {
  id: `${pageId}_4`,
  story: 'Brotzeit mit Jana hat 3 neue Fotos hinzugefügt.',
  created_time: '2026-11-17T09:30:00+0000',
  permalink_url: 'https://www.facebook.com/brotzeitmitjana/posts/4',
  full_picture: 'https://scontent.xx.fbcdn.net/4.jpg',
  status_type: 'added_photos',
  shares: { count: 2 },
  attachments: {
    data: [
      {
        media_type: 'album',
        type: 'album',
        target: { id: '904' },
        subattachments: { data: [{ media_type: 'photo' }, { media_type: 'photo' }] },
      },
    ],
  },
  comments: summary(1),
  reactions: summary(40),
};

/** No attachment, nobody passed it on: most fields are left out. */
export const plain: FacebookPost = {
  id: `${pageId}_5`,
  message: 'Guten Morgen!',
  created_time: '2019-01-05T09:30:00+0000',
  permalink_url: 'https://www.facebook.com/brotzeitmitjana/posts/5',
  status_type: 'mobile_status_update',
  comments: summary(0),
  reactions: summary(8),
};

export const story: FacebookStory = {
  post_id: '777000000000001',
  status: 'PUBLISHED',
  creation_time: '1795420800',
  media_type: 'photo',
  media_id: '555',
  url: 'https://facebook.com/stories/1/777',
};

/** `story` was published at this time, and specs live four hours later. */
export const storyTime = new Date(1_795_420_800_000).toISOString();

export const metric = (
  name: string,
  amount: FacebookInsightAmount,
  period: FacebookInsight['period'] = 'lifetime',
): FacebookInsight => ({
  name,
  period,
  values: period === 'lifetime' ? [{ value: amount }] : [{ value: amount, end_time: '2026-11-22T08:00:00+0000' }],
  title: name,
  description: '',
  id: `1/insights/${name}/${period}`,
});

export const graphError = (
  code: number,
  subcode?: number,
  message = 'Something',
  more: Partial<FacebookError['error']> = {},
): FacebookError => ({
  error: {
    message,
    type: 'OAuthException',
    code,
    fbtrace_id: 'AbCdEf',
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    ...more,
  },
});
