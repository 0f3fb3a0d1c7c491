import { damageContract } from '../testing/damage.contract';
import { facebookConnector } from './facebook.connector';
import { album, live, metric, page, photo, plain, reel, story } from './facebook.fixtures';

const list = (data: readonly unknown[], after?: string) => ({
  data,
  paging: {
    cursors: { before: 'b', after: after ?? 'end' },
    ...(after && { next: `https://x.example/?after=${after}` }),
  },
});
const ofPost = { data: [metric('post_media_view', 900), metric('post_total_media_view_unique', 700)] };
const ofStory = {
  data: [
    metric('story_media_view', 90),
    metric('story_total_media_view_unique', 70),
    metric('pages_fb_story_shares', 7),
    metric('pages_fb_story_thread_lightweight_reactions', { like: 3, love: 2 }),
  ],
};

describe('any JSON in any place of Facebook’s answers', () => {
  damageContract({
    create: facebookConnector,
    memory: {
      answers: {
        page,
        count: { data: [], summary: { total_count: 5 } },
        email: { id: '10', email: 'jana@example.com' },
        page_total_media_view_unique: { data: [metric('page_total_media_view_unique', 777, 'days_28')] },
        page_follows_country: { data: [metric('page_follows_country', { DE: 80, AT: 60 }, 'day')] },
        page_follows_city: { data: [metric('page_follows_city', { Köln: 30, Wien: 20 }, 'day')] },
        stories: { data: [story] },
        live: { data: [{ id: '50', video: { id: '903' } }] },
        'posts ': { ...list([photo, reel, live], 'two'), summary: { total_count: 5 } },
        'posts two': list([album, plain]),
        ...Object.fromEntries([photo, reel, live, album, plain].map(({ id }) => [`insights ${id}`, ofPost])),
        [`insights ${story.post_id}`]: ofStory,
      },
      nameOf: ({ call, url }) => {
        const parameter = (name: string): string => url.searchParams.get(name) ?? '';
        if (call === 'GET /{page-id}') return 'page';
        if (call === 'GET /me') return 'email';
        if (call.endsWith('/stories')) return 'stories';
        if (call.endsWith('/live_videos')) return 'live';
        if (call === 'GET /{page-id}/insights') return parameter('metric');
        if (call.endsWith('/published_posts'))
          return parameter('limit') === '0' ? 'count' : `posts ${parameter('after')}`.replace(/ (?!two$).+$/, ' ');
        return `insights ${url.pathname.split('/').at(-2)}`;
      },
    },
    decide: [/^page id$/],
    hangOn: [
      // The second page.
      [/^posts {2}paging/, /^post 205000000000001_[45]\./],
      // Whether it is still shown.
      [/^stories data\.0\.(creation_time|status)$/, /^post 777/],
      // What an attachment is.
      [/^posts .*attachments/, /^post 205000000000001_\d\.type$/],
      // The larger of the two is the whole of both.
      [/^page_follows_(country|city) .*value/, /^audience\./],
      // Which films were live.
      [/^live data/, /^post 205000000000001_3\.type$/],
    ],
  });
});
