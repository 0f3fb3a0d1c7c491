import type { FacebookAttachment, FacebookPost } from '@linkage/platforms/wire';
import { pictureUrl } from '../pictures/links';
import { figuresAt, type Post } from '../world/post';
import { hash } from '../world/random';
import { graphTime, type PageCall } from './call';
import { notAllowed } from './errors';
import { select, type Fields } from './fields';
import type { FacebookKind } from './person';

export type PagePost = Post<FacebookKind>;

export const videoIdOf = ({ id }: PagePost): string => id.split('_')[1] ?? id;

const www = 'https://www.facebook.com';
const isWordless = (post: PagePost): boolean => !post.edited && hash(post.id, 'message') % 12 === 0;
const isFilm = ({ kind }: PagePost): boolean => ['video', 'reel', 'stream'].includes(kind);

/** What is counted behind `summary` needs a permission of its own, and without it the whole call is refused. */
const counted = ['comments', 'reactions', 'likes'];

/** One post with the fields that were asked for. @throws GraphError for counts without the permission */
export function postNode(call: PageCall, post: PagePost, fields: Fields): Partial<FacebookPost> {
  if (counted.some((name) => fields.has(name)) && !call.token.scopes.includes('pages_read_user_content'))
    throw notAllowed();
  const { sandbox, page, now } = call;
  const figures = figuresAt(post, now);
  const handle = page.person.withoutUsername ? page.pageId : sandbox.changes.handleOf('facebook', page.person);
  const id = videoIdOf(post);
  const picture = pictureUrl(
    sandbox,
    'facebook',
    page.person,
    post,
    post.kind === 'reel' ? '9x16' : isFilm(post) ? '16x9' : '4x5',
  );
  const attachment = attachmentOf(post, picture);
  const all: Record<keyof FacebookPost | 'likes', unknown> = {
    id: post.id,
    message: isWordless(post) ? undefined : post.title,
    story: isWordless(post) ? `${page.person.name} added something new.` : undefined,
    created_time: graphTime(post.publishedAt),
    permalink_url:
      post.kind === 'reel' ? `${www}/reel/${id}/` : `${www}/${handle}/${isFilm(post) ? 'videos' : 'posts'}/${id}`,
    full_picture: post.kind === 'text' ? undefined : picture,
    status_type: statusOf[post.kind],
    shares: figures.shares === 0 ? undefined : { count: figures.shares },
    attachments: attachment && { data: [attachment] },
    comments: { data: [], summary: { order: 'ranked', total_count: figures.comments, can_comment: true } },
    reactions: { data: [], summary: { total_count: figures.likes, viewer_reaction: 'NONE' } },
    likes: { data: [], summary: { total_count: Math.floor(figures.likes * 0.9), can_like: true, has_liked: false } },
  };
  return { ...select(all, fields), id: post.id } as Partial<FacebookPost>;
}

const statusOf: Readonly<Record<FacebookKind, string>> = {
  image: 'added_photos',
  album: 'added_photos',
  video: 'added_video',
  reel: 'added_video',
  stream: 'added_video',
  link: 'shared_story',
  text: 'mobile_status_update',
};

function attachmentOf(post: PagePost, picture: string): FacebookAttachment | undefined {
  const media = { image: { src: picture, width: 720, height: 900 } };
  const target = { id: videoIdOf(post), url: `${www}/${videoIdOf(post)}` };
  if (post.kind === 'text') return undefined;
  if (isFilm(post)) return { media_type: 'video', type: 'video_inline', media, target };
  if (post.kind === 'image') return { media_type: 'photo', type: 'photo', media, target };
  if (post.kind === 'link')
    return {
      media_type: 'link',
      type: 'share',
      media,
      title: post.title,
      url: 'https://news.example/',
      target: { url: 'https://news.example/' },
    };
  const parts = Array.from({ length: 2 + (hash(post.id, 'parts') % 5) }, () => ({
    media_type: 'photo',
    type: 'photo',
    media,
  }));
  return { media_type: 'album', type: 'album', media, target, subattachments: { data: parts } };
}
