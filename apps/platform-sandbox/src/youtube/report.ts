import type { YoutubeColumn, YoutubeReport } from '@linkage/platforms/wire';
import { day, startOf } from '../world/growth';
import { type ApiCall, needs } from './access';
import { viewerPercentages } from './report-audience';
import { byPlace } from './report-places';
import { activityMetrics, readReportQuery, type ReportQuery } from './report-query';
import { byVideo, type Row } from './report-videos';
import { forbidden } from './errors';
import { scope } from './scopes';

/** Figures are two days late. */
const lag = 2 * day;

/** `GET /v2/reports`: columns in the order they were asked for. Without a row there is no `rows`. */
export function report(call: ApiCall): YoutubeReport {
  needs(call, scope.analytics, 'youtubeAnalytics');
  const {
    account: { person, channelId },
    now,
  } = call;
  if (person.channel !== 'open') throw forbidden();
  const asked = readReportQuery(call.query, channelId);
  const query = {
    ...asked,
    from: Math.max(asked.from, Math.floor(startOf(person) / day) * day),
    to: Math.min(asked.to, Math.floor((now - lag) / day) * day),
  };
  const columnHeaders = [...query.dimensions, ...query.metrics].map(column);
  const rows = query.to <= query.from ? [] : cut(sorted(rowsOf(call, query), query), query);
  const cells = rows.map((row) => columnHeaders.map(({ name }) => row[name] ?? 0));
  return { kind: 'youtubeAnalytics#resultTable', columnHeaders, ...(cells.length > 0 ? { rows: cells } : {}) };
}

function rowsOf(call: ApiCall, query: ReportQuery): Row[] {
  if (query.metrics.includes('viewerPercentage')) return viewerPercentages(call, query);
  return query.dimensions.includes('country') || query.dimensions.includes('city')
    ? byPlace(call, query)
    : byVideo(call, query);
}

function column(name: string): YoutubeColumn {
  if (name === 'viewerPercentage' || name === 'averageViewPercentage')
    return { name, columnType: 'METRIC', dataType: 'FLOAT' };
  const isMetric = (activityMetrics as readonly string[]).includes(name);
  return { name, columnType: isMetric ? 'METRIC' : 'DIMENSION', dataType: isMetric ? 'INTEGER' : 'STRING' };
}

const sorted = (rows: Row[], { sort }: ReportQuery): Row[] =>
  sort.length === 0
    ? rows
    : [...rows].sort((a, b) => {
        for (const { by, down } of sort) {
          const [left = 0, right = 0] = [a[by], b[by]];
          const order = left < right ? -1 : left > right ? 1 : 0;
          if (order !== 0) return down ? -order : order;
        }
        return 0;
      });

const cut = (rows: Row[], { startIndex, maxResults }: ReportQuery): Row[] =>
  rows.slice(startIndex - 1, maxResults === null ? undefined : startIndex - 1 + maxResults);
