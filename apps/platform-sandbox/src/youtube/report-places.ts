import { apportion, cityParts, countryParts, type Part } from '../world/audience';
import type { ApiCall } from './access';
import type { ReportQuery } from './report-query';
import { byVideo, type Row } from './report-videos';

/** Below this the platform shows no places, so that no viewer can be made out. */
const fewest = 50;
/** Columns that are averages, not sums. */
const averages = ['averageViewDuration', 'averageViewPercentage'];

/** By country or city: the totals shared out. Countries add up to the total, `ZZ` being the unknown; cities do not. */
export function byPlace(call: ApiCall, query: ReportQuery): Row[] {
  const total = byVideo(call, { ...query, dimensions: [] })[0];
  const views = Number(total?.['views'] ?? 0);
  if (!total || views < fewest) return [];
  const dimension = query.dimensions.includes('city') ? 'city' : 'country';
  const parts = dimension === 'city' ? cities(call, query) : countries(call, query);
  const columns = query.metrics.map((name) => ({
    name,
    shared: averages.includes(name) ? null : apportion(Number(total[name] ?? 0), parts),
  }));
  const seen = apportion(views, parts);
  const rows = parts.map((part, i) => ({
    [dimension]: part.key,
    ...Object.fromEntries(
      columns.map(({ name, shared }) => [name, shared ? (shared[i]?.count ?? 0) : (total[name] ?? 0)]),
    ),
    seen: seen[i]?.count ?? 0,
  }));
  return rows.filter(({ seen }) => seen > 0);
}

function countries({ sandbox, account: { person } }: ApiCall, query: ReportQuery): Part[] {
  const known = countryParts(sandbox.world.seed, person, query.to);
  const unknown = 1 - known.reduce((sum, { share }) => sum + share, 0);
  const wanted = query.filters.get('country');
  return [...known, { key: 'ZZ', share: unknown }].filter(({ key }) => !wanted || wanted.includes(key));
}

function cities({ sandbox, account: { person } }: ApiCall, query: ReportQuery): Part[] {
  const wanted = query.filters.get('country');
  return cityParts(sandbox.world.seed, person, query.to)
    .filter(({ country }) => !wanted || wanted.includes(country))
    .map(({ key, share }) => ({ key: key.split(',')[0] ?? key, share }));
}
