import { isObject, type PlatformRequest } from '../http';
import type { RecordedPlatform } from '../recorded/recorded-platform';

const counts = ['follower_count', 'following_count', 'video_count'];

/** The counts are asked for apart: an account without any of them is an answer to the other question. */
function answers({ call, url }: PlatformRequest, body: unknown): boolean {
  const asked = url.searchParams.get('fields') ?? '';
  const data = isObject(body) ? body['data'] : undefined;
  const user = isObject(data) ? data['user'] : undefined;
  if (call !== 'GET /v2/user/info/' || !asked.includes('follower_count') || !isObject(user)) return true;
  return user['open_id'] === undefined || counts.some((name) => name in user);
}

/** The videos that were asked for by their ids come without a word of further ones. */
const asOnlyPage = (body: Readonly<Record<string, unknown>>): unknown =>
  isObject(body['data']) ? { ...body, data: { has_more: false, ...body['data'] } } : body;

const ok = { code: 'ok', message: '', log_id: 'recorded' };
const blanks: Readonly<Record<string, unknown>> = {
  'GET /v2/user/info/': {
    data: {
      user: {
        open_id: 'recorded',
        display_name: 'recorded',
        username: 'recorded',
        follower_count: 0,
        following_count: 0,
        video_count: 1,
      },
    },
    error: ok,
  },
  'POST /v2/video/list/': { data: { videos: [], cursor: 0, has_more: false }, error: ok },
  'POST /v2/oauth/token/': { access_token: 'recorded', expires_in: 7_200, refresh_token: 'recorded' },
};

export const tiktokRecorded: RecordedPlatform = {
  calls: [
    { call: 'GET /v2/user/info/', for: ['identity', 'profile'] },
    { call: 'POST /v2/video/list/', for: ['content'] },
    { call: 'POST /v2/video/query/', for: ['content'], items: { list: 'POST /v2/video/list/', asList: asOnlyPage } },
    { call: 'POST /v2/oauth/token/', for: ['access'] },
    { call: 'POST /v2/oauth/revoke/', for: ['access'] },
  ],
  answers,
  isLaterPage: ({ json }) => isObject(json) && json['cursor'] !== undefined,
  blank: ({ call }) => blanks[call] ?? {},
};
