import type { Parameters } from '../http/parameters';
import { day } from '../world/growth';
import { unsupportedQuery } from './errors';

export interface ReportQuery {
  readonly metrics: readonly string[];
  readonly dimensions: readonly string[];
  readonly filters: ReadonlyMap<string, readonly string[]>;
  /** Column and direction, in order. */
  readonly sort: readonly { readonly by: string; readonly down: boolean }[];
  /** First moment in, first moment out; ms since 1970. */
  readonly from: number;
  readonly to: number;
  readonly startIndex: number;
  readonly maxResults: number | null;
}

export const activityMetrics = [
  'views',
  'engagedViews',
  'likes',
  'dislikes',
  'comments',
  'shares',
  'estimatedMinutesWatched',
  'averageViewDuration',
  'averageViewPercentage',
  'subscribersGained',
  'subscribersLost',
  'videosAddedToPlaylists',
  'videosRemovedFromPlaylists',
] as const;

/** Which metrics each combination of dimensions can have. */
const geography = [
  'views',
  'engagedViews',
  'estimatedMinutesWatched',
  'averageViewDuration',
  'averageViewPercentage',
  'subscribersGained',
  'subscribersLost',
];
const reports: Readonly<Record<string, readonly string[]>> = {
  '': activityMetrics,
  day: activityMetrics,
  month: activityMetrics,
  video: activityMetrics,
  creatorContentType: activityMetrics,
  'creatorContentType,video': activityMetrics,
  'creatorContentType,day': activityMetrics,
  country: geography,
  city: ['views', 'engagedViews', 'estimatedMinutesWatched', 'averageViewDuration', 'averageViewPercentage'],
  ageGroup: ['viewerPercentage'],
  gender: ['viewerPercentage'],
  'ageGroup,gender': ['viewerPercentage'],
};
const filterNames = ['video', 'country', 'creatorContentType'];

const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

/** @throws ApiError 400 that names the parameter, as the platform does */
export function readReportQuery(query: Parameters, channelId: string): ReportQuery {
  const missing = ['ids', 'startDate', 'endDate', 'metrics'].find((name) => !query[name]);
  if (missing) throw unsupportedQuery(`Required parameter: ${missing}`);
  if (query['ids'] !== 'channel==MINE' && query['ids'] !== `channel==${channelId}`) {
    throw unsupportedQuery(`Invalid value (${query['ids']}) given in field parameters.ids.`);
  }
  const dimensions = list(query['dimensions']);
  const metrics = list(query['metrics']);
  const known = reports[[...dimensions].sort().join(',')];
  const unknown = metrics.find(
    (name) => name !== 'viewerPercentage' && !(activityMetrics as readonly string[]).includes(name),
  );
  if (unknown) throw unsupportedQuery(`Unknown identifier (${unknown}) given in field parameters.metrics.`);
  if (!known || metrics.some((name) => !known.includes(name))) throw unsupportedQuery();
  const filters = readFilters(query['filters']);
  if ((filters.get('video')?.length ?? 0) > 500)
    throw unsupportedQuery('Too many videos in field parameters.filters: at most 500.');
  const sort = list(query['sort']).map((name) => ({ by: name.replace(/^-/, ''), down: name.startsWith('-') }));
  const odd = sort.find(({ by }) => !dimensions.includes(by) && !metrics.includes(by));
  if (odd) throw unsupportedQuery(`Invalid value (${odd.by}) given in field parameters.sort.`);
  const maxResults = readCount(query['maxResults'], 'maxResults');
  const limit = dimensions.includes('city') ? 250 : dimensions.includes('video') && !filters.has('video') ? 200 : null;
  if (limit !== null && dimensions.length > 0 && (maxResults === null || maxResults > limit)) throw unsupportedQuery();
  if (limit === 200 && sort.length === 0) throw unsupportedQuery();
  const from = readDay(query['startDate'], 'startDate');
  const to = readDay(query['endDate'], 'endDate') + day;
  if (to <= from) throw unsupportedQuery('The end date must not be before the start date.');
  return {
    metrics,
    dimensions,
    filters,
    sort,
    from,
    to,
    maxResults,
    startIndex: readCount(query['startIndex'], 'startIndex') ?? 1,
  };
}

function readFilters(text: string | undefined): Map<string, readonly string[]> {
  const filters = new Map<string, readonly string[]>();
  for (const one of (text ?? '').split(';').filter(Boolean)) {
    const [name = '', values] = one.split('==');
    if (!filterNames.includes(name) || !values)
      throw unsupportedQuery(`Invalid value (${one}) given in field parameters.filters.`);
    filters.set(name, values.split(','));
  }
  return filters;
}

function readDay(text: string | undefined, name: string): number {
  const at = /^\d{4}-\d\d-\d\d$/.test(text ?? '') ? Date.parse(`${text}T00:00:00Z`) : NaN;
  if (Number.isNaN(at))
    throw unsupportedQuery(
      `Invalid value (${text}) given in field parameters.${name}. Values must look like 2026-11-23.`,
    );
  return at;
}

function readCount(text: string | undefined, name: string): number | null {
  if (text === undefined) return null;
  if (!/^\d+$/.test(text) || Number(text) < 1)
    throw unsupportedQuery(`Invalid value (${text}) given in field parameters.${name}.`);
  return Number(text);
}
