import { createHash } from 'node:crypto';
import {
  batchesOf,
  loopbackHost,
  troubleOfCall,
  type LoopbackAnswer,
  type LoopbackHost,
  type SeenRequest,
} from '../testing';
import type { AccessGrant, PlatformConnector } from '../connector';
import { youtubeConnector } from './youtube.connector';
import { channel, googleError, list, report, video } from './youtube.fixtures';
import { analyticsScope, channelScope, emailScope } from './youtube.settings';

const now = new Date('2026-11-23T12:00:00Z');
const hour = 3_600_000;
const at = (ms: number): string => new Date(now.getTime() + ms).toISOString();
const grant: AccessGrant = {
  accessToken: 'access',
  accessExpiresAt: at(hour),
  refreshToken: 'refresh',
  refreshExpiresAt: null,
  issuedAt: at(-1000),
  granted: [channelScope, analyticsScope, emailScope],
};

describe('the YouTube connector', () => {
  let answer: (request: SeenRequest) => LoopbackAnswer;
  let host: LoopbackHost;
  let connector: PlatformConnector;

  beforeAll(async () => {
    host = await loopbackHost((request) => answer(request));
    const hosts = {
      accounts: `${host.url}/accounts`,
      oauth2: `${host.url}/oauth2`,
      googleapis: `${host.url}/googleapis`,
      analytics: `${host.url}/analytics`,
    };
    connector = youtubeConnector(
      { clientId: 'client', clientSecret: 'secret-of-client', hosts },
      { clock: { now: () => now }, report: () => undefined },
    );
  });
  afterAll(() => host.close());
  beforeEach(() => void host.seen.splice(0));

  const profileOf = async (of: AccessGrant) => (await connector.open(of)).profile();
  const audienceOf = async (of: AccessGrant) => (await connector.open(of)).audience();
  const allOf = async (of: AccessGrant) => batchesOf((await connector.open(of)).content());
  /** Batches that have posts. */
  const contentOf = async (of: AccessGrant) =>
    (await allOf(of))
      .filter(({ posts }) => posts.length > 0)
      .map(({ posts, ...more }) => ({ ...more, items: posts, figures: posts.map(({ figures }) => figures) }));
  const lostFor = (lost: string) => expect.objectContaining({ lost, reportId: expect.any(String) as string }) as object;

  it('sends the creator to Google with PKCE and asks for a refresh token', () => {
    const codeChallenge = createHash('sha256').update('verifier').digest('base64url');
    const real = youtubeConnector(
      { clientId: 'client', clientSecret: 'x' },
      { clock: { now: () => now }, report: () => undefined },
    );
    const url = new URL(real.authorizeUrl({ state: 'st', redirectUri: 'http://localhost:3000/cb', codeChallenge }));
    expect(url.origin + url.pathname).toBe('https://accounts.google.com/o/oauth2/v2/auth');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'client',
      redirect_uri: 'http://localhost:3000/cb',
      response_type: 'code',
      state: 'st',
      access_type: 'offline',
      prompt: 'consent',
      code_challenge: codeChallenge,
      code_challenge_method: 'S256',
      scope: `${channelScope} ${analyticsScope} ${emailScope}`,
    });
  });

  describe('tokens', () => {
    const token = {
      access_token: 'next',
      expires_in: 3599,
      scope: `${channelScope} email openid`,
      token_type: 'Bearer',
    };

    it('come for a code and its verifier, with what was really granted', async () => {
      answer = () => ({ json: { ...token, refresh_token: 'first', refresh_token_expires_in: 604_800 } });
      expect(await connector.exchangeCode({ code: 'c', redirectUri: 'http://r', codeVerifier: 'v' })).toEqual({
        accessToken: 'next',
        accessExpiresAt: at(3_599_000),
        refreshToken: 'first',
        refreshExpiresAt: at(604_800_000),
        issuedAt: now.toISOString(),
        granted: [channelScope, emailScope, 'openid'],
      });
      expect(host.seen[0]).toMatchObject({
        method: 'POST',
        path: '/oauth2/token',
        form: {
          grant_type: 'authorization_code',
          code: 'c',
          redirect_uri: 'http://r',
          code_verifier: 'v',
          client_id: 'client',
          client_secret: 'secret-of-client',
        },
      });
    });

    it('are left alone while they live', async () => {
      expect(await connector.refreshAccess(grant, now)).toBeNull();
      expect(host.seen).toEqual([]);
    });

    it('are refreshed, and the refresh token goes on', async () => {
      answer = () => ({ json: token });
      expect(await connector.refreshAccess({ ...grant, accessExpiresAt: at(14 * 60_000) }, now)).toMatchObject({
        accessToken: 'next',
        refreshToken: 'refresh',
        accessExpiresAt: at(3_599_000),
      });
      expect(host.seen[0]?.form).toEqual({
        grant_type: 'refresh_token',
        refresh_token: 'refresh',
        client_id: 'client',
        client_secret: 'secret-of-client',
      });
    });

    it.each<[string, LoopbackAnswer, Partial<AccessGrant>, object]>([
      [
        'revoked',
        { status: 400, json: { error: 'invalid_grant' } },
        {},
        { outcome: 'needs-reauthorization', cause: 'no-longer-valid' },
      ],
      [
        'past its time',
        { status: 400, json: { error: 'invalid_grant' } },
        { refreshExpiresAt: at(-1) },
        { outcome: 'needs-reauthorization', cause: 'expired' },
      ],
      [
        'in a storm',
        { status: 503, json: { error: 'invalid_grant' } },
        { refreshExpiresAt: at(-1) },
        { outcome: 'platform-down' },
      ],
      ['half', { json: { expires_in: 3_600 } }, {}, { outcome: 'unexpected', reportId: expect.any(String) as string }],
      ['missing', {}, { refreshToken: null }, { outcome: 'needs-reauthorization', cause: 'expired' }],
    ])('say what is wrong with a refresh token: %s', async (_name, given, more, trouble) => {
      answer = () => given;
      expect(await troubleOfCall(connector.refreshAccess({ ...grant, accessExpiresAt: at(0), ...more }, now))).toEqual(
        trouble,
      );
    });

    it('are revoked as a whole; what is dead already is fine', async () => {
      answer = () => ({ json: {} });
      await connector.revoke(grant);
      expect(host.seen[0]).toMatchObject({ path: '/oauth2/revoke', form: { token: 'refresh' } });
      answer = () => ({ status: 400, json: { error: 'invalid_token' } });
      await connector.revoke({ ...grant, refreshToken: null });
      answer = () => ({ status: 400, json: { error: 'invalid_request' } });
      expect(await troubleOfCall(connector.revoke(grant))).toMatchObject({ outcome: 'unexpected' });
      answer = () => ({ status: 503, text: '' });
      expect(await troubleOfCall(connector.revoke(grant))).toEqual({ outcome: 'platform-down' });
    });
  });

  describe('the channel', () => {
    it('says who it is', async () => {
      answer = () => ({ json: list([channel]) });
      expect(await connector.identify(grant)).toEqual({
        platformAccountId: 'UCabc',
        username: 'luciafern',
        displayName: 'Lucía Fern',
        avatarUrl: 'https://yt3.ggpht.com/h.jpg',
      });
      expect(host.seen[0]?.authorization).toBe('Bearer access');
    });

    it.each<[string, LoopbackAnswer]>([
      ['an empty list', { json: list([]) }],
      ['no list', { json: list(undefined) }],
      ['a refusal', { status: 401, json: googleError(401, 'youtubeSignupRequired') }],
    ])('is not there: %s', async (_name, given) => {
      answer = () => given;
      expect(await troubleOfCall(connector.identify(grant))).toEqual({ outcome: 'not-eligible', reason: 'no-channel' });
    });

    it('can be gone later', async () => {
      answer = () => ({ status: 401, json: googleError(401, 'youtubeSignupRequired') });
      expect(await troubleOfCall(connector.open(grant))).toEqual({
        outcome: 'needs-reauthorization',
        cause: 'account-gone',
      });
      answer = () => ({ json: list([]) });
      expect(await troubleOfCall(connector.open(grant))).toEqual({ outcome: 'gone', surmised: true });
    });

    it.each<[string, LoopbackAnswer]>([
      ['{}', { json: {} }],
      ['a text', { json: { kind: 'x', items: 'none' } }],
      ['null', { json: { kind: 'x', items: [null] } }],
      ['no id', { json: { kind: 'x', items: [{ ...channel, id: {} }] } }],
    ])('is not read from %s', async (_name, given) => {
      answer = () => given;
      expect(await troubleOfCall(connector.identify(grant))).toMatchObject({ outcome: 'unexpected' });
      expect(await troubleOfCall(connector.open(grant))).toMatchObject({ outcome: 'unexpected' });
    });
  });

  describe('profile and audience', () => {
    const usual = ({ path, query }: SeenRequest): LoopbackAnswer => {
      if (path.endsWith('/channels')) return { json: list([channel]) };
      if (path.endsWith('/playlists'))
        return { json: list([{}], { pageInfo: { totalResults: 14, resultsPerPage: 1 } }) };
      if (path.endsWith('/userinfo')) return { json: { id: '1', email: 'lucia@example.com', verified_email: true } };
      if (query['dimensions'] === 'ageGroup,gender')
        return {
          json: report(
            ['gender', 'viewerPercentage', 'ageGroup'],
            [
              ['female', 60, 'age25-34'],
              ['male', 40, 'age35-44'],
            ],
          ),
        };
      if (query['dimensions'] !== undefined) return { json: report([query['dimensions'], 'views'], [['Madrid', 10]]) };
      return { json: report(['estimatedMinutesWatched'], [[98_765]]) };
    };

    it('are read whole', async () => {
      answer = usual;
      const profile = await profileOf(grant);
      expect(profile).toMatchObject({
        email: { is: 'value', value: 'lucia@example.com' },
        figures: { playlists: { is: 'value', value: 14 }, watchTimeMinutes: { is: 'value', value: 98_765 } },
      });
      expect(host.seen.find(({ path }) => path.includes('/reports'))?.query).toEqual({
        ids: 'channel==MINE',
        startDate: '2019-03-01',
        endDate: '2026-11-22',
        metrics: 'estimatedMinutesWatched',
      });
      const audience = await audienceOf(grant);
      expect(audience.genders).toEqual({
        is: 'value',
        value: [
          { key: 'female', share: 0.6 },
          { key: 'male', share: 0.4 },
        ],
      });
    });

    it('go without what was not granted, and do not ask for it', async () => {
      answer = usual;
      const basic = { ...grant, granted: [channelScope] };
      expect(await profileOf(basic)).toMatchObject({
        email: { is: 'permission-missing' },
        figures: { followers: { is: 'value' }, watchTimeMinutes: { is: 'permission-missing' } },
      });
      expect(await audienceOf(basic)).toMatchObject({ ages: { is: 'permission-missing' } });
      expect(host.seen.map(({ path }) => path.split('/').at(-1))).toEqual(['channels', 'playlists', 'channels']);
    });

    it.each([
      ['a scope', { status: 403, json: googleError(403, 'insufficientPermissions') }, 'permission-missing'],
      ['forbidden', { status: 403, json: googleError(403, 'forbidden') }, 'refused'],
      ['a stale token', { status: 401, json: googleError(401, 'authError') }, 'refused'],
      ['a closed channel', { status: 403, json: googleError(403, 'channelClosed') }, 'refused'],
      ['the quota', { status: 403, json: googleError(403, 'quotaExceeded') }, 'app-over-cap'],
      ['a storm', { status: 503, text: '' }, 'platform-down'],
      ['HTML', { text: '<html>' }, 'platform-down'],
      ['{}', { json: {} }, 'unexpected'],
      ['another shape', { json: { kind: 'x', columnHeaders: 5, rows: 7 } }, 'unexpected'],
      ['rows without columns', { json: { kind: 'x', rows: [['1']] } }, 'unexpected'],
    ])('lose what reports say, and nothing else, for %s', async (_name, given, lost) => {
      answer = (request) => (request.path.endsWith('/reports') ? given : usual(request));
      const reader = await connector.open(grant);
      const [figures, shares] = [lostFor(lost), lostFor(lost)];
      expect(await reader.profile()).toMatchObject({
        username: 'luciafern',
        email: { is: 'value', value: 'lucia@example.com' },
        figures: { watchTimeMinutes: figures, playlists: { is: 'value' }, followers: { is: 'value' } },
      });
      expect(await reader.audience()).toMatchObject({
        countries: shares,
        cities: shares,
        ages: shares,
        genders: shares,
      });
    });

    it.each(['userinfo', 'playlists'])('lose nothing but what %s is for', async (call) => {
      answer = usual;
      const whole = await profileOf(grant);
      answer = (request) => (request.path.endsWith(call) ? { status: 404, json: {} } : usual(request));
      const lost = lostFor('refused');
      expect(await profileOf(grant)).toEqual(
        call === 'userinfo' ? { ...whole, email: lost } : { ...whole, figures: { ...whole.figures, playlists: lost } },
      );
    });

    it('lose what the Data API is for, and nothing else, once its quota is used up', async () => {
      const quota = { status: 403, json: googleError(403, 'quotaExceeded') };
      answer = (request) => (request.path.includes('/playlist') ? quota : usual(request));
      const reader = await connector.open(grant);
      const lost = lostFor('app-over-cap');
      for (let times = 0; times < 2; times += 1)
        expect(await reader.profile()).toMatchObject({
          email: { is: 'value' },
          figures: { playlists: lost, watchTimeMinutes: { is: 'value' } },
        });
      expect((await batchesOf(reader.content())).at(-1)?.missing).toEqual([{ part: 'posts', loss: lost }]);
      expect(host.seen.filter(({ path }) => path.includes('/playlist'))).toHaveLength(1);
    });

    it('lose one report of the audience and no other', async () => {
      answer = (request) =>
        request.query['dimensions'] === 'country' ? { json: { kind: 'x', rows: null } } : usual(request);
      expect(await audienceOf(grant)).toMatchObject({
        countries: lostFor('unexpected'),
        cities: { is: 'value' },
        ages: { is: 'value' },
      });
    });

    it('have no watch time on the first day, and none where the report is empty', async () => {
      answer = (request) =>
        request.path.endsWith('/channels')
          ? { json: list([{ ...channel, snippet: { ...channel.snippet, publishedAt: at(-hour) } }]) }
          : usual(request);
      expect((await profileOf(grant)).figures.watchTimeMinutes).toEqual({ is: 'not-yet' });
      expect(host.seen.some(({ path }) => path.includes('/reports'))).toBe(false);
      answer = (request) =>
        request.path.includes('/reports') ? { json: report(['estimatedMinutesWatched']) } : usual(request);
      expect((await profileOf(grant)).figures.watchTimeMinutes).toEqual({ is: 'not-yet' });
    });
  });

  describe('content', () => {
    let ids: string[];
    let reports: (request: SeenRequest) => LoopbackAnswer;
    const videoOf = (id: string) => ({
      ...video,
      id,
      snippet: { ...video.snippet, publishedAt: at(-Number(id) * hour) },
    });

    beforeEach(() => {
      reports = ({ query }) => ({
        json: report(
          ['video', 'creatorContentType', 'shares', 'videosAddedToPlaylists', 'views'],
          query['filters']!.slice('video=='.length)
            .split(',')
            .map((id) => [id, 'SHORTS', 2, 1, 9]),
        ),
      });
      answer = (request) => {
        const { path, query } = request;
        if (path.endsWith('/channels')) return { json: list([channel]) };
        if (path.endsWith('/reports')) return reports(request);
        if (path.endsWith('/videos'))
          return {
            json: list(
              query['id']!.split(',')
                .filter((id) => id !== '7')
                .map(videoOf),
            ),
          };
        const from = Number(query['pageToken'] ?? 0);
        const page = ids.slice(from, from + 50).map((videoId) => ({ contentDetails: { videoId } }));
        return { json: list(page, from + 50 < ids.length ? { nextPageToken: String(from + 50) } : {}) };
      };
    });

    it('is read in batches of a hundred with one report each', async () => {
      ids = Array.from({ length: 230 }, (_, index) => String(index));
      const batches = await contentOf(grant);
      expect(batches.map(({ items }) => items.length)).toEqual([100, 100, 29]);
      expect(batches.flatMap(({ items }) => items.map(({ contentId }) => contentId))).toEqual(
        ids.filter((id) => id !== '7'),
      );
      expect(batches[0]?.items[0]).toMatchObject({ type: 'short' });
      expect(batches[2]?.figures[28]).toMatchObject({
        shares: { is: 'value', value: 2 },
        saves: { is: 'value', value: 1 },
        reach: { is: 'not-offered' },
      });
      const calls = host.seen.map(({ path }) => path.split('/').at(-1));
      expect(calls.filter((call) => call === 'reports')).toHaveLength(3);
      expect(calls.filter((call) => call === 'videos')).toHaveLength(5);
    });

    it('asks by video alone where types are not split, and then always', async () => {
      ids = Array.from({ length: 120 }, (_, index) => String(index + 10));
      reports = ({ query }) =>
        query['dimensions'] === 'video'
          ? { json: report(['video', 'shares'], [['10', 4]]) }
          : { status: 400, json: googleError(400, 'badRequest') };
      const batches = await contentOf(grant);
      expect(batches[0]?.figures[0]?.shares).toEqual({ is: 'value', value: 4 });
      expect(batches[0]?.figures[1]?.shares).toEqual({ is: 'not-yet' });
      expect(batches[0]?.items[0]?.type).toBe('video');
      expect(host.seen.filter(({ path }) => path.endsWith('/reports')).map(({ query }) => query['dimensions'])).toEqual(
        ['video,creatorContentType', 'video', 'video'],
      );
    });

    it('goes without reports that are not permitted', async () => {
      ids = ['1'];
      expect((await contentOf({ ...grant, granted: [channelScope] }))[0]?.figures[0]).toMatchObject({
        shares: { is: 'permission-missing' },
        views: { is: 'value' },
      });
      reports = () => ({ status: 403, json: googleError(403, 'insufficientPermissions') });
      expect((await contentOf(grant))[0]?.figures[0]).toMatchObject({
        saves: lostFor('permission-missing'),
        views: { is: 'value' },
      });
    });

    it('is empty for a channel that never uploaded', async () => {
      ids = [];
      expect(await contentOf(grant)).toEqual([]);
      expect((await allOf(grant)).at(-1)?.missing).toEqual([]);
      const usual = answer;
      answer = (request) =>
        request.path.endsWith('/playlistItems')
          ? { status: 404, json: googleError(404, 'playlistNotFound') }
          : usual(request);
      expect(await contentOf(grant)).toEqual([]);
    });

    it('gives a video once, leaves drafts out and does not turn in circles', async () => {
      ids = ['1', '2', '1'];
      const usual = answer;
      answer = (request) =>
        request.path.endsWith('/videos')
          ? {
              json: list([
                videoOf('1'),
                { ...videoOf('2'), status: { uploadStatus: 'processed', privacyStatus: 'private' } },
              ]),
            }
          : usual(request);
      expect((await contentOf(grant)).flatMap(({ items }) => items.map(({ contentId }) => contentId))).toEqual(['1']);
      answer = (request) =>
        request.path.endsWith('/playlistItems') ? { json: list([], { nextPageToken: 'same' }) } : usual(request);
      const batches = await allOf(grant);
      expect(batches.at(-1)).toMatchObject({
        missing: [{ part: 'posts', loss: lostFor('unexpected') }],
        end: { completeFor: [] },
      });
      expect(host.seen.filter(({ path }) => path.endsWith('/playlistItems')).length).toBeLessThanOrEqual(5);
    });

    it.each<[string, LoopbackAnswer, string]>([
      ['another shape', { json: { kind: 'x', rows: [['1']] } }, 'unexpected'],
      ['a refusal', { status: 403, json: googleError(403, 'forbidden') }, 'refused'],
    ])('goes without reports that cannot be read: %s', async (_name, given, reason) => {
      ids = ['1'];
      reports = () => given;
      const [batch] = await contentOf(grant);
      const lost = lostFor(reason);
      expect(batch?.items[0]).toMatchObject({
        contentId: '1',
        type: 'video',
        typeLost: lost,
        title: 'Un huerto  en la azotea',
      });
      expect(batch?.figures[0]).toMatchObject({ shares: lost, saves: lost, views: { is: 'value', value: 1420 } });
    });

    it('goes on after a page of videos that cannot be read', async () => {
      ids = Array.from({ length: 120 }, (_, index) => String(index + 10));
      const usual = answer;
      answer = (request) =>
        request.path.endsWith('/videos') && request.query['id']?.startsWith('10,')
          ? { json: { kind: 'x', items: {} } }
          : usual(request);
      const batches = await allOf(grant);
      expect(batches.flatMap(({ posts }) => posts)).toHaveLength(70);
      expect(batches.flatMap(({ missing }) => missing)).toEqual([{ part: 'posts', loss: lostFor('unexpected') }]);
      expect(batches.at(-1)?.end?.completeFor).toEqual([]);
    });

    it('leaves out a video that cannot be named, and keeps every other one', async () => {
      ids = ['1', '2'];
      const usual = answer;
      answer = (request) =>
        request.path.endsWith('/videos')
          ? { json: list([null, videoOf('1'), { ...videoOf('2'), id: 5.5 }]) }
          : usual(request);
      const [batch] = await contentOf(grant);
      expect(batch?.items.map(({ contentId }) => contentId)).toEqual(['1']);
      expect(batch?.missing).toHaveLength(2);
    });

    it('ends where there is always another page, long after what there is', async () => {
      ids = [];
      let page = 0;
      const usual = answer;
      answer = (request) => {
        if (request.path.endsWith('/channels'))
          return { json: list([{ ...channel, statistics: { ...channel.statistics, videoCount: '120' } }]) };
        return request.path.endsWith('/playlistItems')
          ? { json: list([], { nextPageToken: `page-${(page += 1)}`, pageInfo: { totalResults: 120 } }) }
          : usual(request);
      };
      expect((await allOf(grant)).at(-1)?.missing).toEqual([{ part: 'posts', loss: lostFor('unexpected') }]);
      expect(page).toBe(6);
    });

    it('says whether these are all', async () => {
      ids = ['1', '2'];
      const usual = answer;
      const withCount = (videoCount: unknown) => {
        answer = (request) =>
          request.path.endsWith('/channels')
            ? { json: list([{ ...channel, statistics: { ...channel.statistics, videoCount } }]) }
            : usual(request);
      };
      withCount('2');
      expect((await allOf(grant)).at(-1)?.end).toEqual({ completeFor: ['video', 'short', 'stream'], since: null });
      withCount('200');
      expect((await allOf(grant)).at(-1)?.end?.completeFor).toEqual([]);
      withCount(null);
      expect((await allOf(grant)).at(-1)?.end?.completeFor).toEqual([]);
    });
  });
});
