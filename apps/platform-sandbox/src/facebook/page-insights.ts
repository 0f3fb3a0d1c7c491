import type { FacebookInsight, FacebookInsightAmount, FacebookInsights } from '@linkage/platforms/wire';
import { apportion, cityParts, countryParts, type Part } from '../world/audience';
import type { Person } from '../world/person';
import { day, followersAt, hour } from '../world/growth';
import { figuresAt } from '../world/post';
import { graphTime, type PageCall } from './call';
import { noMetric, notAMetric, parameter } from './errors';
import { insight } from './insight';
import { mayAnalyse } from './may-analyse';

type Period = 'day' | 'week' | 'days_28';
const daysOf: Readonly<Record<Period, number>> = { day: 1, week: 7, days_28: 28 };
const longest = 90 * day;
/** The platform keeps the tail to itself. */
const shown = 45;

type Metric = {
  readonly periods: readonly Period[];
  at(call: PageCall, since: number, end: number): FacebookInsightAmount;
};

const followers = (call: PageCall, at: number): number => followersAt(call.sandbox.world.seed, call.page.person, at);

function sumBetween({ page }: PageCall, since: number, end: number) {
  const sum = { views: 0, engagements: 0 };
  for (const post of page.feed.until(end)) {
    const [now, then] = [figuresAt(post, end), figuresAt(post, since)];
    sum.views += now.views - then.views;
    sum.engagements += now.likes - then.likes + now.comments - then.comments + now.shares - then.shares;
  }
  return sum;
}

/** Different people: grows ever slower than the views. */
function uniqueBetween(call: PageCall, since: number, end: number): number {
  const crowd = followers(call, end) * 4 + 50;
  return Math.floor(crowd * (1 - Math.exp(-(sumBetween(call, since, end).views * 0.72) / crowd)));
}

type PlacesOf = (seed: string, person: Person, at: number) => readonly Part[];

const places = (call: PageCall, at: number, of: PlacesOf): Record<string, number> => {
  const { sandbox, page } = call;
  const counted = apportion(followers(call, at), of(sandbox.world.seed, page.person, at)).filter(
    ({ count }) => count > 0,
  );
  return Object.fromEntries(counted.slice(0, shown).map(({ key, count }) => [key, count]));
};

const all: readonly Period[] = ['day', 'week', 'days_28'];
const metrics: Readonly<Record<string, Metric>> = {
  page_media_view: { periods: all, at: (call, since, end) => sumBetween(call, since, end).views },
  page_total_media_view_unique: { periods: all, at: uniqueBetween },
  page_post_engagements: { periods: all, at: (call, since, end) => sumBetween(call, since, end).engagements },
  page_views_total: { periods: all, at: (call, since, end) => Math.floor(sumBetween(call, since, end).views / 40) },
  page_follows: { periods: ['day'], at: (call, _since, end) => followers(call, end) },
  page_daily_follows: {
    periods: all,
    at: (call, since, end) => Math.max(0, followers(call, end) - followers(call, since)),
  },
  page_follows_country: { periods: ['day'], at: (call, _since, end) => places(call, end, countryParts) },
  page_follows_city: { periods: ['day'], at: (call, _since, end) => places(call, end, cityParts) },
};

/** `GET /{page}/insights`: without the permission, and for a Page with few followers, an empty list and no error. */
export function pageInsights(call: PageCall): FacebookInsights {
  const names = (call.query['metric'] ?? '').split(',').filter(Boolean);
  if (names.length === 0) throw noMetric();
  if (names.some((name) => !Object.hasOwn(metrics, name))) throw notAMetric();
  if (!mayAnalyse(call)) return { data: [] };
  const data = names.flatMap((name) => oneMetric(call, name, metrics[name] as Metric));
  const { base, page } = call;
  const link = (side: string): string => `${base}/${page.pageId}/insights?metric=${names.join(',')}&${side}=1`;
  return { data, paging: { previous: link('since'), next: link('until') } };
}

function oneMetric(call: PageCall, name: string, { periods, at }: Metric): FacebookInsight[] {
  const { query, page } = call;
  const period = query['period'] as Period | undefined;
  if (period !== undefined && !periods.includes(period))
    throw parameter(`period (${period}) is not one of the supported periods of the metric ${name}`);
  const ends = endsIn(call);
  return (period === undefined ? periods : [period]).map((each) =>
    insight(
      page.pageId,
      name,
      each,
      ends.map((end) => ({ value: at(call, end - daysOf[each] * day, end), end_time: graphTime(end) })),
    ),
  );
}

/** Days end at midnight in California, and are worked out some hours later. At most 90 of them at once. */
function endsIn({ query, now }: PageCall): number[] {
  const read = (text: string | undefined, otherwise: number): number => {
    if (text === undefined) return otherwise;
    const at = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
    if (Number.isNaN(at)) throw parameter(`Not a date: ${text}`);
    return at;
  };
  const until = Math.min(read(query['until'], now), now - 4 * hour);
  const since = read(query['since'], until - 2 * day);
  if (until - since > longest) throw parameter('There cannot be more than 90 days (7776000 s) between since and until');
  const ends: number[] = [];
  for (let end = Math.ceil((since - 8 * hour) / day) * day + 8 * hour; end <= until; end += day) ends.push(end);
  return ends;
}
