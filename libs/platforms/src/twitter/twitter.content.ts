import { readable } from '../answers';
import { isLoss, known, type Loss, type Read } from '../loss';
import type { ContentBatch, ContentEnd, PostReading } from '../reading';
import { isComplete, pagesOf, type AccountSession, type PagesEnd, type Paging } from '../session';
import type { TimelineAnswer } from './twitter.answers';
import { mostReachable, pageSize, postsCall, timelineCall, type TwitterApi } from './twitter.api';
import { isForOwner } from './utc-days';
import { firstIdOf, isRepost, ownersCount, postOf, within, type NamedPost, type NamedUser } from './twitter.mapper';
import { mediaIn } from './attached-media';
import { twitterContentTypes } from './twitter.settings';
import { postsWithheldIn } from './withheld';

/** The newest posts, as far back as X gives them, newest first. */
export async function* twitterContent(
  api: TwitterApi,
  session: AccountSession,
  user: NamedUser,
  wwwHost: string,
): AsyncIterable<ContentBatch> {
  const expected = known(within(user.public_metrics, 'post_count'));
  const seen = new Set<string>();
  let oldest: string | undefined;
  let allNamed = true;
  for await (const step of pagesOf(session, timelinePaging(api, session, user.id, expected))) {
    if ('end' in step) {
      const missing = isLoss(step.end) ? [{ part: 'posts', loss: step.end }] : [];
      const end = allNamed ? endOf(step.end, seen.size, expected, oldest) : nothingSaid;
      return yield { posts: [], missing, end };
    }
    const { posts, losses } = postsIn(session, step.page, seen);
    const media = mediaIn(step.page, () => session.impossible(timelineCall, 'names media that it does not bring'));
    const owners = await ownersImpressions(api, session, posts);
    const read = posts.map((post) =>
      postOf(post, {
        username: user.username,
        media,
        ownersImpressions: owners(post.id),
        wwwHost,
        now: session.now,
      }),
    );
    oldest = earliest(read) ?? oldest;
    allNamed &&= losses.length === 0;
    yield { posts: read, missing: losses.map((loss) => ({ part: 'posts', loss })) };
  }
}

const nothingSaid: ContentEnd = { completeFor: [], since: null };

/**
 * The number on the profile counts replies and reposts, which are not asked for, so that it seldom says whether these
 * were all posts. But X leaves none out in between: back to the oldest one that was read the list is whole.
 */
function endOf(end: PagesEnd, read: number, expected: number | undefined, oldest: string | undefined): ContentEnd {
  if (isComplete(end, read, expected)) return { completeFor: twitterContentTypes, since: null };
  if (isLoss(end) || oldest === undefined) return nothingSaid;
  return { completeFor: twitterContentTypes, since: oldest };
}

const earliest = (posts: readonly PostReading[]): string | undefined =>
  posts
    .map(({ publishedAt }) => known(publishedAt))
    .filter((at) => at !== undefined)
    .sort()[0];

/**
 * The creator's own posts of a page, each once. What is published while pages are read moves others on: those come
 * twice.
 */
function postsIn(
  session: AccountSession,
  { data, meta, errors }: TimelineAnswer,
  seen: Set<string>,
): { readonly posts: readonly NamedPost[]; readonly losses: readonly Loss[] } {
  if (isLoss(data)) return { posts: [], losses: [data] };
  if (data === undefined && known(within(meta, 'result_count')) !== 0)
    return { posts: [], losses: [session.impossible(timelineCall, 'has no posts where it says that there are some')] };
  const { items, lost } = readable(data);
  const unnamed = items.map(({ id }) => id).filter(isLoss);
  const named = items.filter((post): post is NamedPost => !isLoss(post.id));
  const fresh = named.filter((post) => !seen.has(firstIdOf(post)) && !!seen.add(firstIdOf(post)));
  const withheld = postsWithheldIn(session, timelineCall, errors, items);
  return { posts: fresh.filter((post) => !isRepost(post)), losses: [...lost, ...unnamed, ...withheld] };
}

/** Impressions that are not public are asked for as long as the owner is told them. */
async function ownersImpressions(
  api: TwitterApi,
  session: AccountSession,
  posts: readonly NamedPost[],
): Promise<(id: string) => Read<number> | undefined> {
  const asked = posts.filter((post) => lacksImpressions(post) && isRecent(post, session.now)).map(({ id }) => id);
  if (asked.length === 0) return () => undefined;
  const answer = await api.ownersPosts(asked);
  const listed = isLoss(answer) ? answer : answer.data;
  if (isLoss(listed)) return (id) => (asked.includes(id) ? listed : undefined);
  const { items, lost } = readable(listed);
  const counts = new Map(items.map((item) => [known(item.id), ownersCount(item)]));
  const unread = lost[0] ?? items.map(({ id }) => id).find(isLoss);
  const none = unread ?? session.withheld(postsCall, notSaid, 'withholds impressions');
  return (id) => (asked.includes(id) ? (counts.get(id) ?? none) : undefined);
}

const notSaid = { outcome: 'unexpected', reportId: '' } as const;

const lacksImpressions = (post: NamedPost): boolean =>
  !isLoss(post.public_metrics) && post.public_metrics.impression_count === undefined && ownersCount(post) === undefined;

const isRecent = ({ created_at: at }: NamedPost, now: Date): boolean => !isLoss(at) && isForOwner(at, now);

const timelinePaging = (
  api: TwitterApi,
  session: AccountSession,
  userId: string,
  expected: number | undefined,
): Paging<TimelineAnswer> => ({
  call: timelineCall,
  pageSize,
  expected,
  most: mostReachable,
  async read(paginationToken) {
    const page = await api.timeline(userId, paginationToken);
    if (isLoss(page)) return page;
    return { page, next: within(page.meta, 'next_token') };
  },
});
