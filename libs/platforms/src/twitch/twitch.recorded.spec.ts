import { mapRecorded } from '../recorded';
import { clip, helixError, idError, listOf, stream, user, video } from './twitch.fixtures';

const value = (of: unknown) => ({ is: 'value', value: of });
const mapped = (call: string, body: unknown, status = 200) =>
  mapRecorded({ platform: 'twitch', call, status, body: JSON.stringify(body) });

describe('a recorded answer of Twitch', () => {
  it('of the user', async () => {
    expect(await mapped('GET /helix/users', { data: [user] })).toMatchObject({
      outcome: 'read',
      snapshot: {
        identity: { platformAccountId: user.id, username: 'nightshift' },
        profile: { email: value('night@example.com'), figures: {} },
      },
    });
    expect(await mapped('GET /helix/users', helixError(401, 'Unauthorized', 'Invalid OAuth token'), 401)).toMatchObject(
      {
        outcome: 'refresh-token',
      },
    );
  });

  it('of followers and of the stream', async () => {
    const followers = await mapped('GET /helix/channels/followers', { total: 8, data: [], pagination: {} });
    expect(followers.snapshot).toEqual({ profile: { figures: { followers: value(8) } } });
    expect((await mapped('GET /helix/streams', listOf([stream]))).snapshot).toEqual({
      profile: { figures: { liveViewers: value(78_365) } },
    });
    expect((await mapped('GET /helix/streams', listOf([]))).snapshot).toEqual({
      profile: { figures: { liveViewers: { is: 'not-applicable' } } },
    });
    expect(await mapped('GET /helix/channels/followers', helixError(400, 'Bad Request', 'x'), 400)).toMatchObject({
      effect: 'costs its own data points',
      missing: [{ part: 'followers' }],
    });
  });

  it('of videos and clips: whole items, and those that can be named', async () => {
    const videos = await mapped(
      'GET /helix/videos',
      listOf([video, null, { ...video, id: '2', view_count: 'x' }], 'next'),
    );
    expect(videos.snapshot).toMatchObject({
      profile: { figures: { videos: value(3) } },
      content: [
        { contentId: video.id, type: 'video', figures: { views: value(1_863_062) } },
        { contentId: '2', figures: { views: { is: 'unexpected' } } },
      ],
    });
    expect(videos.missing.map(({ part }) => part).sort()).toEqual(['posts', 'views']);
    expect((await mapped('GET /helix/clips', listOf([clip]))).snapshot).toMatchObject({
      content: [{ contentId: 'RandomClip1', type: 'short', title: 'random1' }],
    });
  });

  it('of the id host', async () => {
    const token = { access_token: 'secret', refresh_token: 'secret', expires_in: 14_154, token_type: 'bearer' };
    const given = await mapped('POST /oauth2/token', { ...token, scope: ['user:read:email'] });
    expect(given.snapshot).toMatchObject({ access: { granted: ['user:read:email'], refreshToken: true } });
    expect((await mapped('POST https://id.twitch.tv/oauth2/token', token)).snapshot).toMatchObject({
      access: { granted: [] },
    });
    expect(await mapped('POST /oauth2/token', idError(400, 'Invalid refresh token'), 400)).toMatchObject({
      outcome: 'needs-reauthorization',
    });
    expect(await mapped('GET /oauth2/validate', { user_id: '1', scopes: [], expires_in: 5 })).toMatchObject({
      snapshot: { access: 'stands' },
    });
    expect(await mapped('GET /oauth2/validate', idError(401, 'invalid access token'), 401)).toMatchObject({
      outcome: 'refresh-token',
    });
  });
});
