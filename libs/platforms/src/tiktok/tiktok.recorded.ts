import { isObject } from '../http';
import type { RecordedPlatform } from '../recorded/recorded-platform';

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
    { call: 'POST /v2/oauth/token/', for: ['access'] },
    { call: 'POST /v2/oauth/revoke/', for: ['access'] },
  ],
  isLaterPage: ({ json }) => isObject(json) && json['cursor'] !== undefined,
  blank: ({ call }) => blanks[call] ?? {},
};
