import type { InstagramInsight, InstagramInsights } from '@linkage/platforms/wire';
import { day, followersAt } from '../world/growth';
import { graphTime, type GraphCall } from './call';
import { notAllowed, parameter } from './errors';
import { demographics } from './demographics';
import { readMetrics } from './media-insights';
import { brokenTotal } from './account-breakdowns';
import { activityBetween, type Activity } from './activity';
import { series } from './insight';

const totals: Readonly<Record<string, (activity: Activity) => number>> = {
  reach: (a) => a.reach,
  views: (a) => a.views,
  accounts_engaged: (a) => a.engaged,
  total_interactions: (a) => a.likes + a.comments + a.shares + a.saves + a.replies,
  likes: (a) => a.likes,
  comments: (a) => a.comments,
  shares: (a) => a.shares,
  saves: (a) => a.saves,
  replies: (a) => a.replies,
  follows_and_unfollows: (a) => a.followed + a.unfollowed,
  profile_links_taps: (a) => a.taps,
};
const people = ['follower_demographics', 'engaged_audience_demographics'];
const timeSeries = ['reach', 'follower_count'];
const known = [...Object.keys(totals), 'follower_count', 'online_followers', ...people];

/** `GET /{user}/insights`: one metric that does not fit fails the whole call. */
export function accountInsights(call: GraphCall): InstagramInsights {
  if (!call.scopes.includes('instagram_business_manage_insights')) throw notAllowed();
  const metrics = readMetrics(call.query['metric'], known, 'account');
  if (metrics.some((name) => people.includes(name))) {
    if (metrics.some((name) => !people.includes(name)))
      throw parameter('Demographic metrics cannot be combined with other metrics');
    return { data: metrics.flatMap((name) => demographics(call, name)) };
  }
  if (metrics.includes('online_followers')) {
    if (metrics.length > 1 || call.query['period'] !== 'lifetime') {
      throw parameter('online_followers must be asked for alone and with period=lifetime');
    }
    return { data: [onlineFollowers(call)] };
  }
  return { data: metrics.map((name) => oneMetric(call, name)) };
}

function oneMetric(call: GraphCall, name: string): InstagramInsight {
  const {
    query,
    account: { userId },
  } = call;
  const period = query['period'];
  if (period !== 'day' && !(name === 'reach' && (period === 'week' || period === 'days_28'))) {
    throw parameter(`period (${period ?? 'none'}) is not one of the supported periods of the metric ${name}`);
  }
  const asTotal = query['metric_type'] === 'total_value';
  if (name === 'follower_count' && asTotal)
    throw parameter('The metric follower_count cannot be asked for with metric_type=total_value');
  if (!asTotal && !timeSeries.includes(name)) {
    throw parameter(`The following metrics (${name}) should be specified with parameter metric_type=total_value`);
  }
  const { since, until } = windowOf(call, period === 'days_28' ? 28 : period === 'week' ? 7 : 1);
  if (asTotal) return brokenTotal(call, name, period, activityBetween(call, since, until), totals);
  const step = period === 'days_28' ? 28 : period === 'week' ? 7 : 1;
  const ends: number[] = [];
  for (let end = since + day; end <= until; end += day) ends.push(end);
  return series(
    userId,
    name,
    period,
    ends.map((end) => ({
      value: name === 'follower_count' ? newFollowers(call, end) : activityBetween(call, end - step * day, end).reach,
      end_time: graphTime(end),
    })),
  );
}

/** @throws GraphError for an account with fewer than 100 followers */
function newFollowers({ sandbox, account: { person }, now }: GraphCall, end: number): number {
  if (followersAt(sandbox.world.seed, person, now) < 100) {
    throw parameter('follower_count is not available for accounts with fewer than 100 followers');
  }
  return followersAt(sandbox.world.seed, person, end) - followersAt(sandbox.world.seed, person, end - day);
}

/** Unix seconds or ISO days; at most 30 days. Without either: as many whole days as `days`, up to last midnight. */
function windowOf({ query, now }: GraphCall, days: number): { since: number; until: number } {
  const midnight = Math.floor(now / day) * day;
  const read = (text: string): number => {
    const at = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
    if (Number.isNaN(at)) throw parameter(`Not a date: ${text}`);
    return at;
  };
  const until = query['until'] === undefined ? midnight : read(query['until']);
  const since = query['since'] === undefined ? until - days * day : read(query['since']);
  if (since > until) throw parameter('since must be before until');
  if (until - since > 30 * day)
    throw parameter('There cannot be more than 30 days (2592000 s) between since and until');
  return { since, until: Math.min(until, now) };
}

/** By hour of the day, in Pacific time, as of yesterday. */
function onlineFollowers({ sandbox, account: { person, userId }, now }: GraphCall): InstagramInsight {
  const followers = followersAt(sandbox.world.seed, person, now);
  const online = (hour: number): number =>
    Math.floor(followers * (0.18 + 0.14 * Math.sin(((hour - 6) / 24) * 2 * Math.PI)));
  const value =
    followers < 100 ? {} : Object.fromEntries(Array.from({ length: 24 }, (_, hour) => [String(hour), online(hour)]));
  return series(userId, 'online_followers', 'lifetime', [{ value, end_time: graphTime(Math.floor(now / day) * day) }]);
}
