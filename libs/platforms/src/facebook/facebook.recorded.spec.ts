import { mapRecorded } from '../recorded';
import { album, graphError, live, metric, page, pageId, photo, plain, reel } from './facebook.fixtures';

const value = (of: unknown) => ({ is: 'value', value: of });
const mapped = (call: string, body: unknown, status = 200) =>
  mapRecorded({ platform: 'facebook', call, status, body: typeof body === 'string' ? body : JSON.stringify(body) });
const shares = (of: Record<string, number>) => value(Object.entries(of).map(([key, share]) => ({ key, share })));

describe('a recorded answer of Facebook', () => {
  it.each([
    'GET /{page-id}',
    'GET /v26.0/205000000000001',
    `https://graph.facebook.com/v27.0/${pageId}?fields=id,name`,
  ])('of the Page (%s): who it is, and the figures that this call gives', async (call) => {
    const { snapshot, outcome, missing } = await mapped(call, page);
    expect({ outcome, missing }).toEqual({ outcome: 'read', missing: [] });
    expect(snapshot).toEqual({
      identity: {
        platformAccountId: pageId,
        username: 'brotzeitmitjana',
        displayName: 'Brotzeit mit Jana',
        avatarUrl: 'https://scontent.xx.fbcdn.net/jana.jpg',
      },
      profile: {
        username: 'brotzeitmitjana',
        displayName: 'Brotzeit mit Jana',
        avatarUrl: 'https://scontent.xx.fbcdn.net/jana.jpg',
        profileUrl: 'https://www.facebook.com/brotzeitmitjana',
        figures: { followers: value(41_700) },
      },
    });
  });

  it('of a Page without a username, a picture and a number of followers: those that like it count', async () => {
    const picture = { data: { url: 'https://x.fbcdn.net/s.jpg', width: 1, height: 1, is_silhouette: true } };
    const { snapshot, outcome } = await mapped('GET /{page-id}', {
      id: pageId,
      name: 'Ömer 🥨',
      fan_count: 7,
      picture,
    });
    expect(outcome).toBe('read');
    expect(snapshot).toMatchObject({
      identity: { username: pageId, displayName: 'Ömer 🥨', avatarUrl: null },
      profile: { profileUrl: `https://www.facebook.com/${pageId}`, figures: { followers: value(7) } },
    });
  });

  it('of a Page with a field of the wrong type: that data point is missing, the others are there', async () => {
    const { snapshot, outcome, missing } = await mapped('GET /{page-id}', { ...page, followers_count: 'many' });
    expect(outcome).toBe('read-in-part');
    expect(missing).toMatchObject([{ section: 'profile', part: 'followers', reason: 'unexpected' }]);
    expect(snapshot).toMatchObject({ profile: { displayName: 'Brotzeit mit Jana' } });
  });

  it.each<[string, number, unknown, string, string]>([
    ['password', 400, graphError(190, 460), 'needs-reauthorization', 'ends the connection'],
    ['role lost', 400, graphError(190, 492), 'needs-reauthorization', 'ends the connection'],
    ['deleted', 400, graphError(100, 33), 'gone', 'ends the connection'],
    ['merged into another', 400, graphError(21), 'gone', 'ends the connection'],
    ['permission', 403, graphError(10), 'permission-missing', 'fails the refresh'],
    ['page limit', 400, graphError(32), 'rate-limited', 'fails the refresh'],
    ['another token', 400, graphError(190, 2069032), 'unexpected', 'fails the refresh'],
    [
      'another Page',
      400,
      graphError(10, undefined, 'Requested Page Does Not Match Page Access Token'),
      'unexpected',
      'fails the refresh',
    ],
    ['html', 502, '<html></html>', 'platform-down', 'fails the refresh'],
    ['nothing', 200, {}, 'unexpected', 'fails the refresh'],
  ])('of the Page that says %s', async (_name, status, body, outcome, effect) => {
    expect(await mapped('GET /{page-id}', body, status)).toMatchObject({ outcome, effect, snapshot: null });
  });

  it('of the Pages that were chosen: each with its followers and permissions, never with its token', async () => {
    const other = { id: '9', name: 'Zweite Seite', access_token: 'EAAsecret2', tasks: ['MODERATE'] };
    const data = [
      { ...page, access_token: 'EAAsecret1', tasks: ['ANALYZE'] },
      null,
      { id: '7', name: 'No token' },
      other,
    ];
    const { snapshot, outcome } = await mapped('GET /me/accounts', {
      data,
      paging: { cursors: { before: 'b', after: 'a' } },
    });
    expect(outcome).toBe('read');
    expect(snapshot).toMatchObject({
      accounts: [
        { identity: { platformAccountId: pageId, username: 'brotzeitmitjana' }, followers: 41_700 },
        { identity: { platformAccountId: '9', username: '9', displayName: 'Zweite Seite' }, followers: null },
      ],
    });
    const { accounts } = snapshot as { accounts: { granted: string[] }[] };
    expect(accounts.map(({ granted }) => granted.includes('read_insights'))).toEqual([true, false]);
    expect(JSON.stringify(snapshot)).not.toContain('EAAsecret');
  });

  it('of a person without any Page: said so', async () => {
    const { outcome, effect, words } = await mapped('GET /me/accounts', { data: [] });
    expect({ outcome, effect }).toEqual({ outcome: 'not-eligible', effect: 'fails the connecting' });
    expect(words[0]).toBe('This Facebook account manages no Page.');
  });

  it('of insights: reach, and followers by place', async () => {
    const call = 'GET /{page-id}/insights';
    const reach = await mapped(call, { data: [metric('page_total_media_view_unique', 777, 'days_28')] });
    expect(reach).toMatchObject({ outcome: 'read', snapshot: { profile: { figures: { reach28d: value(777) } } } });
    const series = {
      ...metric('page_follows_country', {}, 'day'),
      values: [{ value: { DE: 1 } }, { value: { DE: 3, AT: 1 } }, { value: {} }],
    };
    const countries = await mapped(call, { data: [series] });
    expect(countries.snapshot).toMatchObject({
      audience: { countries: shares({ DE: 0.75, AT: 0.25 }) },
    });
    expect(JSON.stringify(countries.snapshot)).not.toMatch(/cities|reach28d/);
    expect((await mapped(call, { data: [] })).outcome).toBe('read');
  });

  it('of insights over several periods: the one that was asked for', async () => {
    const name = 'page_total_media_view_unique';
    for (const data of [
      [metric(name, 777, 'days_28'), metric(name, 5, 'day')],
      [metric(name, 5, 'day'), metric(name, 777, 'days_28')],
    ])
      expect((await mapped('GET /{page-id}/insights', { data })).snapshot).toMatchObject({
        profile: { figures: { reach28d: value(777) } },
      });
  });

  it.each<[string, unknown, string, object | null]>([
    [
      'retired',
      graphError(100, undefined, '(#100) The value must be a valid insights metric'),
      'read',
      { is: 'not-offered' },
    ],
    ['not offered', graphError(200, 2069030, 'New Pages experience'), 'read', { is: 'not-offered' }],
    ['without permission', graphError(200, undefined, '(#200) Provide permission'), 'permission-missing', null],
    ['not visible', graphError(100, 33), 'refused', null],
    ['over', graphError(190, 463), 'refused', null],
  ])('of insights that are %s never ends a connection', async (_name, body, outcome, figure) => {
    const answer = await mapped('GET /{page-id}/insights', body, 400);
    expect(answer.outcome).toBe(outcome);
    expect(['none', 'costs its own data points']).toContain(answer.effect);
    if (figure !== null)
      expect(answer.snapshot).toMatchObject({
        profile: { figures: { reach28d: figure } },
        audience: { countries: figure },
      });
  });

  it.each([
    'GET /{page-id}/published_posts',
    'GET /{page-id}/posts',
    'GET /me/feed',
    `GET /v26.0/${pageId}/posts?limit=25`,
  ])('of posts (%s)', async (call) => {
    const { snapshot, missing, outcome } = await mapped(call, {
      data: [photo, reel, live, album, plain],
      summary: { total_count: 5 },
    });
    expect({ missing, outcome }).toEqual({ missing: [], outcome: 'read' });
    expect(snapshot).toMatchObject({
      profile: { figures: { posts: value(5) } },
      content: [
        {
          contentId: photo.id,
          type: 'image',
          title: 'Neues Rezept 🍞',
          figures: { likes: value(0), comments: value(12), shares: value(4) },
        },
        { contentId: reel.id, type: 'reels' },
        { contentId: live.id, type: 'video' },
        { contentId: album.id, type: 'album', title: 'Brotzeit mit Jana hat 3 neue Fotos hinzugefügt.' },
        { contentId: plain.id, type: 'text', thumbnailUrl: null, figures: { shares: value(0) } },
      ],
    });
  });

  it('of posts without their number, which is asked for apart', async () => {
    const { snapshot, missing, outcome } = await mapped('GET /{page-id}/posts', { data: [plain], paging: null });
    expect({ missing, outcome }).toEqual({ missing: [], outcome: 'read' });
    expect(snapshot).toMatchObject({ content: [{ contentId: plain.id }] });
    expect(JSON.stringify(snapshot)).not.toContain('"posts"');
  });

  it('of stories as they were shown then, and of films that were live', async () => {
    const story = { post_id: '8', status: 'published', creation_time: '1700000000', url: 'https://facebook.com/s/8' };
    expect((await mapped('GET /{page-id}/stories', { data: [story] })).snapshot).toMatchObject({
      content: [{ contentId: '8', type: 'story', publishedAt: '2023-11-14T22:13:20.000Z' }],
    });
    expect(
      (await mapped('GET /{page-id}/live_videos', { data: [{ id: '55', status: 'VOD' }] })).snapshot,
    ).toMatchObject({
      content: [{ type: 'stream' }],
    });
  });

  it.each([
    ['API access deactivated. To reactivate, go to the app dashboard.', 200],
    ['Error validating application. Application has been deleted.', 190],
  ])('of an app that Meta no longer serves (%s): the operator’s trouble', async (message, code) => {
    expect(await mapped('GET /{page-id}', graphError(code, undefined, message), 400)).toMatchObject({
      outcome: 'app-not-enrolled',
      effect: 'fails the refresh',
    });
  });

  it('of a metric that the newer kind of Pages does not have: it is not offered', async () => {
    const said = '(#200) This metric is not supported in the new Pages experience';
    expect(await mapped('GET /{page-id}/insights', graphError(200, undefined, said), 400)).toMatchObject({
      outcome: 'read',
      snapshot: { audience: { countries: { is: 'not-offered' } } },
    });
  });

  it('of a token that cannot be lengthened as nothing is at its address: the Page is not gone', async () => {
    expect(await mapped('GET /oauth/access_token?refresh', graphError(100, 33), 400)).toMatchObject({
      outcome: 'unexpected',
      effect: 'fails the refresh',
    });
  });

  it('of posts of which some cannot be read: each costs itself', async () => {
    const data = [null, { ...photo, id: {} }, { ...reel, reactions: [], shares: 'x' }, plain];
    const { snapshot, missing } = await mapped('GET /{page-id}/published_posts', { data, summary: { total_count: 4 } });
    expect(missing.map(({ part }) => part).sort()).toEqual(['likes', 'posts', 'posts', 'shares']);
    expect(snapshot).toMatchObject({
      content: [{ contentId: reel.id, figures: { comments: value(3) } }, { contentId: plain.id }],
    });
  });

  it('of the insights of a post, and of a story', async () => {
    const twice = [
      metric('post_media_view', 0, 'day'),
      metric('post_media_view', 120),
      metric('post_media_view', 0, 'day'),
    ];
    const post = await mapped(`GET /${pageId}_1/insights`, { data: twice });
    expect(post.snapshot).toMatchObject({ content: [{ figures: { views: value(120), reach: { is: 'not-yet' } } }] });
    const unsettled = {
      ...metric('story_media_view', 0),
      values: [{ value: 0, end_time: '1970-01-02T00:00:00+0000' }],
    };
    const story = await mapped('GET /{story-id}/insights', {
      data: [unsettled, metric('story_total_media_view_unique', 30)],
    });
    expect(story.snapshot).toMatchObject({
      content: expect.arrayContaining([
        expect.objectContaining({
          contentId: '2',
          figures: expect.objectContaining({ views: { is: 'not-yet' }, reach: value(30) }) as object,
        }),
      ]) as unknown[],
    });
  });

  it('of the person behind the access, what was granted, and the tokens', async () => {
    expect(await mapped('GET /me', { id: '1', email: 'jana@example.com' })).toMatchObject({
      snapshot: { profile: { email: value('jana@example.com') } },
    });
    expect((await mapped('GET /me', { id: '1' })).snapshot).toMatchObject({
      profile: { email: { is: 'not-offered' } },
    });
    const permissions = {
      data: [
        { permission: 'email', status: 'declined' },
        { permission: 'read_insights', status: 'granted' },
      ],
    };
    expect((await mapped('GET /me/permissions', permissions)).snapshot).toMatchObject({
      access: { granted: ['read_insights'] },
    });
    const token = { access_token: 'EAAsecret', token_type: 'bearer' };
    expect((await mapped('GET /oauth/access_token', token)).snapshot).toMatchObject({ access: { accessToken: true } });
    expect(
      await mapped(
        'GET /oauth/access_token',
        graphError(100, undefined, 'This authorization code has been used.'),
        400,
      ),
    ).toMatchObject({
      outcome: 'needs-reauthorization',
      effect: 'fails the connecting',
    });
    expect(
      await mapped('GET /oauth/access_token', graphError(1, undefined, 'Error validating client secret.'), 400),
    ).toMatchObject({
      outcome: 'app-not-enrolled',
    });
    expect((await mapped('DELETE /me/permissions', { success: true })).snapshot).toEqual({ revoked: true });
  });
});
