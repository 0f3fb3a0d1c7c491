import { damageContract } from '../testing/damage.contract';
import { instagramConnector } from './instagram.connector';
import { album, breakdown, image, metric, oldVideo, reel, story, totalMetric, user } from './instagram.fixtures';

const postMetrics = ['reach', 'likes', 'comments', 'saved', 'shares', 'views'].map((name, index) =>
  metric(name, index + 3),
);
const page = (data: readonly unknown[], after?: string) => ({
  data,
  paging: {
    cursors: { before: 'b', after: after ?? 'end' },
    ...(after && { next: `https://x.example/?after=${after}` }),
  },
});

describe('any JSON in any place of Instagram’s answers', () => {
  damageContract({
    create: instagramConnector,
    memory: {
      answers: {
        me: { ...user, media_count: 4 },
        reach: { data: [totalMetric('reach', 777)] },
        age: {
          data: [
            breakdown('age', [
              ['18-24', 5],
              ['25-34', 9],
            ]),
          ],
        },
        gender: {
          data: [
            breakdown('gender', [
              ['F', 8],
              ['M', 6],
            ]),
          ],
        },
        country: {
          data: [
            breakdown('country', [
              ['FR', 8],
              ['DE', 6],
            ]),
          ],
        },
        city: {
          data: [
            breakdown('city', [
              ['Lyon', 3],
              ['Köln', 2],
            ]),
          ],
        },
        stories: { data: [story] },
        'media ': page([image, reel], 'two'),
        'media two': page([album, oldVideo]),
        ...Object.fromEntries(
          [image, reel, album, oldVideo, story].map(({ id }) => [`insights ${id}`, { data: postMetrics }]),
        ),
      },
      nameOf: ({ call, url }) => {
        const parameter = (name: string): string => url.searchParams.get(name) ?? '';
        if (call === 'GET /me') return 'me';
        if (call.endsWith('/stories')) return 'stories';
        if (call.endsWith('/media')) return `media ${parameter('after')}`.replace(/ (?!two$).+$/, ' ');
        if (call === 'GET /{ig-user-id}/insights') return parameter('breakdown') || 'reach';
        return `insights ${url.pathname.split('/').at(-2)}`;
      },
    },
    decide: [/^me user_id$/],
    hangOn: [
      // The second page.
      [/^media {2}paging/, /^post 1800000000000000[34]\./],
      // The largest of the four breakdowns is the whole of all.
      [/^(age|gender|country|city) .*value$/, /^audience\./],
    ],
  });
});
