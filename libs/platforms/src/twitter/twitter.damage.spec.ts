import { damageContract } from '../testing/damage.contract';
import { twitterConnector } from './twitter.connector';
import { photo, post, timeline, user, video, withMedia } from './twitter.fixtures';

const { impression_count: _hidden, ...metrics } = post.public_metrics ?? {};

describe('any JSON in any place of X’s answers', () => {
  damageContract({
    create: twitterConnector,
    memory: {
      answers: {
        me: { data: user },
        email: { data: { id: user.id, name: user.name, username: user.username, confirmed_email: 'ines@example.com' } },
        'page ': timeline([{ ...post, id: '1' }, withMedia('2', '3_1')], [photo], { next_token: 'two' }),
        'page two': timeline([withMedia('3', '13_2'), { ...post, id: '4', public_metrics: metrics }], [video]),
        owners: { data: [{ id: '4', non_public_metrics: { impression_count: 5, user_profile_clicks: 1 } }] },
      },
      nameOf: ({ call, url }) => {
        if (call === 'GET /2/tweets') return 'owners';
        if (call.endsWith('/tweets')) return `page ${url.searchParams.get('pagination_token') ?? ''}`;
        return url.searchParams.get('user.fields') === 'confirmed_email' ? 'email' : 'me';
      },
    },
    decide: [/^me data(\.id)?$/],
    hangOn: [
      // The list goes on: the second page.
      [/^page {2}meta/, /^post [34]\./],
      // What is attached says type, picture and views of a post, and whether its text ends in an address.
      [/^page {2}data\.1\.attachments/, /^post 2\.(type|thumbnailUrl|views|title)$/],
      [/^page two data\.0\.attachments/, /^post 3\.(type|thumbnailUrl|views|title)$/],
      [/^page {2}includes/, /^post 2\.(type|thumbnailUrl|views)$/],
      [/^page two includes/, /^post 3\.(type|thumbnailUrl|views)$/],
      // Whose impressions they are.
      [/^owners /, /^post 4\.impressions$/],
      [/^page two data\.1/, /^post 4\./],
    ],
  });
});
