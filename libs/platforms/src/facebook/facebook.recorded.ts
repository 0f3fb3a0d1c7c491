import { isObject, type PlatformRequest } from '../http';
import type { RecordedPlatform } from '../recorded/recorded-platform';

const anyTime = '2026-11-01T12:00:00+0000';
const page = '100000000000001';

const parameter = ({ url }: PlatformRequest, name: string): string => url.searchParams.get(name) ?? '';

/** Names of the metrics that a body has. */
const metricsIn = (body: unknown): string[] => {
  const data = isObject(body) ? body['data'] : undefined;
  const items = Array.isArray(data) ? data.filter(isObject) : [];
  return items.map(({ name }) => name).filter((name) => typeof name === 'string');
};

const isOfStory = (name: string): boolean => /^(story_|pages_fb_story_)/.test(name);

/**
 * An answer with other metrics is not the one that was asked for; what has none may be any, of a post rather than of a
 * story. The count of posts and their list are one call, as are the three that give tokens.
 */
function answers(request: PlatformRequest, body: unknown): boolean {
  const names = metricsIn(body);
  const asked = parameter(request, 'metric').split(',').filter(Boolean);
  if (request.call === 'GET /{page-id}/insights')
    return names.length === 0 || names.some((name) => asked.includes(name));
  if (request.call === 'GET /{post-id}/insights') {
    if (asked.length === 0) return names.some(isOfStory);
    return names.length === 0 || names.some((name) => asked.includes(name)) || !names.some(isOfStory);
  }
  return true;
}

const blanks: Readonly<Record<string, unknown>> = {
  'GET /{page-id}': { id: page, name: 'Recorded', followers_count: 1000 },
  'GET /{page-id}/published_posts': {
    data: [{ id: `${page}_1`, created_time: anyTime }],
    summary: { total_count: 1 },
  },
  'GET /{page-id}/stories': { data: [] },
  'GET /me': { id: '10000000000000001', email: 'recorded@example.com' },
  'GET /me/accounts': { data: [{ id: page, name: 'Recorded', access_token: 'recorded', tasks: ['ANALYZE'] }] },
  'GET /oauth/access_token': { access_token: 'recorded', expires_in: 5_183_944 },
  'DELETE /me/permissions': { success: true },
};

/** A story that is still shown, for insights that are those of one. */
const aStory = () => ({
  data: [{ post_id: '2', status: 'PUBLISHED', creation_time: String(Math.floor(Date.now() / 1000) - 3600) }],
});

export const facebookRecorded: RecordedPlatform = {
  calls: [
    { call: 'GET /{page-id}', for: ['identity', 'profile'] },
    { call: 'GET /{page-id}/insights', for: ['profile', 'audience'] },
    {
      call: 'GET /{page-id}/published_posts',
      also: ['GET /{page-id}/posts', 'GET /{page-id}/feed'],
      for: ['profile', 'content'],
    },
    { call: 'GET /{page-id}/stories', for: ['content'] },
    { call: 'GET /{page-id}/live_videos', for: ['content'] },
    { call: 'GET /{post-id}/insights', for: ['figures'] },
    { call: 'GET /me', for: ['profile'] },
    { call: 'GET /me/accounts', for: ['accounts'] },
    { call: 'GET /me/permissions', for: ['access'] },
    { call: 'GET /oauth/access_token', for: ['access'] },
    { call: 'DELETE /me/permissions', also: ['DELETE /{user-id}/permissions'], for: ['access'] },
  ],
  answers,
  isLaterPage: (request) => parameter(request, 'after') !== '' || parameter(request, '__paging_token') !== '',
  blank(request, body) {
    if (parameter(request, 'after') !== '' || parameter(request, '__paging_token') !== '') return { data: [] };
    if (request.call === 'GET /{page-id}/stories' && metricsIn(body).some(isOfStory)) return aStory();
    return blanks[request.call] ?? { data: [] };
  },
};
