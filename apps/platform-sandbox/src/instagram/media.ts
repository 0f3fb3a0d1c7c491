import type { InstagramMedia, InstagramMediaChild, InstagramMediaType } from '@linkage/platforms/wire';
import { pictureUrl } from '../pictures/links';
import type { InstagramKind } from './person';
import { figuresAt, type Post } from '../world/post';
import { digitId, hash, letterId } from '../world/random';
import { graphTime, type GraphCall } from './call';
import { select, type Fields } from './fields';

export const mediaFields = [
  'id',
  'caption',
  'media_type',
  'media_product_type',
  'permalink',
  'timestamp',
  'thumbnail_url',
  'media_url',
  'like_count',
  'comments_count',
  'shortcode',
  'is_shared_to_feed',
  'children',
  'owner',
  'username',
];
const childFields = ['id', 'media_type', 'media_url', 'thumbnail_url', 'permalink'];

export type AnyPost = Post<InstagramKind | 'story'>;

const typeOf = (post: AnyPost): InstagramMediaType =>
  post.kind === 'album'
    ? 'CAROUSEL_ALBUM'
    : post.kind === 'image' || (post.kind === 'story' && post.seconds === 0)
      ? 'IMAGE'
      : 'VIDEO';

const productOf = (post: AnyPost): 'FEED' | 'REELS' | 'STORY' =>
  post.kind === 'reel' ? 'REELS' : post.kind === 'story' ? 'STORY' : 'FEED';

/** Once in a while a post has music that may not be played elsewhere: it comes without its file. */
const flagged = (post: AnyPost): boolean => post.kind !== 'story' && hash(post.id, 'flagged') % 40 === 0;

/** One post or story with the fields that were asked for. */
export function media(call: GraphCall, post: AnyPost, fields: Fields): Partial<InstagramMedia> {
  const {
    sandbox,
    account: { person },
    now,
  } = call;
  const figures = figuresAt(post, now);
  const shortcode = `C${letterId(10, post.id, 'shortcode')}`;
  const product = productOf(post);
  const picture = pictureUrl(sandbox, 'instagram', person, post, product === 'FEED' ? '4x5' : '9x16');
  const path = product === 'REELS' ? 'reel' : product === 'STORY' ? `stories/${person.id}` : 'p';
  const all: InstagramMedia & { owner?: { id: string }; username?: string } = {
    id: post.id,
    media_type: typeOf(post),
    media_product_type: product,
    permalink: `https://www.instagram.com/${path}/${product === 'STORY' ? post.id : shortcode}/`,
    timestamp: graphTime(post.publishedAt),
    comments_count: figures.comments,
    shortcode,
    username: sandbox.changes.handleOf('instagram', person),
    owner: { id: call.account.userId },
    ...(product === 'STORY' || isWordless(post) ? {} : { caption: caption(post, person.theme) }),
    ...(typeOf(post) === 'VIDEO' ? { thumbnail_url: picture } : {}),
    ...(flagged(post) ? {} : { media_url: picture }),
    ...(person.hidesLikes ? {} : { like_count: figures.likes }),
    ...(product === 'REELS' ? { is_shared_to_feed: hash(post.id, 'shared') % 10 > 0 } : {}),
    ...(post.kind === 'album' ? { children: { data: children(call, post, fields.get('children') ?? []) } } : {}),
  };
  return select(all, new Map([...fields, ['id', []]]));
}

const isWordless = (post: AnyPost): boolean => !post.edited && hash(post.id, 'caption') % 12 === 0;

const caption = (post: AnyPost, theme: string): string =>
  !post.edited && hash(post.id, 'tags') % 3 === 0 ? `${post.title}\n\n#${theme} #${post.motif} #studio` : post.title;

/** Two to seven pictures; the one of the album first. */
function children(call: GraphCall, post: AnyPost, wanted: readonly string[]): InstagramMediaChild[] {
  const names = new Set(['id', ...wanted.filter((name) => childFields.includes(name))]);
  return Array.from(
    { length: 2 + (hash(post.id, 'children') % 6) },
    (_, i) =>
      select<InstagramMediaChild>(
        {
          id: `180${digitId(14, post.id, 'child', i)}`,
          media_type: 'IMAGE',
          media_url: pictureUrl(call.sandbox, 'instagram', call.account.person, post, '4x5', i),
          permalink: `https://www.instagram.com/p/C${letterId(10, post.id, 'shortcode')}/`,
        },
        names,
      ) as InstagramMediaChild,
  );
}
