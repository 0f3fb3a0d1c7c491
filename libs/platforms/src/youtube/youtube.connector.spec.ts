import { createHash } from 'node:crypto';
import {
  batchesOf,
  loopbackHost,
  troubleOfCall,
  type LoopbackAnswer,
  type LoopbackHost,
  type SeenRequest,
} from '../testing';
import type { AccessGrant } from '../connector';
import { YoutubeConnector } from './youtube.connector';
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
  let connector: YoutubeConnector;

  beforeAll(async () => {
    host = await loopbackHost((request) => answer(request));
    const hosts = {
      accounts: `${host.url}/accounts`,
      oauth2: `${host.url}/oauth2`,
      googleapis: `${host.url}/googleapis`,
      analytics: `${host.url}/analytics`,
    };
    connector = new YoutubeConnector(
      { clientId: 'client', clientSecret: 'secret-of-client', hosts },
      { clock: { now: () => now }, report: () => undefined },
    );
  });
  afterAll(() => host.close());
  beforeEach(() => void host.seen.splice(0));

  it('sends the creator to Google with PKCE and asks for a refresh token', () => {
    const codeChallenge = createHash('sha256').update('verifier').digest('base64url');
    const real = new YoutubeConnector(
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
      expect(await connector.refreshAccess({ ...grant, accessExpiresAt: at(60_000) }, now)).toMatchObject({
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
      ['half', { json: { access_token: 'x' } }, {}, { outcome: 'platform-down' }],
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
      expect(await troubleOfCall(connector.fetchAudience(grant))).toEqual({
        outcome: 'needs-reauthorization',
        cause: 'account-gone',
      });
      expect(await troubleOfCall(connector.fetchProfile(grant))).toEqual({
        outcome: 'needs-reauthorization',
        cause: 'account-gone',
      });
      answer = () => ({ json: list([]) });
      expect(await troubleOfCall(connector.fetchProfile(grant))).toEqual({ outcome: 'gone' });
    });

    it.each<[string, LoopbackAnswer]>([
      ['{}', { json: {} }],
      ['a text', { json: { kind: 'x', items: 'none' } }],
    ])('is not read from %s', async (_name, given) => {
      answer = () => given;
      expect(await troubleOfCall(connector.identify(grant))).toEqual({ outcome: 'platform-down' });
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
      const profile = await connector.fetchProfile(grant);
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
      const audience = await connector.fetchAudience(grant);
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
      expect(await connector.fetchProfile(basic)).toMatchObject({
        email: { is: 'permission-missing' },
        figures: { followers: { is: 'value' }, watchTimeMinutes: { is: 'permission-missing' } },
      });
      expect(await connector.fetchAudience(basic)).toMatchObject({ ages: { is: 'permission-missing' } });
      expect(host.seen.map(({ path }) => path.split('/').at(-1))).toEqual(['channels', 'playlists']);
    });

    it('go without what Google says is missing', async () => {
      answer = (request) =>
        /reports|userinfo/.test(request.path)
          ? { status: 403, json: googleError(403, 'insufficientPermissions') }
          : usual(request);
      expect(await connector.fetchProfile(grant)).toMatchObject({
        email: { is: 'permission-missing' },
        figures: { watchTimeMinutes: { is: 'permission-missing' }, playlists: { is: 'value' } },
      });
      expect(await connector.fetchAudience(grant)).toMatchObject({ cities: { is: 'permission-missing' } });
    });

    it('have no watch time on the first day, and none where the report is empty', async () => {
      answer = (request) =>
        request.path.endsWith('/channels')
          ? { json: list([{ ...channel, snippet: { ...channel.snippet, publishedAt: at(-hour) } }]) }
          : usual(request);
      expect((await connector.fetchProfile(grant)).figures.watchTimeMinutes).toEqual({ is: 'not-yet' });
      expect(host.seen.some(({ path }) => path.includes('/reports'))).toBe(false);
      answer = (request) =>
        request.path.includes('/reports') ? { json: report(['estimatedMinutesWatched']) } : usual(request);
      expect((await connector.fetchProfile(grant)).figures.watchTimeMinutes).toEqual({ is: 'not-yet' });
    });

    it('fail with a stale token and a used quota', async () => {
      answer = (request) =>
        request.path.includes('/reports') ? { status: 401, json: googleError(401, 'authError') } : usual(request);
      expect(await troubleOfCall(connector.fetchAudience(grant))).toEqual({ outcome: 'refresh-token' });
      answer = (request) =>
        request.path.includes('/reports') ? { status: 403, json: googleError(403, 'quotaExceeded') } : usual(request);
      expect(await troubleOfCall(connector.fetchProfile(grant))).toEqual({
        outcome: 'rate-limited',
        retryAt: new Date('2026-11-24T08:00:00Z'),
      });
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
      const batches = await batchesOf(connector.fetchContent(grant));
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
      const batches = await batchesOf(connector.fetchContent(grant));
      expect(batches[0]?.figures[0]?.shares).toEqual({ is: 'value', value: 4 });
      expect(batches[0]?.figures[1]?.shares).toEqual({ is: 'not-yet' });
      expect(batches[0]?.items[0]?.type).toBe('video');
      expect(host.seen.filter(({ path }) => path.endsWith('/reports')).map(({ query }) => query['dimensions'])).toEqual(
        ['video,creatorContentType', 'video', 'video'],
      );
    });

    it('goes without reports that are not permitted', async () => {
      ids = ['1'];
      expect(
        (await batchesOf(connector.fetchContent({ ...grant, granted: [channelScope] })))[0]?.figures[0],
      ).toMatchObject({ shares: { is: 'permission-missing' }, views: { is: 'value' } });
      reports = () => ({ status: 403, json: googleError(403, 'insufficientPermissions') });
      expect((await batchesOf(connector.fetchContent(grant)))[0]?.figures[0]).toMatchObject({
        saves: { is: 'permission-missing' },
      });
    });

    it('is empty for a channel that never uploaded', async () => {
      ids = [];
      expect(await batchesOf(connector.fetchContent(grant))).toEqual([]);
      const usual = answer;
      answer = (request) =>
        request.path.endsWith('/playlistItems')
          ? { status: 404, json: googleError(404, 'playlistNotFound') }
          : usual(request);
      expect(await batchesOf(connector.fetchContent(grant))).toEqual([]);
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
      expect(
        (await batchesOf(connector.fetchContent(grant))).flatMap(({ items }) =>
          items.map(({ contentId }) => contentId),
        ),
      ).toEqual(['1']);
      answer = (request) =>
        request.path.endsWith('/playlistItems') ? { json: list([], { nextPageToken: 'same' }) } : usual(request);
      expect(await troubleOfCall(batchesOf(connector.fetchContent(grant)))).toEqual({ outcome: 'platform-down' });
    });

    it('fails where a report has another shape', async () => {
      ids = ['1'];
      reports = () => ({ json: { kind: 'x', rows: [['1']] } });
      expect(await troubleOfCall(batchesOf(connector.fetchContent(grant)))).toEqual({ outcome: 'platform-down' });
    });
  });
});
