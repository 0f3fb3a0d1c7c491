import type { YoutubeCreatorContentType } from '@linkage/platforms/wire';
import { day } from '../world/growth';
import type { YoutubeKind } from './person';
import { figuresAt, type Post, type PostFigures } from '../world/post';
import { unit } from '../world/random';
import type { ApiCall } from './access';
import type { ReportQuery } from './report-query';

/** Cells by column name. */
export type Row = Readonly<Record<string, string | number>>;

export const contentTypes: Readonly<Record<YoutubeKind, YoutubeCreatorContentType>> = {
  short: 'SHORTS',
  video: 'VIDEO_ON_DEMAND',
  stream: 'LIVE_STREAM',
};

/** Sums over videos, before they become whole numbers. */
export interface Sum {
  views: number;
  engaged: number;
  likes: number;
  comments: number;
  shares: number;
  added: number;
  gained: number;
  seconds: number;
  possible: number;
}

const nothing = (): Sum => ({
  views: 0,
  engaged: 0,
  likes: 0,
  comments: 0,
  shares: 0,
  added: 0,
  gained: 0,
  seconds: 0,
  possible: 0,
});

/** Of views, those that count by the stricter older method. */
const engagedPart = ({ id, kind }: Post<YoutubeKind>): number =>
  kind === 'short' ? 0.62 + 0.2 * unit(id, 'engaged') : 0.9;

function add(to: Sum, seconds: number, engaged: number, then: PostFigures, now: PostFigures): void {
  const views = now.views - then.views;
  to.views += views;
  to.engaged += Math.floor(views * engaged);
  to.likes += now.likes - then.likes;
  to.comments += now.comments - then.comments;
  to.shares += now.shares - then.shares;
  to.added += now.saves - then.saves;
  to.gained += now.follows - then.follows;
  to.seconds += now.watchedSeconds - then.watchedSeconds;
  to.possible += views * seconds;
}

/** The columns of one row. Minutes in `estimatedMinutesWatched`, seconds in `averageViewDuration`. */
export function metricsOf(sum: Sum): Row {
  return {
    views: sum.views,
    engagedViews: sum.engaged,
    likes: sum.likes,
    dislikes: Math.floor(sum.likes * 0.02),
    comments: sum.comments,
    shares: sum.shares,
    estimatedMinutesWatched: Math.floor(sum.seconds / 60),
    averageViewDuration: sum.views === 0 ? 0 : Math.floor(sum.seconds / sum.views),
    averageViewPercentage: sum.possible === 0 ? 0 : Math.round((10_000 * sum.seconds) / sum.possible) / 100,
    subscribersGained: sum.gained,
    subscribersLost: Math.floor(sum.gained * 0.21),
    videosAddedToPlaylists: sum.added,
    videosRemovedFromPlaylists: Math.floor(sum.added * 0.1),
  };
}

/** The videos that a query is about, oldest first. */
export function selected({ account: { feed } }: ApiCall, { filters, to }: ReportQuery): Post<YoutubeKind>[] {
  const ids = filters.get('video');
  const types = filters.get('creatorContentType')?.map((type) => type.toUpperCase());
  const all = ids ? ids.flatMap((id) => feed.find(id, to) ?? []) : [...feed.until(to)];
  return types ? all.filter(({ kind }) => types.includes(contentTypes[kind])) : all;
}

/** Without dimensions, or by day, month, video or kind of content. */
export function byVideo(call: ApiCall, query: ReportQuery): Row[] {
  const videos = selected(call, query);
  const groups = new Map<string, Group>();
  const periods =
    query.dimensions.includes('day') || query.dimensions.includes('month')
      ? days(query)
      : [{ from: query.from, to: query.to }];
  const inTime = query.dimensions.every((name) => name === 'day' || name === 'month');
  const keysOf = (from: number, video?: Post<YoutubeKind>): Record<string, string> =>
    Object.fromEntries(query.dimensions.map((name) => [name, keyOf(name, from, video)]));
  const whole = inTime && videos.length > 0 ? periods.map(({ from }) => group(groups, keysOf(from)).sum) : [];
  for (const video of videos) {
    const engaged = engagedPart(video);
    let then = figuresAt(video, query.from);
    // Days before it was published have nothing of it; each later day begins where the one before ended.
    const first = periods.length > 1 ? Math.max(0, Math.floor((video.publishedAt - query.from) / day)) : 0;
    for (let i = first; i < periods.length; i++) {
      const period = periods[i];
      if (!period || video.publishedAt >= period.to) continue;
      const now = figuresAt(video, period.to);
      add(whole[i] ?? group(groups, keysOf(period.from, video)).sum, video.seconds, engaged, then, now);
      then = now;
    }
  }
  // A video without any view is not listed; a day without views is.
  return [...groups.values()]
    .filter(({ sum }) => sum.views > 0 || query.dimensions.includes('day'))
    .map(({ keys, sum }) => ({ ...keys, ...metricsOf(sum) }));
}

type Group = { readonly keys: Record<string, string>; readonly sum: Sum };

function group(groups: Map<string, Group>, keys: Record<string, string>): Group {
  const name = Object.values(keys).join('|');
  const known = groups.get(name) ?? { keys, sum: nothing() };
  groups.set(name, known);
  return known;
}

function keyOf(dimension: string, from: number, video?: Post<YoutubeKind>): string {
  const date = new Date(from).toISOString();
  if (dimension === 'day') return date.slice(0, 10);
  if (dimension === 'month') return date.slice(0, 7);
  return dimension === 'video' ? (video?.id ?? '') : contentTypes[video?.kind ?? 'video'];
}

const days = ({ from, to }: ReportQuery): { from: number; to: number }[] =>
  Array.from({ length: Math.ceil((to - from) / day) }, (_, i) => ({ from: from + i * day, to: from + (i + 1) * day }));
