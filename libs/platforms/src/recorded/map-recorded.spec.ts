import { image, graphError, metric, breakdown, reel, totalMetric, user } from '../instagram/instagram.fixtures';
import * as x from '../twitter/twitter.fixtures';
import { channel, googleError, list, report, video } from '../youtube/youtube.fixtures';
import { callName, isLikeCall, isSameCall } from './call-name';
import { mapRecorded, UnknownCall, type RecordedAnswer } from './map-recorded';

const value = (of: unknown) => ({ is: 'value', value: of });
const mapped = (platform: string, call: string, body: unknown, status = 200) =>
  mapRecorded({ platform, call, status, body: typeof body === 'string' ? body : JSON.stringify(body) });
const ofInstagram = (call: string, body: unknown, status?: number) => mapped('instagram', call, body, status);
const ofX = (call: string, body: unknown, status?: number) => mapped('twitter', call, body, status);
const ofYoutube = (call: string, body: unknown, status?: number) => mapped('youtube', call, body, status);

describe('the name of a call', () => {
  it.each([
    ['GET /me', 'GET /me'],
    ['get /me/', 'GET /me'],
    ['/me?fields=id,username', 'GET /me'],
    ['GET https://graph.instagram.com/v26.0/me?fields=id', 'GET /me'],
    ['GET /{ig-user-id}/insights', 'GET /{user-id}/insights'],
    ['GET /v26.0/{user}/media', 'GET /{ig-user-id}/media'],
    ['GET /me/media', 'GET /{ig-user-id}/media'],
    ['GET /:media-id/insights', 'GET /{ig-media-id}/insights'],
    ['GET /17841400000000001/stories', 'GET /{ig-user-id}/stories'],
    ['GET https://www.googleapis.com/youtube/v3/channels?mine=true', 'GET /youtube/v3/channels'],
    ['POST https://oauth2.googleapis.com/token', 'POST /token'],
    ['GET graph.facebook.com/v21.0/me/accounts', 'GET /me/accounts'],
    ['GET /page-id/insights', 'GET /{page-id}/insights'],
    ['GET /PAGE_ID/posts', 'GET /{page-id}/posts'],
    ['GET /$PAGE_ID/posts', 'GET /{page-id}/posts'],
    ['GET /{page-id}/insights/page_follows_city', 'GET /{page-id}/insights'],
    ['GET /{page-id}/insights/page_impressions/day', 'GET /{page-id}/insights'],
    ['GET /{page-id}_{post-id}/insights', 'GET /{post-id}/insights'],
    ['GET /<LATEST_API_VERSION>/<IG_ID>/media', 'GET /{ig-user-id}/media'],
    ['GET /{api-version}/{ig-user-id}/media', 'GET /{ig-user-id}/media'],
    ['GET /vX.X/[ig-user-id]/media', 'GET /{ig-user-id}/media'],
    ['GET /17841405309211844/insights', 'GET /{ig-user-id}/insights'],
    ['GET /17932174733377207/insights', 'GET /{ig-media-id}/insights'],
  ])('%s is that of %s', (one, other) => expect(isSameCall(one, other)).toBe(true));

  it.each([
    ['GET /{ig-user-id}/insights', 'GET /{ig-media-id}/insights'],
    ['POST /me', 'GET /me'],
    ['GET /v2/reports', 'GET /reports'],
    ['GET /17841405309211844/insights', 'GET /{ig-media-id}/insights'],
  ])('%s is not that of %s', (one, other) => expect(isSameCall(one, other)).toBe(false));

  it.each([
    ['/v2/video/list/', 'POST /v2/video/list/'],
    ['GET /users/me', 'GET /2/users/me'],
    ['GET /channels?part=snippet', 'GET /youtube/v3/channels'],
    ['GET /reports', 'GET /v2/reports'],
    ['GET /oauth2/v3/userinfo', 'GET /oauth2/v2/userinfo'],
    ['POST /oauth2/token', 'POST /2/oauth2/token'],
    ['channels/followers', 'GET /helix/channels/followers'],
  ])('%s is like that of %s', (one, other) => expect(isLikeCall(one, other)).toBe(true));

  it.each([
    ['GET /v2/video/list/', 'POST /v2/video/list/'],
    ['GET /followers', 'GET /helix/channels/followers'],
    ['GET /v2', 'GET /v3'],
  ])('%s is not like that of %s', (one, other) => expect(isLikeCall(one, other)).toBe(false));

  it('is read from anything', () => expect(callName('')).toBe('GET /'));
});

describe('a recorded answer', () => {
  it('of the account: who it is, and the figures that this call gives', async () => {
    expect(await ofInstagram('GET /me', user)).toEqual({
      platform: 'instagram',
      call: 'GET /me',
      status: 200,
      outcome: 'read',
      effect: 'none',
      words: [],
      trouble: null,
      snapshot: {
        identity: {
          platformAccountId: '17841400000000001',
          username: 'atelier.amelie',
          displayName: 'Amélie Rousseau',
          avatarUrl: 'https://scontent.cdninstagram.com/amelie.jpg?stp=1',
        },
        profile: {
          username: 'atelier.amelie',
          displayName: 'Amélie Rousseau',
          avatarUrl: 'https://scontent.cdninstagram.com/amelie.jpg?stp=1',
          profileUrl: 'https://www.instagram.com/atelier.amelie/',
          figures: { followers: value(41_700), following: value(812), posts: value(2310) },
        },
      },
      missing: [],
      reports: [],
    });
  });

  it('with a field of the wrong type: that data point is missing, the others are there', async () => {
    const { snapshot, outcome, effect, words, missing, reports } = await ofInstagram('GET /me', {
      ...user,
      followers_count: 'many',
    });
    expect({ outcome, effect }).toEqual({ outcome: 'read-in-part', effect: 'costs its own data points' });
    expect(words).toEqual(['Without followers: Instagram answered in an unknown way. What was known stays.']);
    expect(missing).toEqual([
      { section: 'profile', part: 'followers', reason: 'unexpected', reportId: reports[0]?.reportId },
    ]);
    expect(snapshot).toMatchObject({
      profile: { figures: { followers: { is: 'unexpected' }, posts: value(2310) } },
    });
  });

  it.each([
    [
      400,
      graphError(190, 460),
      'needs-reauthorization',
      'ends the connection',
      ['Password changed.', 'That ended the permission. Ask the creator to reconnect with the same link.'],
    ],
    [
      400,
      graphError(4),
      'rate-limited',
      'fails the refresh',
      ['Instagram asked us to slow down.', 'We keep trying. Figures are those of the last refresh.'],
    ],
    [
      502,
      '<html>Bad Gateway</html>',
      'platform-down',
      'fails the refresh',
      ['Instagram does not answer.', 'We keep trying. Figures are those of the last refresh.'],
    ],
    [
      200,
      'null',
      'platform-down',
      'fails the refresh',
      ['Instagram does not answer.', 'We keep trying. Figures are those of the last refresh.'],
    ],
    [
      200,
      {},
      'unexpected',
      'fails the refresh',
      ['Instagram answered in an unknown way.', 'We keep trying. Figures are those of the last refresh.'],
    ],
  ])('of the account that says %i %j: %s', async (status, body, outcome, effect, words) => {
    expect(await ofInstagram('GET /me', body, status)).toMatchObject({ outcome, effect, words, snapshot: null });
  });

  it('of an account that cannot be watched', async () => {
    const { outcome, effect, words } = await ofInstagram('GET /me', { ...user, account_type: 'PERSONAL' });
    expect({ outcome, effect }).toEqual({ outcome: 'not-eligible', effect: 'fails the connecting' });
    expect(words[0]).toBe('Instagram said this is a personal account.');
  });

  it('of insights that are refused never ends a connection', async () => {
    for (const body of [graphError(100, 33), graphError(190, 463)]) {
      const answer = await ofInstagram('GET /{ig-user-id}/insights', body, 400);
      expect(answer).toMatchObject({ outcome: 'refused', effect: 'costs its own data points' });
      expect(answer.missing.map(({ part }) => part)).toEqual(['reach28d', 'countries', 'cities', 'ages', 'genders']);
      expect(answer.words).toContain('Without reach in 28 days: Instagram refused to give it. What was known stays.');
    }
  });

  it('of insights says only what it is asked for', async () => {
    const reach = await ofInstagram('GET /{ig-user-id}/insights', { data: [totalMetric('reach', 777)] });
    expect(reach.snapshot).toMatchObject({ profile: { figures: { reach28d: value(777) } } });
    expect(reach.outcome).toBe('read');
    const ages = await ofInstagram('GET /{ig-user-id}/insights', {
      data: [
        breakdown('age', [
          ['18-24', 5],
          ['25-34', 5],
        ]),
      ],
    });
    expect(ages.snapshot).toMatchObject({
      audience: {
        ages: value([
          { key: '18-24', share: 0.5 },
          { key: '25-34', share: 0.5 },
        ]),
      },
    });
    expect(JSON.stringify(ages.snapshot)).not.toContain('countries');
  });

  it('of what Linkage does not ask for says so, and makes nothing up', async () => {
    const old = { data: [metric('audience_city', 6)] };
    expect(await ofInstagram('GET /{ig-user-id}/insights', old)).toMatchObject({
      outcome: 'read',
      effect: 'none',
      words: ['Nothing of it is read: Linkage asks Instagram for other data by this call.'],
      snapshot: {},
    });
    const byDay = report(['day', 'estimatedMinutesWatched'], [['2026-01-01', 5]]);
    expect((await ofYoutube('GET /v2/reports', byDay)).snapshot).toEqual({});
  });

  it('of some calls has nothing of those that were not recorded', async () => {
    expect((await ofInstagram('GET /{ig-user-id}/stories', { data: [] })).snapshot).toMatchObject({ content: [] });
    const items = list([{ contentDetails: { videoId: 'a' } }]);
    const { snapshot } = await ofYoutube('GET /youtube/v3/playlistItems', items);
    expect(snapshot).toMatchObject({ content: [{ contentId: 'a', figures: { views: { is: 'not-yet' } } }] });
    const { public_metrics: _metrics, ...plain } = x.post;
    const looked = await ofX('GET /2/tweets', { data: [{ ...plain, non_public_metrics: { impression_count: 12 } }] });
    expect(looked.missing).toEqual([]);
    expect(JSON.stringify(looked.snapshot)).not.toContain('likes');
  });

  it('of the account by its id', async () => {
    const { user_id: id, ...other } = user;
    expect(await ofInstagram('GET /{ig-user-id}', { ...other, id })).toMatchObject({
      outcome: 'read',
      snapshot: { identity: { platformAccountId: id } },
    });
    expect((await ofX('GET /2/users/:id', { data: x.user })).snapshot).toMatchObject({
      identity: { username: x.user.username },
    });
  });

  it('takes null for nothing where that is all it says', async () => {
    const nothing = { error: null, errors: null };
    expect(await ofX('GET /2/users/me', { data: { ...x.user, confirmed_email: null }, ...nothing })).toMatchObject({
      missing: [],
      snapshot: { profile: { email: { is: 'not-offered' } } },
    });
    expect(await ofInstagram('GET /me', { ...user, error: null })).toMatchObject({ outcome: 'read' });
    const film = { ...video, liveStreamingDetails: null };
    expect((await ofYoutube('GET /youtube/v3/videos', list([film]))).missing).toEqual([]);
    const twitch = { data: [{ id: '1', login: 'nightshift', email: null }] };
    expect((await mapped('twitch', 'GET /helix/users', twitch)).missing).toEqual([]);
  });

  it('of a token that ran out: it is renewed first', async () => {
    const unauthorized = x.problem('about:blank', { title: 'Unauthorized', status: 401 });
    expect(await ofX('GET /2/users/me', unauthorized, 401)).toMatchObject({
      outcome: 'refresh-token',
      effect: 'renews the access first',
      words: [
        'X (Twitter) no longer takes the access token.',
        'It is renewed, and the call made once more. Only if X refuses that as well does the connection end.',
      ],
    });
  });

  it('of an account that merely is not there: it is late, not gone', async () => {
    const empty = { status: 404, body: { error: 'Not Found', status: 404, message: '' } };
    expect(await mapped('twitch', 'GET /helix/users', empty.body, empty.status)).toMatchObject({
      outcome: 'gone',
      effect: 'fails the refresh',
      words: ['Twitch does not find the account.', 'We keep trying. Figures are those of the last refresh.'],
    });
  });

  it('of a call that gives access back: nothing but that', async () => {
    const refused = { status: 404, message: 'client does not exist' };
    expect(await mapped('twitch', 'POST /oauth2/revoke', refused, 404)).toMatchObject({
      effect: 'leaves the access where it is',
      words: ['Twitch answered in an unknown way.'],
    });
    expect(await mapped('twitch', 'GET /oauth2/validate', '<html>', 503)).toMatchObject({ effect: 'none' });
  });

  it('of posts and of their insights', async () => {
    const media = await ofInstagram('GET /{ig-user-id}/media', { data: [image, null, { ...reel, like_count: {} }] });
    expect(media.snapshot).toMatchObject({
      content: [
        { contentId: image.id, title: 'Nouveau four 🔥', figures: { likes: value(0), comments: value(12) } },
        { contentId: reel.id, type: 'reels', figures: { likes: { is: 'unexpected' }, comments: value(3) } },
      ],
    });
    expect(media.missing.map(({ part }) => part).sort()).toEqual(['likes', 'posts']);
    const insights = await ofInstagram('GET /{ig-media-id}/insights', {
      data: [metric('reach', 12), metric('views', 20)],
    });
    expect(insights.snapshot).toMatchObject({ content: [{ figures: { reach: value(12), views: value(20) } }] });
  });

  it('of a token endpoint: what it gives, without the tokens', async () => {
    const token = { access_token: 'IGAAsecret', token_type: 'bearer', expires_in: 5_183_944 };
    const refreshed = await ofInstagram('GET /refresh_access_token', token);
    expect(refreshed).toMatchObject({
      outcome: 'read',
      snapshot: { access: { accessToken: true, refreshToken: false } },
    });
    expect(JSON.stringify(refreshed)).not.toContain('IGAAsecret');
    const refused = { error_type: 'OAuthException', code: 400, error_message: 'Matching code was not found' };
    expect(await ofInstagram('POST /oauth/access_token', refused, 400)).toMatchObject({
      outcome: 'needs-reauthorization',
      effect: 'fails the connecting',
    });
    expect(await ofYoutube('POST /token', { error: 'invalid_client' }, 401)).toMatchObject({
      outcome: 'app-not-enrolled',
    });
    expect(await ofInstagram('GET /refresh_access_token', graphError(100, 33), 400)).toMatchObject({
      outcome: 'unexpected',
      effect: 'fails the refresh',
    });
  });

  it('of a channel, its videos and its reports', async () => {
    expect((await ofYoutube('GET /youtube/v3/channels', list([channel]))).snapshot).toMatchObject({
      identity: { username: 'luciafern' },
      profile: { figures: { followers: value(318_000), videos: value(412) } },
    });
    expect((await ofYoutube('GET /youtube/v3/videos', list([video]))).snapshot).toMatchObject({
      content: [{ contentId: 'vid-1', title: 'Un huerto  en la azotea', figures: { views: value(1420) } }],
    });
    const items = list([{ contentDetails: { videoId: 'a' } }, { contentDetails: { videoId: 5 } }]);
    expect(await ofYoutube('GET /youtube/v3/playlistItems', items)).toMatchObject({
      snapshot: { content: [{ contentId: 'a' }] },
      missing: [{ section: 'content', part: 'posts' }],
    });
    const byCountry = await ofYoutube(
      'GET /v2/reports',
      report(
        ['country', 'views'],
        [
          ['ES', 3],
          ['MX', 1],
        ],
      ),
    );
    expect(byCountry.snapshot).toMatchObject({
      audience: {
        countries: value([
          { key: 'ES', share: 0.75 },
          { key: 'MX', share: 0.25 },
        ]),
      },
    });
    const ofVideos = await ofYoutube(
      'GET /v2/reports',
      report(['video', 'creatorContentType', 'views', 'shares'], [['v1', 'SHORTS', 3, 4]]),
    );
    expect(ofVideos.snapshot).toMatchObject({ content: [{ contentId: 'v1', figures: { shares: value(4) } }] });
    const forbidden = { code: 403, message: 'Forbidden', errors: [{ domain: 'global', reason: 'forbidden' }] };
    expect(await ofYoutube('GET /v2/reports', { error: forbidden }, 403)).toMatchObject({
      outcome: 'refused',
      effect: 'costs its own data points',
    });
    expect(await ofYoutube('GET /oauth2/v2/userinfo', googleError(403, 'insufficientPermissions'), 403)).toMatchObject({
      outcome: 'permission-missing',
      snapshot: { profile: { email: { is: 'permission-missing' } } },
      missing: [{ part: 'email', permission: 'https://www.googleapis.com/auth/userinfo.email' }],
    });
  });

  it('of an account of X, in older and newer words', async () => {
    const profile = { figures: { followers: value(48_210), tweets: value(3) } };
    const older = await ofX('GET /2/users/me', { data: { ...x.user, confirmed_email: 'ines@example.com' } });
    expect(older).toMatchObject({
      outcome: 'read',
      snapshot: { profile: { ...profile, email: value('ines@example.com') } },
    });
    const { tweet_count: post_count, ...metrics } = { ...x.user.public_metrics };
    const newer = await ofX('GET https://api.x.com/2/users/me?user.fields=public_metrics', {
      data: { ...x.user, public_metrics: { ...metrics, post_count } },
    });
    expect(newer.snapshot).toMatchObject({ profile });
    expect(await ofX('GET /2/users/me', x.noCredits, 402)).toMatchObject({
      outcome: 'app-out-of-credits',
      effect: 'fails the refresh',
      words: [
        'The app of this installation has no credits left at X (Twitter).',
        expect.stringContaining('Creators have nothing to do.'),
      ],
    });
  });

  it('of posts on X, and of what only the owner is told', async () => {
    const page = x.timeline([x.post, x.withMedia('2', '13_2')], [x.video]);
    expect((await ofX('GET /2/users/:id/tweets', page)).snapshot).toMatchObject({
      content: [
        {
          contentId: x.post.id,
          type: 'text',
          title: 'Needles & thread <3',
          figures: { likes: value(41), shares: value(9) },
        },
        { contentId: '2', type: 'video', figures: { views: value(6909) } },
      ],
    });
    const cap = await ofX('GET /2/users/2244994945/tweets', x.monthlyCap, 429);
    expect(cap).toMatchObject({ outcome: 'app-over-cap', effect: 'costs its own data points' });
    const owners = { ...x.post, public_metrics: undefined, non_public_metrics: { impression_count: 12 } };
    const lookup = await ofX('GET /2/tweets?ids=1', { data: [{ ...owners, created_at: new Date().toISOString() }] });
    expect(lookup.snapshot).toMatchObject({ content: [{ contentId: x.post.id, figures: { impressions: value(12) } }] });
  });

  it.each<[string, string, string, unknown]>([
    ['instagram', 'GET /{ig-user-id}/media', 'GET /me', graphError(99_999)],
    ['facebook', 'GET /{page-id}/stories', 'GET /{page-id}', graphError(99_999)],
    ['youtube', 'GET /youtube/v3/playlists', 'GET /youtube/v3/channels', googleError(403, 'somethingNew')],
    ['tiktok', 'POST /v2/video/list/', 'GET /v2/user/info/', { data: {}, error: { code: 'something_new' } }],
    ['twitch', 'GET /helix/channels/followers', 'GET /helix/users', { status: 403, message: 'Something new.' }],
    ['twitter', 'GET /2/users/:id/tweets', 'GET /2/users/me', x.problem('something-new')],
  ])('of %s that says no in a new way (%s): refused, and the account late (%s)', async (platform, call, me, body) => {
    const { outcome, effect, words } = await mapped(platform, call, body, 403);
    expect({ outcome, effect }).toEqual({ outcome: 'refused', effect: 'costs its own data points' });
    expect(words.join()).toContain('refused to give it');
    expect(await mapped(platform, me, body, 403)).toMatchObject({ outcome: 'unexpected', effect: 'fails the refresh' });
  });

  it('of an account on X that is locked for a time: it is asked again', async () => {
    const locked = x.codedErrors(326, 'To protect our users from spam, this account is temporarily locked.');
    expect(await ofX('GET /2/users/me', locked, 403)).toMatchObject({
      outcome: 'account-locked',
      effect: 'fails the refresh',
      words: [
        'X (Twitter) has locked the account for a time.',
        'It goes on by itself once the creator has logged in to X (Twitter) and unlocked it. Figures are those of the last refresh.',
      ],
    });
    expect(await ofX('GET /2/users/:id/tweets', locked, 403)).toMatchObject({
      outcome: 'refused',
      effect: 'costs its own data points',
    });
  });

  it('of a quota of the day that is used up: the operator’s trouble', async () => {
    const quota = googleError(403, 'quotaExceeded');
    const { trouble, ...said } = await ofYoutube('GET /youtube/v3/channels', quota, 403);
    expect(said).toMatchObject({
      outcome: 'app-over-cap',
      effect: 'fails the refresh',
      words: [
        'The app of this installation has used up what YouTube allows it for now.',
        'It goes on by itself when YouTube’s period begins anew, or the operator of Linkage gets a larger plan or quota. Creators have nothing to do. Figures are those of the last refresh.',
      ],
    });
    expect(trouble).toMatchObject({ retryAt: expect.any(Date) as Date });
    expect(await ofYoutube('GET /v2/reports', quota, 403)).toMatchObject({
      outcome: 'app-over-cap',
      effect: 'costs its own data points',
    });
  });

  it('of an address that gives first tokens and further ones: its query says which', async () => {
    const dead = { error: 'invalid_request', error_description: 'Value passed for the token was invalid.' };
    const refused = { outcome: 'needs-reauthorization' };
    expect(await ofX('POST /2/oauth2/token', dead, 400)).toMatchObject({ ...refused, effect: 'fails the connecting' });
    expect(await ofX('POST /2/oauth2/token?grant_type=refresh_token', dead, 400)).toMatchObject({
      ...refused,
      effect: 'ends the connection',
    });
    const named = { status: 400, message: 'Invalid refresh token' };
    expect(await mapped('twitch', 'POST /oauth2/token', named, 400)).toMatchObject({ effect: 'ends the connection' });
  });

  it.each<[string, string, unknown, number, string[]]>([
    [
      'youtube',
      'POST /token',
      { error: 'redirect_uri_mismatch' },
      400,
      ['Linkage could not finish connecting YouTube.', 'The creator did nothing wrong; the same link works.'],
    ],
    [
      'youtube',
      'POST /token',
      { error: 'invalid_grant' },
      400,
      [
        'YouTube refused the connection.',
        'Nothing was stored. Ask the creator to try again. If all creators see this, have the credentials checked.',
      ],
    ],
    [
      'twitter',
      'POST /2/oauth2/token',
      x.noCredits,
      402,
      [
        'X refused the app of this installation.',
        'The creator did nothing wrong. The operator of Linkage has to see to its credentials, credits, limits, plan or review; then the same link works.',
      ],
    ],
    [
      'facebook',
      'GET /me/accounts',
      graphError(200),
      403,
      [
        'A permission for Facebook is missing.',
        'Nothing was stored. Ask the creator to try again with the same link and to leave every permission ticked.',
      ],
    ],
    [
      'tiktok',
      'POST /v2/oauth/token/',
      '',
      503,
      ['TikTok did not answer in time.', 'The creator did nothing wrong. The same link works; try again in a while.'],
    ],
  ])('of %s that fails the connecting (%s %j) speaks of no refresh', async (platform, call, body, status, words) => {
    expect(await mapped(platform, call, body, status)).toMatchObject({ effect: 'fails the connecting', words });
  });

  it.each<Partial<RecordedAnswer>>([{ platform: 'myspace' }, { platform: 'toString' }, { call: 'GET /nothing' }])(
    'of %j is refused, with what there is',
    async (change) => {
      const answer = { platform: 'instagram', call: 'GET /me', status: 200, body: '{}', ...change };
      await expect(mapRecorded(answer)).rejects.toThrow(UnknownCall);
      await expect(mapRecorded(answer)).rejects.toThrow(/instagram|GET \/me/);
    },
  );
});
