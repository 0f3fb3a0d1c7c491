import type { InstagramInsight, InstagramInsights } from '@linkage/platforms/wire';
import { anchor, day, figuresOf } from '../world/growth';
import { figuresAt, type PostFigures } from '../world/post';
import { between, unit } from '../world/random';
import type { GraphCall } from './call';
import { beforeProfessional, fewViewers, gone, notAllowed, parameter } from './errors';
import { lifetime, total } from './insight';
import type { AnyPost } from './media';

const shared = ['views', 'reach', 'shares', 'total_interactions'];
const allowed = {
  FEED: [...shared, 'likes', 'comments', 'saved', 'follows', 'profile_visits', 'profile_activity'],
  REELS: [
    ...shared,
    'likes',
    'comments',
    'saved',
    'ig_reels_avg_watch_time',
    'ig_reels_video_view_total_time',
    'reels_skip_rate',
  ],
  STORY: [...shared, 'replies', 'follows', 'profile_visits', 'profile_activity', 'navigation'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Gone from every version since 2025-04-21. */
const removed = new Set([
  'impressions',
  'plays',
  'clips_replays_count',
  'ig_reels_aggregated_all_plays_count',
  'video_views',
  'engagement',
  'exits',
  'taps_forward',
  'taps_back',
]);

/** `GET /{media}/insights`: one metric that does not fit fails the whole call. */
export function mediaInsights(call: GraphCall, id: string): InstagramInsights {
  if (!call.scopes.includes('instagram_business_manage_insights')) throw notAllowed();
  const post = call.account.feed.find(id, call.now) ?? call.account.stories.find(id, call.now);
  if (!post) throw gone(id);
  const kind = post.kind === 'story' ? 'STORY' : post.kind === 'reel' ? 'REELS' : 'FEED';
  const metrics = readMetrics(call.query['metric'], allowed[kind], kind);
  const since = call.account.person.professionalForDays;
  if (since !== undefined && post.publishedAt < anchor - since * day) throw beforeProfessional();
  const figures = figuresAt(post, call.now);
  if (post.kind === 'story' && figures.reach < 5) throw fewViewers();
  // Nothing has been counted yet: the answer is empty, not zero.
  if (figuresOf(call.now) <= post.publishedAt) return { data: [] };
  return { data: metrics.map((name) => metric(call, post, figures, name)) };
}

/** @throws GraphError when one is missing, unknown, removed or not for this kind of media */
export function readMetrics(text: string | undefined, known: readonly string[], of: string): string[] {
  if (!text) throw parameter('The parameter metric is required');
  const names = text.split(',').map((name) => name.trim());
  names.forEach((name, i) => {
    if (removed.has(name)) {
      throw parameter(
        `Starting from version v22.0 and above, the ${name} metric is no longer supported for the queried media.`,
      );
    }
    if (!known.includes(name)) {
      throw parameter(
        `metric[${i}] must be one of the following values: ${known.join(', ')}. Incompatible metric (${name}) with ${of} media.`,
      );
    }
  });
  return names;
}

function metric(call: GraphCall, post: AnyPost, figures: PostFigures, name: string): InstagramInsight {
  const value = valueOf(post, figures, name);
  if (name === 'navigation') {
    const parts = [
      ['tap_forward', 0.72],
      ['tap_back', 0.08],
      ['tap_exit', 0.14],
      ['swipe_forward', 0.06],
    ] as const;
    const results = parts.map(([key, share]) => ({ dimension_values: [key], value: Math.floor(value * share) }));
    return total(
      post.id,
      name,
      'lifetime',
      value,
      call.query['breakdown'] ? { dimension_keys: ['story_navigation_action_type'], results } : undefined,
    );
  }
  if (name === 'profile_activity') {
    const results = [{ dimension_values: ['bio_link_clicked'], value }];
    return total(
      post.id,
      name,
      'lifetime',
      value,
      call.query['breakdown'] ? { dimension_keys: ['action_type'], results } : undefined,
    );
  }
  return lifetime(post.id, name, value);
}

/** Watch times in ms. */
function valueOf(post: AnyPost, figures: PostFigures, name: string): number {
  switch (name) {
    case 'views':
      return figures.views;
    case 'reach':
      return figures.reach;
    case 'likes':
      return figures.likes;
    case 'comments':
      return figures.comments;
    case 'saved':
      return figures.saves;
    case 'shares':
      return figures.shares;
    case 'total_interactions':
      return interactions(post, figures);
    case 'follows':
      return figures.follows;
    case 'profile_visits':
      return figures.profileVisits;
    case 'profile_activity':
      return Math.floor(figures.profileVisits / 9);
    case 'replies':
      return figures.comments;
    case 'navigation':
      return Math.floor(figures.views * 0.9);
    case 'ig_reels_avg_watch_time':
      return Math.round(post.seconds * post.success.watched * 1000);
    case 'ig_reels_video_view_total_time':
      return figures.watchedSeconds * 1000;
    case 'reels_skip_rate':
      return Math.round(between(18, 61, post.id, 'skip') * 100 + unit(post.id)) / 100;
    default:
      throw parameter(`Unknown metric ${name}`);
  }
}

/** A story has replies in the place of likes, comments and saves. */
const interactions = (post: AnyPost, { likes, comments, saves, shares }: PostFigures): number =>
  post.kind === 'story' ? comments + shares : likes + comments + saves + shares;
