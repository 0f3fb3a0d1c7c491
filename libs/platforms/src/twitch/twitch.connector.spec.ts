import type { AccessGrant, PlatformConnector } from '../connector';
import {
  batchesOf,
  loopbackHost,
  troubleOfCall,
  type LoopbackAnswer,
  type LoopbackHost,
  type SeenRequest,
} from '../testing';
import { twitchConnector } from './twitch.connector';
import { mostClips } from './twitch.content';
import { clip, helixError, idError, listOf, stream, user, video } from './twitch.fixtures';

const now = new Date('2026-11-23T12:00:00Z');
const hour = 3_600_000;
const at = (ms: number): string => new Date(now.getTime() + ms).toISOString();
const grant: AccessGrant = {
  accessToken: 'access',
  accessExpiresAt: at(hour),
  refreshToken: 'refresh',
  refreshExpiresAt: null,
  issuedAt: at(-hour),
  granted: ['user:read:email'],
};

describe('the Twitch connector', () => {
  let answer: (request: SeenRequest) => LoopbackAnswer;
  let host: LoopbackHost;
  let connector: PlatformConnector;
  const environment = { clock: { now: () => now }, report: () => undefined };

  beforeAll(async () => {
    host = await loopbackHost((request) => answer(request));
    const hosts = { id: `${host.url}/id`, api: `${host.url}/api` };
    connector = twitchConnector({ clientId: 'client', clientSecret: 'secret-of-client', hosts }, environment);
  });
  afterAll(() => host.close());
  beforeEach(() => void host.seen.splice(0));

  const lostFor = (lost: string) => expect.objectContaining({ lost, reportId: expect.any(String) as string }) as object;
  const profileOf = async (of: AccessGrant) => (await connector.open(of)).profile();
  const contentOf = async (of: AccessGrant) => batchesOf((await connector.open(of)).content());

  it('sends the creator to Twitch, to verify each time', () => {
    const real = twitchConnector({ clientId: 'client', clientSecret: 'x' }, environment);
    const url = new URL(real.authorizeUrl({ state: 'st', redirectUri: 'https://l.example/cb' }));
    expect(url.origin + url.pathname).toBe('https://id.twitch.tv/oauth2/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'client',
      redirect_uri: 'https://l.example/cb',
      response_type: 'code',
      scope: 'user:read:email',
      state: 'st',
      force_verify: 'true',
    });
    expect(real.usesPkce).toBe(false);
  });

  describe('tokens', () => {
    const token = {
      access_token: 'next',
      expires_in: 14_154,
      refresh_token: 'next-refresh',
      scope: ['user:read:email'],
      token_type: 'bearer',
    };
    const fresh = {
      accessToken: 'next',
      accessExpiresAt: at(14_154_000),
      refreshToken: 'next-refresh',
      refreshExpiresAt: null,
      issuedAt: now.toISOString(),
      granted: ['user:read:email'],
    };

    it('come for a code', async () => {
      answer = () => ({ json: token });
      expect(await connector.exchangeCode({ code: 'c', redirectUri: 'https://l.example/cb' })).toEqual(fresh);
      expect(host.seen[0]).toMatchObject({
        method: 'POST',
        path: '/id/oauth2/token',
        form: {
          grant_type: 'authorization_code',
          code: 'c',
          redirect_uri: 'https://l.example/cb',
          client_id: 'client',
          client_secret: 'secret-of-client',
        },
      });
    });

    it('are left alone while they live, and refreshed before they end', async () => {
      expect(await connector.refreshAccess(grant, now)).toBeNull();
      answer = () => ({ json: token });
      expect(await connector.refreshAccess({ ...grant, accessExpiresAt: at(14 * 60_000) }, now)).toEqual(fresh);
      answer = () => ({ json: { ...token, refresh_token: undefined, scope: undefined } });
      expect(await connector.refreshAccess({ ...grant, accessExpiresAt: at(0) }, now)).toMatchObject({
        refreshToken: 'refresh',
        granted: ['user:read:email'],
      });
    });

    it.each<[string, LoopbackAnswer, object]>([
      [
        'revoked',
        { status: 400, json: idError(400, 'Invalid refresh token') },
        { outcome: 'needs-reauthorization', cause: 'no-longer-valid' },
      ],
      ['in a storm', { status: 503, json: idError(503, 'Invalid refresh token') }, { outcome: 'platform-down' }],
      [
        'with our secret wrong',
        { status: 403, json: idError(403, 'invalid client secret') },
        { outcome: 'app-not-enrolled' },
      ],
      ['half', { json: { expires_in: 3_600 } }, { outcome: 'unexpected' }],
    ])('say what is wrong with a refresh token: %s', async (_name, given, trouble) => {
      answer = () => given;
      expect(await troubleOfCall(connector.refreshAccess({ ...grant, accessExpiresAt: at(0) }, now))).toMatchObject(
        trouble,
      );
    });

    it('are validated by Twitch, which wants to be asked every hour', async () => {
      expect(connector.accessCheck?.everyMs).toBe(hour);
      answer = () => ({ json: { client_id: 'client', login: 'x', scopes: [], user_id: '1', expires_in: 5_520 } });
      await connector.accessCheck?.check(grant);
      expect(host.seen[0]).toMatchObject({ path: '/id/oauth2/validate', authorization: 'OAuth access' });
      answer = () => ({ status: 401, json: idError(401, 'invalid access token') });
      const check = connector.accessCheck?.check(grant) ?? Promise.resolve();
      expect(await troubleOfCall(check)).toEqual({ outcome: 'refresh-token' });
    });

    it('are revoked, stale ones after a refresh; what is dead already is fine', async () => {
      answer = ({ path }) => (path.endsWith('/token') ? { json: token } : { text: '' });
      await connector.revoke(grant);
      expect(host.seen[0]).toMatchObject({ path: '/id/oauth2/revoke', form: { client_id: 'client', token: 'access' } });
      await connector.revoke({ ...grant, accessExpiresAt: at(-1) });
      expect(host.seen.at(-1)?.form['token']).toBe('next');
      answer = () => ({ status: 400, json: idError(400, 'Invalid token') });
      await connector.revoke(grant);
      answer = () => ({ status: 400, json: idError(400, 'missing client id') });
      expect(await troubleOfCall(connector.revoke(grant))).toMatchObject({ outcome: 'app-not-enrolled' });
      answer = () => ({ status: 503, text: '' });
      expect(await troubleOfCall(connector.revoke(grant))).toEqual({ outcome: 'platform-down' });
    });
  });

  const usual = ({ path }: SeenRequest): LoopbackAnswer => {
    if (path.endsWith('/users')) return { json: { data: [user] } };
    if (path.endsWith('/followers')) return { json: { total: 412, data: [], pagination: {} } };
    if (path.endsWith('/streams')) return { json: listOf([stream]) };
    return { json: listOf<object>(path.endsWith('/videos') ? [video] : [clip]) };
  };

  describe('the channel', () => {
    it('says who it is', async () => {
      answer = usual;
      expect(await connector.identify(grant)).toMatchObject({ platformAccountId: '141981764', username: 'nightshift' });
      expect(host.seen[0]).toMatchObject({ path: '/api/helix/users', query: {}, authorization: 'Bearer access' });
      expect(host.seen[0]?.headers['client-id']).toBe('client');
    });

    it.each<[string, LoopbackAnswer, object]>([
      ['a dead token', { status: 401, json: helixError(401, 'Unauthorized', 'x') }, { outcome: 'refresh-token' }],
      ['an empty list', { json: { data: [] } }, { outcome: 'gone', surmised: true }],
      ['{}', { json: {} }, { outcome: 'unexpected' }],
      ['null in the list', { json: { data: [null] } }, { outcome: 'unexpected' }],
      ['no id', { json: { data: [{ ...user, id: {} }] } }, { outcome: 'unexpected' }],
      ['HTML', { text: '<html>' }, { outcome: 'platform-down' }],
    ])('is not read from %s', async (_name, given, trouble) => {
      answer = () => given;
      expect(await troubleOfCall(connector.identify(grant))).toMatchObject(trouble);
      expect(await troubleOfCall(connector.open(grant))).toMatchObject(trouble);
    });

    it('is read whole, its videos once for number and content', async () => {
      answer = usual;
      const reader = await connector.open(grant);
      expect((await reader.profile()).figures).toEqual({
        followers: { is: 'value', value: 412 },
        videos: { is: 'value', value: 1 },
        liveViewers: { is: 'value', value: 78_365 },
        views: { is: 'not-offered' },
      });
      await batchesOf(reader.content());
      expect(host.seen.filter(({ path }) => path.endsWith('/videos'))).toHaveLength(1);
      expect(host.seen.find(({ path }) => path.endsWith('/followers'))?.query).toEqual({
        broadcaster_id: '141981764',
        first: '1',
      });
    });

    it('that is not live says so', async () => {
      answer = (request) => (request.path.endsWith('/streams') ? { json: listOf([]) } : usual(request));
      expect((await profileOf(grant)).figures.liveViewers).toEqual({ is: 'not-applicable' });
    });

    it.each([
      ['/followers', 'followers'],
      ['/streams', 'liveViewers'],
      ['/videos', 'videos'],
    ])('loses nothing but what %s is for', async (path, name) => {
      answer = usual;
      const whole = await profileOf(grant);
      answer = (request) =>
        request.path.endsWith(path)
          ? { status: 401, json: helixError(401, 'x', 'Invalid OAuth token') }
          : usual(request);
      expect(await profileOf(grant)).toEqual({ ...whole, figures: { ...whole.figures, [name]: lostFor('refused') } });
    });

    it('asks for no further page once the budget is used up', async () => {
      const spent = { 'ratelimit-limit': '800', 'ratelimit-remaining': '0', 'ratelimit-reset': '1795435230' };
      answer = (request) =>
        request.path.endsWith('/videos')
          ? { json: listOf([video], 'next'), headers: spent }
          : { ...usual(request), headers: spent };
      expect((await profileOf(grant)).figures).toMatchObject({
        followers: { is: 'value' },
        videos: lostFor('rate-limited'),
      });
      expect(host.seen.filter(({ path }) => path.endsWith('/videos'))).toHaveLength(1);
    });
  });

  describe('content', () => {
    it('is videos and clips in one order, with what is complete', async () => {
      answer = usual;
      const batches = await contentOf(grant);
      expect(batches.flatMap(({ posts }) => posts.map(({ type }) => type))).toEqual(['short', 'video']);
      expect(batches.at(-1)).toEqual({
        posts: [],
        missing: [],
        end: { completeFor: ['stream', 'video', 'short'], since: null },
      });
    });

    it('is read page by page, each once, in batches of a hundred', async () => {
      const videos = Array.from({ length: 230 }, (_, index) => ({
        ...video,
        id: String(index),
        published_at: at(-index * hour),
      }));
      answer = (request) => {
        if (!request.path.endsWith('/videos')) return usual(request);
        const from = Number(request.query['after'] ?? 0);
        return { json: listOf(videos.slice(from, from + 100), from + 100 < 230 ? String(from + 90) : undefined) };
      };
      const batches = await contentOf(grant);
      expect(batches.map(({ posts }) => posts.length)).toEqual([100, 100, 31, 0]);
      expect(host.seen.filter(({ path }) => path.endsWith('/videos')).map(({ query }) => query['after'])).toEqual([
        undefined,
        '90',
        '180',
      ]);
    });

    it('has the thousand most viewed clips, and does not take these for all', async () => {
      let page = 0;
      answer = (request) => {
        if (!request.path.endsWith('/clips')) return usual(request);
        page += 1;
        const clips = Array.from({ length: 100 }, (_, index) => ({ ...clip, id: `c${page}-${index}` }));
        return { json: listOf(clips, `after-${page}`) };
      };
      const batches = await contentOf(grant);
      expect(batches.flatMap(({ posts }) => posts).filter(({ type }) => type === 'short')).toHaveLength(mostClips);
      expect(batches.at(-1)).toMatchObject({ missing: [], end: { completeFor: ['stream', 'video'] } });
    });

    it.each([
      ['videos', ['short'], 'posts'],
      ['clips', ['stream', 'video'], 'clips'],
    ])('keeps the rest when %s fail', async (path, completeFor, part) => {
      answer = (request) =>
        request.path.endsWith(path) ? { status: 500, json: helixError(500, 'x', 'x') } : usual(request);
      const batches = await contentOf(grant);
      expect(batches.flatMap(({ posts }) => posts)).toHaveLength(1);
      expect(batches.at(-1)).toMatchObject({
        missing: [{ part, loss: lostFor('platform-down') }],
        end: { completeFor },
      });
    });

    it('leaves out what cannot be named and what is private, and counts what the list has', async () => {
      const items = [video, null, { ...video, id: {} }, { ...video, id: '2', viewable: 'private' }];
      answer = (request) => (request.path.endsWith('/videos') ? { json: listOf(items) } : usual(request));
      const reader = await connector.open(grant);
      const batches = await batchesOf(reader.content());
      expect(batches.flatMap(({ posts }) => posts)).toHaveLength(2);
      expect(batches.at(-1)?.missing).toHaveLength(2);
      expect((await reader.profile()).figures.videos).toEqual({ is: 'value', value: 3 });
    });
  });
});
