import type { TiktokVideo, TiktokVideoList } from '@linkage/platforms/wire';
import { pictureUrl } from '../pictures/links';
import { figuresAt, type Post } from '../world/post';
import { hash } from '../world/random';
import { fieldsOf, needs, pick, type ApiCall } from './access';
import { badParameters } from './errors';
import type { TiktokKind } from './person';

const known: readonly (keyof TiktokVideo)[] = [
  'id',
  'create_time',
  'cover_image_url',
  'share_url',
  'video_description',
  'duration',
  'height',
  'width',
  'title',
  'embed_html',
  'embed_link',
  'like_count',
  'comment_count',
  'share_count',
  'view_count',
];
const most = 20;
const usual = 10;

const wholeNumber = (value: unknown, otherwise: number, what: string): number => {
  if (value === undefined || value === null) return otherwise;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw badParameters(`${what} is invalid`);
  return value;
};

/** `POST /v2/video/list/?fields=…`: newest first, older than `cursor`, which is in milliseconds. Public videos only. */
export function videoList(call: ApiCall): TiktokVideoList {
  needs(call, 'video.list');
  const names = fieldsOf(call, known);
  const { account, body } = call;
  const size = wholeNumber(body['max_count'], usual, 'max_count');
  if (size < 1 || size > most) throw badParameters(`max_count must be between 1 and ${most}`);
  const before = wholeNumber(body['cursor'], 0, 'cursor') || Infinity;
  const total = account.person.isPrivate ? 0 : countBefore(call, before);
  const posts = Array.from({ length: Math.min(size, total) }, (_, i) => account.feed.post(total - 1 - i));
  const last = posts.at(-1);
  return {
    videos: posts.map((post) => pick(videoOf(call, post), names)),
    cursor: last?.publishedAt ?? 0,
    has_more: total > posts.length,
  };
}

/** `POST /v2/video/query/?fields=…`: at most 20 ids. What is not there is left out. */
export function videoQuery(call: ApiCall): Pick<TiktokVideoList, 'videos'> {
  needs(call, 'video.list');
  const names = fieldsOf(call, known);
  const { account, body, now } = call;
  const filters = body['filters'];
  const ids: unknown = typeof filters === 'object' && filters !== null && 'video_ids' in filters && filters.video_ids;
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > most)
    throw badParameters(`filters.video_ids must have 1 to ${most} ids`);
  const found = ids.map((id) => (account.person.isPrivate ? undefined : account.feed.find(String(id), now)));
  return { videos: found.filter((post) => post !== undefined).map((post) => pick(videoOf(call, post), names)) };
}

/** How many were published before a moment, and are out: the cursor is the time of the last one that was given. */
function countBefore({ account: { feed }, now }: ApiCall, before: number): number {
  return before > now ? feed.count(now) : feed.count(before - 1);
}

const shareQuery = 'utm_campaign=tt4d_open_api&utm_source=linkage-sandbox';

function videoOf({ sandbox, account: { person }, now }: ApiCall, post: Post<TiktokKind>): TiktokVideo {
  const figures = figuresAt(post, now);
  const noComments = hash(post.id, 'comments') % 30 === 0;
  const address = `https://www.tiktok.com/@${sandbox.changes.handleOf('tiktok', person)}/video/${post.id}`;
  return {
    id: post.id,
    create_time: post.publishedAt / 1000,
    cover_image_url: pictureUrl(sandbox, 'tiktok', person, post, '9x16'),
    share_url: `${address}?${shareQuery}`,
    video_description: `${post.title}\n#${person.theme} #${post.motif}`,
    duration: post.seconds,
    height: 1024,
    width: 576,
    title: person.leavesTitlesOut ? '' : post.title,
    embed_html: `<blockquote class="tiktok-embed" cite="${address}" data-video-id="${post.id}"></blockquote>`,
    embed_link: `https://www.tiktok.com/player/v1/${post.id}?${shareQuery}`,
    like_count: figures.likes,
    comment_count: noComments ? 0 : figures.comments,
    share_count: figures.shares,
    view_count: figures.views,
  };
}
