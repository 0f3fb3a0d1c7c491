import type { RecordedPlatform } from '../recorded/recorded-platform';

const blanks: Readonly<Record<string, unknown>> = {
  'GET /helix/users': {
    data: [{ id: '1', login: 'recorded', display_name: 'recorded', email: 'recorded@example.com' }],
  },
  'GET /helix/channels/followers': { total: 0, data: [], pagination: {} },
  'POST /oauth2/token': { access_token: 'recorded', expires_in: 14_000, refresh_token: 'recorded' },
};

export const twitchRecorded: RecordedPlatform = {
  calls: [
    { call: 'GET /helix/users', for: ['identity', 'profile'] },
    { call: 'GET /helix/channels/followers', for: ['profile'] },
    { call: 'GET /helix/streams', for: ['profile'] },
    { call: 'GET /helix/videos', for: ['profile', 'content'] },
    { call: 'GET /helix/clips', for: ['content'] },
    { call: 'POST /oauth2/token', for: ['access'] },
    { call: 'GET /oauth2/validate', for: ['access'] },
    { call: 'POST /oauth2/revoke', for: ['access'] },
  ],
  isLaterPage: ({ url }) => url.searchParams.has('after'),
  blank: ({ call }) => blanks[call] ?? { data: [], pagination: {} },
};
