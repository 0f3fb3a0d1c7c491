import type { ContentType } from '@linkage/published-facts';
import { isLoss, known, type Loss, type Read } from '../loss';
import type { NamedPost } from './facebook-posts';

export interface TypeReading {
  readonly type: ContentType;
  /** Why it is a guess. */
  readonly lost?: Loss;
}

/** What Facebook says happened, where a post has no attachments to tell by. */
const ofStatus: Readonly<Record<string, ContentType>> = {
  added_photos: 'image',
  added_video: 'video',
  shared_story: 'feed',
  created_event: 'feed',
};

/** Films come as reels by their address; one that was live is in a list of its own. */
export function typeOf(post: NamedPost, live: ReadonlySet<string> | Loss): TypeReading {
  const address = known(post.permalink_url) ?? '';
  if (address.includes('/reel/')) return { type: 'reels' };
  const { attachments } = post;
  const list = isLoss(attachments) ? attachments : attachments?.data;
  const first = list === undefined || isLoss(list) ? list : list[0];
  const fallback = ofStatus[known(post.status_type) ?? ''] ?? (address.includes('/videos/') ? 'video' : 'text');
  if (first === undefined)
    return isLoss(post.status_type) ? { type: fallback, lost: post.status_type } : { type: fallback };
  if (isLoss(first)) return { type: fallback, lost: first };
  const parts = isLoss(first.subattachments) ? undefined : known(first.subattachments?.data);
  const kind = kindOf(first.media_type) ?? kindOf(first.type);
  if (kind === 'album' || (parts?.length ?? 0) > 1) return { type: 'album' };
  if (kind === 'video') return filmOf(first.target, live);
  if (kind === 'photo') return { type: 'image' };
  const lost = [first.media_type, first.type].find(isLoss);
  if (lost !== undefined) return { type: fallback, lost };
  return { type: first.media_type === undefined && first.type === undefined ? fallback : 'feed' };
}

/** `media_type` is one of a few words, `type` has them in longer ones, such as `video_inline`. */
const kindOf = (said: Read<string> | undefined): string | undefined =>
  ['album', 'video', 'photo'].find((kind) => known(said)?.toLowerCase().split('_').includes(kind));

type Target = Extract<
  Extract<Exclude<NamedPost['attachments'], Loss | undefined>['data'], readonly unknown[]>[number],
  { target?: unknown }
>['target'];

function filmOf(target: Target, live: ReadonlySet<string> | Loss): TypeReading {
  const id = isLoss(target) ? target : target?.id;
  if (isLoss(id)) return { type: 'video', lost: id };
  if (isLoss(live)) return { type: 'video', lost: live };
  return { type: id !== undefined && live.has(id) ? 'stream' : 'video' };
}
