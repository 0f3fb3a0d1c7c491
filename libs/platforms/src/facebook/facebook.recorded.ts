import { isObject, type PlatformRequest } from '../http';
import { itemsOf } from '../meta/single-items';
import type { RecordedPlatform } from '../recorded/recorded-platform';

const anyTime = '2026-11-01T12:00:00+0000';
const page = '100000000000001';

const parameter = ({ url }: PlatformRequest, name: string): string => url.searchParams.get(name) ?? '';

const itemsIn = (body: unknown): Readonly<Record<string, unknown>>[] => {
  const data = isObject(body) ? body['data'] : undefined;
  return Array.isArray(data) ? data.filter(isObject) : [];
};

/** Names of the metrics that a body has. */
const metricsIn = (body: unknown): string[] =>
  itemsIn(body)
    .map(({ name }) => name)
    .filter((name) => typeof name === 'string');

const isOfStory = (name: string): boolean => /^(story_|pages_fb_story_)/.test(name);

/**
 * An answer with other metrics is not the one that was asked for; what has none may be any, of a post rather than of a
 * story. The three calls that give tokens are one, as are the count of posts and their list, which mostly comes without
 * the count.
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
  const isList = isObject(body) && Array.isArray(body['data']) && body['summary'] === undefined;
  return request.call !== 'GET /{page-id}/published_posts' || parameter(request, 'limit') !== '0' || !isList;
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

const hour = 3_600_000;

/** A story that is still shown, for insights that are those of one. */
const aStory = () => ({
  data: [{ post_id: '2', status: 'PUBLISHED', creation_time: String(Math.floor((Date.now() - hour) / 1000)) }],
});

/** The posts that films which were live are of. */
const postsOf = (films: readonly Readonly<Record<string, unknown>>[]) =>
  films.map(({ id, video }) => ({
    id: `${page}_${String(id)}`,
    created_time: anyTime,
    attachments: { data: [{ media_type: 'video', target: { id: isObject(video) ? video['id'] : id } }] },
  }));

/** Stories end after a day: an answer with some was recorded while the newest was still shown. */
function storiesRecordedAt(body: unknown): Date | undefined {
  const times = itemsIn(body).map(({ creation_time: said }) =>
    /^\d+$/.test(String(said)) ? Number(said) * 1000 : Date.parse(String(said)),
  );
  const newest = Math.max(...times.filter((time) => !Number.isNaN(time)));
  return Number.isFinite(newest) ? new Date(newest + hour) : undefined;
}

/** A post is there for insights of one. */
const blankPosts = (body: unknown, recorded: string) => {
  if (recorded === 'GET /{page-id}/stories') return { data: [], summary: { total_count: 0 } };
  return recorded === 'GET /{page-id}/live_videos' ? { data: postsOf(itemsIn(body)) } : undefined;
};

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
    { call: 'GET /{post-id}', for: ['content'], items: itemsOf('GET /{page-id}/published_posts') },
    { call: 'GET /me', for: ['profile'] },
    { call: 'GET /me/accounts', for: ['accounts'] },
    { call: 'GET /me/permissions', for: ['access'] },
    { call: 'GET /oauth/access_token', for: ['access'] },
    { call: 'DELETE /me/permissions', also: ['DELETE /{user-id}/permissions'], for: ['access'] },
  ],
  answers,
  isLaterPage: (request) => parameter(request, 'after') !== '' || parameter(request, '__paging_token') !== '',
  now: (body, call) => (call === 'GET /{page-id}/stories' ? storiesRecordedAt(body) : undefined),
  blank(request, body, recorded) {
    if (parameter(request, 'after') !== '' || parameter(request, '__paging_token') !== '') return { data: [] };
    if (request.call === 'GET /{page-id}/stories' && metricsIn(body).some(isOfStory)) return aStory();
    const posts = request.call === 'GET /{page-id}/published_posts' ? blankPosts(body, recorded) : undefined;
    return posts ?? blanks[request.call] ?? { data: [] };
  },
};
