import { damageContract } from '../testing/damage.contract';
import { twitchConnector } from './twitch.connector';
import { clip, listOf, stream, user, video } from './twitch.fixtures';

const videoOf = (id: string, more: object = {}) => ({ ...video, id, ...more });

describe('any JSON in any place of Twitch’s answers', () => {
  damageContract({
    create: twitchConnector,
    memory: {
      answers: {
        users: { data: [user] },
        followers: { total: 412, data: [], pagination: {} },
        streams: listOf([stream]),
        videos: listOf([videoOf('701'), videoOf('702', { type: 'archive', stream_id: '9' })], 'two'),
        'videos two': listOf([videoOf('703', { type: 'highlight' })]),
        clips: listOf([clip, { ...clip, id: 'Other-Clip_2' }]),
      },
      nameOf: ({ call, url }) => [call.split('/').at(-1), url.searchParams.get('after')].filter(Boolean).join(' '),
    },
    decide: [/^users data(\.0(\.id)?)?$/, /^users error$/],
    hangOn: [
      // The second page, and how many there are.
      [/^videos pagination/, /^post 703\.|^profile\.videos$/],
      [/^videos/, /^profile\.videos$/],
      [/^streams data/, /^profile\.liveViewers$/],
      // The better of two times.
      [/published_at|created_at/, /^post .*\.publishedAt$/],
    ],
  });
});
