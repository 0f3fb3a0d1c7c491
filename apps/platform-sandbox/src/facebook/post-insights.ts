import type { FacebookInsight, FacebookInsightAmount, FacebookInsights } from '@linkage/platforms/wire';
import { figuresOf, hour } from '../world/growth';
import { figuresAt, type Post, type PostFigures } from '../world/post';
import type { PageCall } from './call';
import { gone, noMetric, notAMetric } from './errors';
import { insight } from './insight';
import { mayAnalyse } from './may-analyse';
import type { PagePost } from './post';

/** Only those that occurred. */
const byKind = (likes: number): Record<string, number> => {
  const love = Math.floor(likes / 9);
  const all = { like: likes - love, love };
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
};

const ofPost: Readonly<Record<string, (figures: PostFigures, post: Post) => FacebookInsightAmount>> = {
  post_media_view: ({ views }) => views,
  post_total_media_view_unique: ({ reach }) => reach,
  post_reactions_by_type_total: ({ likes }) => byKind(likes),
  post_clicks: ({ views }) => Math.floor(views / 30),
  post_video_views: ({ views }, { seconds }) => (seconds === 0 ? 0 : Math.floor(views * 0.6)),
  post_video_view_time: ({ watchedSeconds }) => watchedSeconds * 1000,
  post_video_avg_time_watched: (_figures, { seconds, success }) => Math.round(seconds * success.watched * 1000),
};

const ofStory: Readonly<Record<string, (figures: PostFigures) => FacebookInsightAmount>> = {
  story_media_view: ({ views }) => views,
  story_total_media_view_unique: ({ reach }) => reach,
  story_interaction: ({ likes, comments, shares }) => likes + comments + shares,
  pages_fb_story_thread_lightweight_reactions: ({ likes }) => likes,
  pages_fb_story_replies: ({ comments }) => comments,
  pages_fb_story_shares: ({ shares }) => shares,
  pages_fb_story_sticker_interactions: () => 0,
};

/** `GET /{post}/insights`: one name that is no metric fails the whole call. A story's come all at once. */
export function postInsights(call: PageCall, id: string): FacebookInsights {
  const story = call.page.stories.find(id, call.now);
  const post = story === undefined ? call.page.feed.find(id, call.now) : undefined;
  if (story !== undefined) return mayAnalyse(call) ? { data: storyMetrics(call, story) } : { data: [] };
  if (post === undefined) throw gone(id);
  const names = (call.query['metric'] ?? '').split(',').filter(Boolean);
  if (names.length === 0) throw noMetric();
  if (names.some((name) => !Object.hasOwn(ofPost, name))) throw notAMetric();
  if (!mayAnalyse(call) || figuresOf(call.now) <= post.publishedAt) return { data: [] };
  return { data: names.flatMap((name) => postMetric(call, post, name)) };
}

/** Asked without a period a metric may come a second time, as of a day and with nothing in it. */
function postMetric({ query, now }: PageCall, post: PagePost, name: string): FacebookInsight[] {
  const value = ofPost[name]?.(figuresAt(post, now), post) ?? 0;
  const lifetime = insight(post.id, name, 'lifetime', [{ value }]);
  return query['period'] === undefined ? [lifetime, insight(post.id, name, 'day', [{ value: 0 }])] : [lifetime];
}

/** What is not worked out yet is 0 as of the second day of 1970. */
function storyMetrics({ now }: PageCall, story: Post<'story'>): FacebookInsight[] {
  const isNew = now - story.publishedAt < hour;
  const figures = figuresAt(story, now);
  return Object.entries(ofStory).map(([name, of]) =>
    insight(story.id, name, 'lifetime', [
      isNew ? { value: 0, end_time: '1970-01-02T00:00:00+0000' } : { value: of(figures) },
    ]),
  );
}
