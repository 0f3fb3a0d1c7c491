import { isObject, type PlatformRequest } from '../http';
import type { RecordedPlatform } from '../recorded/recorded-platform';

const parameter = ({ url }: PlatformRequest, name: string): string => url.searchParams.get(name) ?? '';

const itemsIn = (body: unknown): Readonly<Record<string, unknown>>[] => {
  const items = isObject(body) ? body['items'] : undefined;
  return Array.isArray(items) ? items.filter(isObject) : [];
};
const columnsIn = (body: unknown): string[] => {
  const headers = isObject(body) ? body['columnHeaders'] : undefined;
  return Array.isArray(headers)
    ? headers.flatMap((header) => (isObject(header) && typeof header['name'] === 'string' ? [header['name']] : []))
    : [];
};

/** Columns by which reports are split. */
const dimensionsKnown = new Set([
  ...['ageGroup', 'gender', 'country', 'city', 'video', 'creatorContentType', 'day', 'month', 'channel', 'playlist'],
  ...['province', 'dma', 'continent', 'subContinent', 'deviceType', 'operatingSystem', 'subscribedStatus', 'group'],
  ...['liveOrOnDemand', 'youtubeProduct', 'sharingService', 'audienceType', 'elapsedVideoTimeRatio', 'adType'],
  ...['insightPlaybackLocationType', 'insightPlaybackLocationDetail', 'insightTrafficSourceType'],
  ...['insightTrafficSourceDetail'],
]);

/**
 * A report with other columns is not the one that was asked for; one without columns may be any. Of videos it may be
 * split by their type or not.
 */
function answers(request: PlatformRequest, body: unknown): boolean {
  if (request.call !== 'GET /v2/reports') return true;
  const columns = columnsIn(body);
  const dimensions = parameter(request, 'dimensions')
    .split(',')
    .filter((name) => name !== '' && name !== 'creatorContentType');
  const metrics = parameter(request, 'metrics').split(',');
  const given = columns.filter((column) => dimensionsKnown.has(column) && column !== 'creatorContentType');
  return (
    columns.length === 0 ||
    (given.length === dimensions.length &&
      dimensions.every((name) => given.includes(name)) &&
      metrics.some((name) => columns.includes(name)))
  );
}

const channel = {
  id: 'UCrecorded',
  snippet: { title: 'recorded' },
  statistics: { viewCount: '0', subscriberCount: '0', hiddenSubscriberCount: false, videoCount: '1' },
  contentDetails: { relatedPlaylists: { uploads: 'UUrecorded' } },
};
const videoOf = (id: string) => ({ id, snippet: { publishedAt: '2026-11-01T12:00:00Z', title: '' } });
const list = (items: readonly unknown[]) => ({
  kind: 'youtube#listResponse',
  items,
  pageInfo: { totalResults: items.length },
});

/** The ids of the videos that a recorded answer is about: a report names them in its rows. */
const videosIn = (body: unknown): string[] => {
  const rows = isObject(body) && Array.isArray(body['rows']) ? body['rows'] : [];
  const column = columnsIn(body).indexOf('video');
  const inRows =
    column < 0 ? [] : rows.map((row: unknown) => (Array.isArray(row) ? (row[column] as unknown) : undefined));
  const ids = [...itemsIn(body).map(({ id }) => id), ...inRows].filter((id) => typeof id === 'string');
  return ids.length === 0 ? ['recorded'] : [...new Set(ids)];
};

function blank(request: PlatformRequest, body: unknown): unknown {
  switch (request.call) {
    case 'GET /youtube/v3/channels':
      return list([channel]);
    case 'GET /youtube/v3/playlistItems':
      return list(
        parameter(request, 'pageToken') ? [] : videosIn(body).map((videoId) => ({ contentDetails: { videoId } })),
      );
    case 'GET /youtube/v3/videos':
      return list(parameter(request, 'id').split(',').map(videoOf));
    case 'GET /oauth2/v2/userinfo':
      return { email: 'recorded@example.com' };
    case 'GET /v2/reports':
      return { kind: 'youtubeAnalytics#resultTable', columnHeaders: [] };
    case 'POST /token':
      return { access_token: 'recorded', expires_in: 3599 };
    default:
      return list([]);
  }
}

export const youtubeRecorded: RecordedPlatform = {
  calls: [
    { call: 'GET /youtube/v3/channels', for: ['identity', 'profile'] },
    { call: 'GET /youtube/v3/playlists', for: ['profile'] },
    { call: 'GET /oauth2/v2/userinfo', for: ['profile'] },
    { call: 'GET /v2/reports', for: ['profile', 'audience', 'figures'] },
    { call: 'GET /youtube/v3/playlistItems', for: ['content'] },
    { call: 'GET /youtube/v3/videos', for: ['content'] },
    { call: 'POST /token', for: ['access'] },
    { call: 'POST /revoke', for: ['access'] },
  ],
  answers,
  isLaterPage: (request) => parameter(request, 'pageToken') !== '',
  blank,
};
