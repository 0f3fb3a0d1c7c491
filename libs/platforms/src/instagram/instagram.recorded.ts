import { isObject, type PlatformRequest } from '../http';
import { itemsOf } from '../meta/single-items';
import type { RecordedPlatform } from '../recorded/recorded-platform';

const anyTime = '2026-11-01T12:00:00+0000';

const parameter = ({ url }: PlatformRequest, name: string): string => url.searchParams.get(name) ?? '';

const insightsIn = (body: unknown): Readonly<Record<string, unknown>>[] => {
  const data = isObject(body) ? body['data'] : undefined;
  return Array.isArray(data) ? data.filter(isObject) : [];
};

/** The breakdowns that an answer has, `age` and so on. */
const breakdownsIn = (insights: readonly Readonly<Record<string, unknown>>[]): string[] =>
  insights
    .flatMap(({ total_value: total }) =>
      isObject(total) && Array.isArray(total['breakdowns']) ? total['breakdowns'] : [],
    )
    .flatMap((breakdown) =>
      isObject(breakdown) && Array.isArray(breakdown['dimension_keys']) ? breakdown['dimension_keys'] : [],
    )
    .filter((key) => typeof key === 'string');

/** An answer with other metrics, or another breakdown, is not the one that was asked for; what has none may be any. */
function answers(request: PlatformRequest, body: unknown): boolean {
  if (!request.call.endsWith('{ig-user-id}/insights')) return true;
  const insights = insightsIn(body);
  const names = insights.map(({ name }) => name).filter((name) => typeof name === 'string');
  if (names.length > 0 && !names.some((name) => parameter(request, 'metric').split(',').includes(name))) return false;
  const breakdowns = breakdownsIn(insights);
  return breakdowns.length === 0 || breakdowns.includes(parameter(request, 'breakdown'));
}

const blanks: Readonly<Record<string, unknown>> = {
  'GET /me': {
    user_id: '17841400000000000',
    username: 'recorded',
    followers_count: 100,
    follows_count: 0,
    media_count: 1,
  },
  'GET /{ig-user-id}/media': {
    data: [{ id: '18000000000000000', media_type: 'VIDEO', media_product_type: 'REELS', timestamp: anyTime }],
  },
  'POST /oauth/access_token': { access_token: 'recorded' },
  'GET /access_token': { access_token: 'recorded', expires_in: 5_183_944 },
  'GET /refresh_access_token': { access_token: 'recorded', expires_in: 5_183_944 },
};

export const instagramRecorded: RecordedPlatform = {
  calls: [
    { call: 'GET /me', also: ['GET /{ig-user-id}'], for: ['identity', 'profile'] },
    { call: 'GET /{ig-user-id}/insights', for: ['profile', 'audience'] },
    { call: 'GET /{ig-user-id}/media', for: ['content'] },
    { call: 'GET /{ig-user-id}/stories', for: ['content'] },
    { call: 'GET /{ig-media-id}/insights', for: ['figures'] },
    { call: 'GET /{ig-media-id}', for: ['content'], items: itemsOf('GET /{ig-user-id}/media') },
    { call: 'POST /oauth/access_token', for: ['access'] },
    { call: 'GET /access_token', for: ['access'] },
    { call: 'GET /refresh_access_token', for: ['access'] },
  ],
  answers,
  isLaterPage: (request) => parameter(request, 'after') !== '',
  /** A post is there for insights of one. */
  blank({ call, url }, _body, recorded) {
    const isPosts = call === 'GET /{ig-user-id}/media';
    if (url.searchParams.has('after') || (isPosts && recorded !== 'GET /{ig-media-id}/insights')) return { data: [] };
    return blanks[call] ?? { data: [] };
  },
};
