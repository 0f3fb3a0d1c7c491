import { mapRecorded } from '../recorded';
import { oauthError, ok, pageOf, refused, user, video } from './tiktok.fixtures';

const value = (of: unknown) => ({ is: 'value', value: of });
const mapped = (call: string, body: unknown, status = 200) =>
  mapRecorded({ platform: 'tiktok', call, status, body: JSON.stringify(body) });

describe('a recorded answer of TikTok', () => {
  it('of the account', async () => {
    expect(await mapped('GET /v2/user/info/', ok({ user }))).toMatchObject({
      outcome: 'read',
      snapshot: {
        identity: { platformAccountId: user.open_id, username: 'atelier.amelie' },
        profile: { figures: { followers: value(210_400), following: value(312), videos: value(3) } },
      },
    });
    expect(await mapped('GET /v2/user/info', refused('access_token_invalid'), 401)).toMatchObject({
      outcome: 'refresh-token',
    });
  });

  it('of the account without its counts, which are asked for apart', async () => {
    const { follower_count: _f, following_count: _g, video_count: _v, ...names } = user;
    const { outcome, snapshot } = await mapped('GET /v2/user/info/', ok({ user: names }));
    expect(outcome).toBe('read');
    expect(snapshot).toMatchObject({ profile: { username: 'atelier.amelie', figures: {} } });
  });

  it('of its videos: whole items, and those that can be named', async () => {
    const body = pageOf([video, null, { ...video, id: '2', share_count: 'many' }], 1_643_332_803_000);
    const { snapshot, missing, outcome } = await mapped(
      'POST https://open.tiktokapis.com/v2/video/list/?fields=id',
      body,
    );
    expect(outcome).toBe('read-in-part');
    expect(snapshot).toMatchObject({
      content: [
        { contentId: video.id, title: 'Nouveau four', type: 'video', figures: { shares: value(7), likes: value(0) } },
        { contentId: '2', figures: { shares: { is: 'unexpected' }, views: value(48_200) } },
      ],
    });
    expect(missing.map(({ part }) => part).sort()).toEqual(['posts', 'shares']);
  });

  it('of its videos that is refused costs the videos', async () => {
    expect(await mapped('POST /v2/video/list/', refused('scope_not_authorized'), 401)).toMatchObject({
      outcome: 'permission-missing',
      effect: 'costs its own data points',
      missing: [{ part: 'posts', permission: 'video.list' }],
      words: ['Without some videos: a permission is missing. What was known stays.'],
    });
  });

  it('of the token endpoint', async () => {
    const token = { access_token: 'act.secret', expires_in: 7_200, refresh_token: 'rft.secret', scope: 'video.list' };
    const given = await mapped('POST /v2/oauth/token/', token);
    expect(given).toMatchObject({ outcome: 'read', snapshot: { access: { granted: ['video.list'] } } });
    expect(JSON.stringify(given)).not.toContain('secret');
    expect(await mapped('POST /v2/oauth/token/', oauthError('invalid_grant'))).toMatchObject({
      outcome: 'needs-reauthorization',
    });
    expect(await mapped('POST /v2/oauth/revoke/', {})).toMatchObject({ snapshot: { revoked: true } });
  });
});
