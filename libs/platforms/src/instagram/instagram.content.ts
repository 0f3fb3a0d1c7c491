import { bounded } from '../http';
import { isLoss } from '../loss';
import type { ContentBatch, LostContent, PostReading } from '../reading';
import { allPagesOf, isComplete, pagesOf, type AccountSession, type Paging } from '../session';
import type { MediaAnswer } from './instagram.answers';
import type { InstagramApi } from './instagram.api';
import { InstagramInsightsReader } from './instagram-insights-reader';
import { isStory, postOf } from './instagram.mapper';
import { namedIn, newestFirst, once, timeOf, type NamedMedia } from './instagram-media';
import { instagramContentTypes } from './instagram.settings';

const mediaFields =
  'id,caption,media_type,media_product_type,permalink,timestamp,thumbnail_url,media_url,like_count,comments_count,' +
  'children{id,media_type,media_url,thumbnail_url}';
const storyFields = 'id,caption,media_type,media_product_type,media_url,thumbnail_url,permalink,timestamp,like_count';
const pageSize = 50;
/** Of one day. */
const mostStories = 500;
/** At once, where more are too much. */
const fewPosts = 10;
/** Insights cost a call per post, so only the newest posts get them; figures of older posts move little. */
const newestWithInsights = 200;
const atOnce = 4;

/**
 * All posts and the live stories, newest first. The stories come from a list of their own and are put where they belong
 * in time. `expected`: how many posts there are, as the profile says.
 */
export async function* instagramContent(
  api: InstagramApi,
  session: AccountSession,
  userId: string,
  expected: number | undefined,
): AsyncIterable<ContentBatch> {
  const reader = new InstagramInsightsReader(api, session);
  const stories = await storiesOf(api, session, userId);
  const seen = new Set<string>();
  let waiting = newestFirst(stories.named);
  let missing = lostOf('stories', stories.lost);
  let posts = 0;
  let allNamed = true;
  const isWanted = (media: NamedMedia): boolean => isStory(media) || posts++ < newestWithInsights;
  for await (const step of pagesOf(session, mediaPaging(api, userId, expected))) {
    if ('end' in step) {
      if (isLoss(step.end)) missing = [...missing, { part: 'posts', loss: step.end }];
      const left = await postsOf(once(waiting, seen), reader, isWanted);
      const isListed = allNamed && isComplete(step.end, posts, expected);
      const completeFor = instagramContentTypes.filter((type) => (type === 'story' ? stories.isWhole : isListed));
      return yield { posts: left, missing, end: { completeFor, since: null } };
    }
    const { named, lost } = namedIn(step.page.data);
    allNamed &&= lost.length === 0;
    missing = [...missing, ...lostOf('posts', lost)];
    const oldest = named.map(timeOf).reduce((one, other) => Math.min(one, other), Infinity);
    const due = waiting.filter((story) => timeOf(story) >= oldest);
    waiting = waiting.filter((story) => !due.includes(story));
    yield { posts: await postsOf(once(newestFirst([...named, ...due]), seen), reader, isWanted), missing };
    missing = [];
  }
}

const lostOf = (part: string, losses: readonly LostContent['loss'][]): LostContent[] =>
  losses.map((loss) => ({ part, loss }));

async function postsOf(
  media: readonly NamedMedia[],
  reader: InstagramInsightsReader,
  isWanted: (media: NamedMedia) => boolean,
): Promise<readonly PostReading[]> {
  const read = await bounded(media, atOnce, async (each) => ({
    each,
    insights: await reader.read(each, isWanted(each)),
  }));
  return read.map(({ each, insights }) => postOf(each, reader.settled(each, insights)));
}

/** Follows the cursor, not the `next` address: that one holds the token and could name any host. */
function mediaPaging(api: InstagramApi, userId: string, expected: number | undefined): Paging<MediaAnswer> {
  let limit = pageSize;
  const parameters = (after: string | undefined) => ({ fields: mediaFields, limit: String(limit), after });
  return {
    call: 'GET /{ig-user-id}/media',
    pageSize,
    expected,
    async read(after) {
      let page = limit === fewPosts ? 'too-much' : await api.mediaIfFew(userId, parameters(after));
      if (page === 'too-much') {
        limit = fewPosts;
        page = await api.mediaPage(userId, 'media', parameters(after));
      }
      if (isLoss(page)) return page;
      // What is expected tells how many pages there can be.
      const count = expected === undefined ? undefined : (expected * pageSize) / limit;
      return { page, next: cursorOf(page.paging), ...(count !== undefined && { expected: count }) };
    },
  };
}

/** undefined: this was the last page. Only `next` says so; a cursor is there on the last page, too. */
function cursorOf(paging: MediaAnswer['paging']) {
  if (paging === undefined || isLoss(paging)) return paging;
  const { next, cursors } = paging;
  if (next === undefined || isLoss(next)) return next;
  const after = isLoss(cursors) ? cursors : cursors?.after;
  if (after !== undefined && !isLoss(after)) return after;
  return (URL.canParse(next) && new URL(next).searchParams.get('after')) || after;
}

/** Stories that ended between two calls are simply not there. */
async function storiesOf(api: InstagramApi, session: AccountSession, userId: string) {
  const { pages, end } = await allPagesOf(session, storyPaging(api, userId));
  const read = pages.map(({ data }) => namedIn(data));
  const named = read.flatMap((page) => page.named).map((story) => ({ ...story, media_product_type: 'STORY' }));
  const lost = [...read.flatMap((page) => page.lost), ...(isLoss(end) ? [end] : [])];
  return { named, lost, isWhole: end === 'complete' && lost.length === 0 };
}

const storyPaging = (api: InstagramApi, userId: string): Paging<MediaAnswer> => ({
  call: 'GET /{ig-user-id}/stories',
  pageSize,
  expected: undefined,
  most: mostStories,
  async read(after) {
    const page = await api.mediaPage(userId, 'stories', { fields: storyFields, limit: String(pageSize), after });
    return isLoss(page) ? page : { page, next: cursorOf(page.paging) };
  },
});
