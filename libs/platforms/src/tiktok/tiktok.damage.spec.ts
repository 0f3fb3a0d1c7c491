import { isObject } from '../http';
import { damageContract } from '../testing/damage.contract';
import { tiktokConnector } from './tiktok.connector';
import { ok, pageOf, user, video } from './tiktok.fixtures';

const { follower_count, following_count, video_count, likes_count, bio_description, is_verified, ...identity } = user;
const videoOf = (id: string) => ({ ...video, id });

describe('any JSON in any place of TikTok’s answers', () => {
  damageContract({
    create: tiktokConnector,
    memory: {
      answers: {
        identity: ok({ user: { ...identity, bio_description, is_verified } }),
        stats: ok({ user: { follower_count, following_count, likes_count, video_count } }),
        first: pageOf([videoOf('701'), videoOf('702')], 1_793_534_400_000),
        second: pageOf([videoOf('703'), videoOf('704')]),
      },
      nameOf: ({ call, url, json }) => {
        if (call === 'GET /v2/user/info/')
          return url.searchParams.get('fields')?.includes('follower_count') ? 'stats' : 'identity';
        return isObject(json) && json['cursor'] !== undefined ? 'second' : 'first';
      },
    },
    decide: [/^identity (data(\.user(\.open_id)?)?|error(\.code)?)$/],
    hangOn: [
      // TikTok's own word on whether the answer is good.
      [/^stats error/, /^profile\.(followers|following|videos)$/],
      [/^first error/, /^post/],
      [/^second error/, /^post 70[34]/],
      // The second page.
      [/^first data\.(cursor|has_more)$/, /^post 70[34]\./],
      // The better of two texts and of three pictures.
      [/^(first|second) .*(title|video_description)$/, /^post .*\.title$/],
      [/^identity .*avatar/, /^profile\.avatarUrl$/],
    ],
  });
});
