import { readable } from '../answers';
import { isLoss, known, type Loss, type Read } from '../loss';
import type { PostsAnswer, StoriesAnswer } from './facebook.answers';

/** One post of the list, as it was read. */
export type Post = Exclude<Exclude<PostsAnswer['data'], Loss>[number], Loss | undefined>;
/** One whose id could be read: any other has no place anywhere. */
export type NamedPost = Post & { readonly id: string };

type StoryItem = Exclude<Exclude<StoriesAnswer['data'], Loss>[number], Loss | undefined>;
export type NamedStory = StoryItem & { readonly post_id: string };

/** What is published: a post or a story, with the time that it has its place by. */
export type Published =
  | { readonly is: 'post'; readonly id: string; readonly at: number; readonly post: NamedPost }
  | { readonly is: 'story'; readonly id: string; readonly at: number; readonly story: NamedStory };

/** ms; what has no time is the oldest. */
const timeOf = (time: Read<string>): number => Date.parse(known(time) ?? '') || 0;

/** The posts of a page that can be named, and why others cannot. */
export function namedPosts(data: PostsAnswer['data']): { named: Published[]; lost: Loss[] } {
  if (isLoss(data)) return { named: [], lost: [data] };
  const { items, lost } = readable<Post>(data);
  const named = items.filter((post): post is NamedPost => !isLoss(post.id));
  return {
    named: named.map((post) => ({ is: 'post', id: post.id, at: timeOf(post.created_time), post })),
    lost: [...lost, ...items.map(({ id }) => id).filter(isLoss)],
  };
}

const storyLifeMs = 24 * 3_600_000;

/** The stories that are still shown: Facebook lists ended ones, too. */
export function namedStories(data: StoriesAnswer['data'], now: Date): { named: Published[]; lost: Loss[] } {
  if (isLoss(data)) return { named: [], lost: [data] };
  const { items, lost } = readable<StoryItem>(data);
  const named = items
    .filter((story): story is NamedStory => !isLoss(story.post_id))
    .map((story) => ({ is: 'story' as const, id: story.post_id, at: timeOf(story.creation_time), story }));
  const isShown = ({ story, at }: (typeof named)[number]): boolean =>
    known(story.status)?.toUpperCase() !== 'ARCHIVED' &&
    (isLoss(story.creation_time) || at > now.getTime() - storyLifeMs);
  return { named: named.filter(isShown), lost: [...lost, ...items.map(({ post_id: id }) => id).filter(isLoss)] };
}

export const storyEnd = (at: string): string => new Date(Date.parse(at) + storyLifeMs).toISOString();

export const newestFirst = (published: readonly Published[]): Published[] =>
  [...published].sort((one, other) => other.at - one.at || (one.id < other.id ? -1 : 1));

/** A post that is published while the list is read moves all others to the next page: those come twice. */
export const once = (published: readonly Published[], seen: Set<string>): Published[] =>
  published.filter(({ id }) => !seen.has(id) && seen.add(id));
