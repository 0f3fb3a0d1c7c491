import { bounded } from '../http';
import { isLoss, known, type Loss, type Read } from '../loss';
import type { WhyNone } from '../mapping/reading';
import type { ContentBatch, LostContent, PostReading } from '../reading';
import { isComplete, pagesOf, type AccountSession, type Paging } from '../session';
import type { PostsAnswer } from './facebook.answers';
import type { FacebookApi } from './facebook.api';
import { FacebookInsightsReader } from './facebook-insights-reader';
import { liveFilms } from './facebook-live-films';
import { postOf, storyOf, type PostContext } from './facebook.mapper';
import { cursorOf, parametersOf } from './facebook-paging';
import { namedPosts, newestFirst, once, type Published } from './facebook-posts';
import { shownStories } from './facebook-stories';
import { facebookContentTypes, reactionsScope } from './facebook.settings';

const postFields =
  'id,message,story,created_time,permalink_url,full_picture,status_type,shares,' +
  'attachments{media_type,type,title,media,target,subattachments{media_type}}';
const reactionFields = ',comments.summary(total_count).limit(0),reactions.summary(total_count).limit(0)';
const pageSize = 50;
/** At once, where more are too much. */
const fewPosts = 10;
/** Insights cost a call per post, so only the newest posts get them; figures of older posts move little. */
const newestWithInsights = 200;
const atOnce = 4;

/**
 * All posts and the live stories, newest first. The stories come from a list of their own and are put where they belong
 * in time. `nothing`: what insights that are not there mean.
 */
export async function* facebookContent(
  api: FacebookApi,
  session: AccountSession,
  wwwHost: string,
  nothing: WhyNone,
): AsyncIterable<ContentBatch> {
  const reader = new FacebookInsightsReader(api, session, nothing);
  const list = new PostList(api, session);
  const stories = await shownStories(api, session);
  const live = await liveFilms(api, session);
  const seen = new Set<string>();
  let waiting = newestFirst(stories.named);
  let missing = lostOf('stories', stories.lost);
  let posts = 0;
  let allNamed = true;
  const isWanted = (published: Published): boolean => published.is === 'story' || posts++ < newestWithInsights;
  const read = (published: readonly Published[]) => {
    const context: PostContext = { reactions: list.reactions, live, wwwHost };
    return postsOf(once(published, seen), reader, isWanted, context);
  };
  for await (const step of pagesOf(session, list)) {
    if ('end' in step) {
      if (isLoss(step.end)) missing = [...missing, { part: 'posts', loss: step.end }];
      const left = await read(waiting);
      const isListed = allNamed && isComplete(step.end, posts, list.total);
      const completeFor = facebookContentTypes.filter((type) => (type === 'story' ? stories.isWhole : isListed));
      return yield { posts: left, missing, end: { completeFor, since: null } };
    }
    const { named, lost } = namedPosts(step.page.data);
    allNamed &&= lost.length === 0;
    missing = [...missing, ...lostOf('posts', lost)];
    const oldest = named.map(({ at }) => at).reduce((one, other) => Math.min(one, other), Infinity);
    const due = waiting.filter(({ at }) => at >= oldest);
    waiting = waiting.filter((story) => !due.includes(story));
    yield { posts: await read(newestFirst([...named, ...due])), missing };
    missing = [];
  }
}

/** The list of posts, page by page. Where Facebook refuses it for the reactions in it, it is read without them. */
class PostList implements Paging<PostsAnswer> {
  readonly call = 'GET /{page-id}/published_posts';
  readonly pageSize = pageSize;
  readonly expected = undefined;
  /** How many posts there are, as the first page says. */
  total: number | undefined;
  reactions: PostContext['reactions'];
  private limit = pageSize;

  constructor(
    private readonly api: FacebookApi,
    private readonly session: AccountSession,
  ) {
    this.reactions = session.may(reactionsScope) ? 'asked' : 'permission-missing';
  }

  readonly read: Paging<PostsAnswer>['read'] = async (cursor) => {
    let page = await this.page(cursor);
    if (this.reactions === 'asked' && isLoss(page) && page.lost === 'permission-missing') {
      this.reactions = page;
      page = await this.page(cursor);
    }
    if (isLoss(page)) return page;
    this.total ??= isLoss(page.summary) ? undefined : known(page.summary?.total_count);
    const next = cursorOf(page.paging);
    const end = next === 'unreadable' ? this.session.impossible(this.call, 'does not say where it goes on') : next;
    // What is expected tells how many pages there can be.
    const expected = this.total === undefined ? undefined : (this.total * pageSize) / this.limit;
    return { page, next: end, ...(expected !== undefined && { expected }) };
  };

  private async page(cursor: string | undefined): Promise<Read<PostsAnswer>> {
    const page = this.limit === fewPosts ? 'too-much' : await this.api.postsIfFew(this.parameters(cursor));
    if (page !== 'too-much') return page;
    this.limit = fewPosts;
    return this.api.posts(this.parameters(cursor));
  }

  private parameters(cursor: string | undefined) {
    const fields = postFields + (this.reactions === 'asked' ? reactionFields : '');
    const summary = cursor === undefined ? 'total_count' : undefined;
    return { fields, summary, limit: String(this.limit), ...parametersOf(cursor) };
  }
}

const lostOf = (part: string, losses: readonly Loss[]): LostContent[] => losses.map((loss) => ({ part, loss }));

async function postsOf(
  published: readonly Published[],
  reader: FacebookInsightsReader,
  isWanted: (published: Published) => boolean,
  context: PostContext,
): Promise<readonly PostReading[]> {
  return bounded(published, atOnce, async (each) => {
    const insights = await reader.read(each, isWanted(each));
    return each.is === 'story' ? storyOf(each.story, insights) : postOf(each.post, insights, context);
  });
}
