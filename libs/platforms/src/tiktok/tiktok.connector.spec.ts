import type { AccessGrant, PlatformConnector } from '../connector';
import {
  batchesOf,
  loopbackHost,
  troubleOfCall,
  type LoopbackAnswer,
  type LoopbackHost,
  type SeenRequest,
} from '../testing';
import { tiktokConnector } from './tiktok.connector';
import { oauthError, ok, pageOf, refused, user, video } from './tiktok.fixtures';
import { tiktokScopes } from './tiktok.settings';

const now = new Date('2026-11-23T12:00:00Z');
const hour = 3_600_000;
const day = 24 * hour;
const at = (ms: number): string => new Date(now.getTime() + ms).toISOString();
const grant: AccessGrant = {
  accessToken: 'access',
  accessExpiresAt: at(hour),
  refreshToken: 'refresh',
  refreshExpiresAt: at(100 * day),
  issuedAt: at(-hour),
  granted: tiktokScopes,
};

describe('the TikTok connector', () => {
  let answer: (request: SeenRequest) => LoopbackAnswer;
  let host: LoopbackHost;
  let connector: PlatformConnector;
  const environment = { clock: { now: () => now }, report: () => undefined };

  beforeAll(async () => {
    host = await loopbackHost((request) => answer(request));
    const hosts = { www: `${host.url}/www`, api: `${host.url}/api` };
    connector = tiktokConnector({ clientId: 'key', clientSecret: 'secret-of-client', hosts }, environment);
  });
  afterAll(() => host.close());
  beforeEach(() => void host.seen.splice(0));

  const lostFor = (lost: string) => expect.objectContaining({ lost, reportId: expect.any(String) as string }) as object;
  const isStats = ({ query }: SeenRequest): boolean => query['fields']?.includes('follower_count') ?? false;
  const profileOf = async (of: AccessGrant) => (await connector.open(of)).profile();
  const contentOf = async (of: AccessGrant) => batchesOf((await connector.open(of)).content());

  it('sends the creator to TikTok, which calls the client a key and has no PKCE for the web', () => {
    const real = tiktokConnector({ clientId: 'key', clientSecret: 'x' }, environment);
    const url = new URL(real.authorizeUrl({ state: 'st', redirectUri: 'https://l.example/cb' }));
    expect(url.origin + url.pathname).toBe('https://www.tiktok.com/v2/auth/authorize/');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_key: 'key',
      response_type: 'code',
      scope: 'user.info.basic,user.info.profile,user.info.stats,video.list',
      redirect_uri: 'https://l.example/cb',
      state: 'st',
      disable_auto_auth: '1',
    });
    expect(real.usesPkce).toBe(false);
  });

  describe('tokens', () => {
    const token = {
      access_token: 'act.next',
      expires_in: 7_200,
      open_id: user.open_id,
      refresh_token: 'rft.next',
      refresh_expires_in: 180 * 86_400,
      scope: 'user.info.basic,user.info.profile',
      token_type: 'Bearer',
    };
    const fresh = {
      accessToken: 'act.next',
      accessExpiresAt: at(2 * hour),
      refreshToken: 'rft.next',
      refreshExpiresAt: at(180 * day),
      issuedAt: now.toISOString(),
      granted: ['user.info.basic', 'user.info.profile'],
    };

    it.each([
      ['flat', token],
      ['within data', { data: token, message: 'success' }],
    ])('come for a code, with what was really granted: %s', async (_name, json) => {
      answer = () => ({ json });
      expect(await connector.exchangeCode({ code: 'c*1!', redirectUri: 'https://l.example/cb' })).toEqual(fresh);
      expect(host.seen[0]).toMatchObject({
        method: 'POST',
        path: '/api/v2/oauth/token/',
        form: {
          grant_type: 'authorization_code',
          code: 'c*1!',
          redirect_uri: 'https://l.example/cb',
          client_key: 'key',
          client_secret: 'secret-of-client',
        },
      });
    });

    it('are left alone while they live', async () => {
      expect(await connector.refreshAccess(grant, now)).toBeNull();
      expect(host.seen).toEqual([]);
    });

    it('are refreshed, and the new refresh token is kept', async () => {
      answer = () => ({ json: token });
      expect(await connector.refreshAccess({ ...grant, accessExpiresAt: at(14 * 60_000) }, now)).toEqual(fresh);
      expect(host.seen[0]?.form).toEqual({
        grant_type: 'refresh_token',
        refresh_token: 'refresh',
        client_key: 'key',
        client_secret: 'secret-of-client',
      });
      const { scope: _scope, refresh_token: _token, refresh_expires_in: _lives, ...less } = token;
      answer = () => ({ json: less });
      expect(await connector.refreshAccess({ ...grant, accessExpiresAt: at(0) }, now)).toMatchObject({
        refreshToken: 'refresh',
        refreshExpiresAt: at(100 * day),
        granted: tiktokScopes,
      });
    });

    it.each<[string, LoopbackAnswer, Partial<AccessGrant>, object]>([
      ['revoked', { status: 400, json: oauthError('invalid_grant') }, {}, { cause: 'no-longer-valid' }],
      ['revoked, said with 200', { json: oauthError('invalid_grant') }, {}, { cause: 'no-longer-valid' }],
      ['past its time', { json: oauthError('invalid_grant') }, { refreshExpiresAt: at(-1) }, { cause: 'expired' }],
      ['missing', {}, { refreshToken: null }, { cause: 'expired' }],
    ])('say what is wrong with a refresh token: %s', async (_name, given, more, trouble) => {
      answer = () => given;
      expect(await troubleOfCall(connector.refreshAccess({ ...grant, accessExpiresAt: at(0), ...more }, now))).toEqual({
        outcome: 'needs-reauthorization',
        ...trouble,
      });
    });

    it.each<[string, LoopbackAnswer, string]>([
      ['a storm', { status: 503, json: oauthError('invalid_grant') }, 'platform-down'],
      ['half a token', { json: { expires_in: 3_600 } }, 'unexpected'],
      ['our client', { status: 401, json: oauthError('invalid_client') }, 'app-not-enrolled'],
    ])('keep the access through %s', async (_name, given, outcome) => {
      answer = () => given;
      const trouble = await troubleOfCall(connector.refreshAccess({ ...grant, accessExpiresAt: at(0) }, now));
      expect(trouble.outcome).toBe(outcome);
    });

    it('are revoked; what is dead already is fine', async () => {
      for (const given of [{ json: {} }, { text: '' }, { status: 400, json: oauthError('invalid_grant') }]) {
        answer = () => given;
        await connector.revoke(grant);
      }
      expect(host.seen[0]).toMatchObject({
        path: '/api/v2/oauth/revoke/',
        form: { token: 'access', client_key: 'key', client_secret: 'secret-of-client' },
      });
      answer = () => ({ status: 503, text: '' });
      expect(await troubleOfCall(connector.revoke(grant))).toEqual({ outcome: 'platform-down' });
    });

    it('that are stale are refreshed first, as only a live one ends the access', async () => {
      answer = ({ path }) => ({ json: path.endsWith('/token/') ? token : {} });
      await connector.revoke({ ...grant, accessExpiresAt: at(-1) });
      expect(host.seen.map(({ form }) => form['token'] ?? form['grant_type'])).toEqual(['refresh_token', 'act.next']);
    });
  });

  describe('the account', () => {
    const usual = (): LoopbackAnswer => ({ json: ok({ user }) });

    it('says who it is', async () => {
      answer = usual;
      expect(await connector.identify(grant)).toEqual({
        platformAccountId: user.open_id,
        username: 'atelier.amelie',
        displayName: 'Amélie 🎨',
        avatarUrl: user.avatar_large_url,
      });
      expect(host.seen[0]).toMatchObject({ method: 'GET', path: '/api/v2/user/info/', authorization: 'Bearer access' });
    });

    it('is asked for no field without its permission', async () => {
      answer = usual;
      const basic = { ...grant, granted: ['user.info.basic'] };
      expect((await profileOf(basic)).figures.followers).toEqual({ is: 'permission-missing' });
      expect(host.seen.map(({ query }) => query['fields'])).toEqual([
        'open_id,display_name,avatar_url,avatar_url_100,avatar_large_url',
      ]);
    });

    it('keeps all but its username when the permission for that is taken back', async () => {
      answer = ({ query }) =>
        query['fields']?.includes('username')
          ? { status: 401, json: refused('scope_not_authorized') }
          : { json: ok({ user: { ...user, username: undefined } }) };
      expect(await profileOf(grant)).toMatchObject({ username: 'Amélie 🎨', figures: { videos: { is: 'value' } } });
    });

    it.each<[string, LoopbackAnswer, object]>([
      ['a stale token', { status: 401, json: refused('access_token_invalid') }, { outcome: 'refresh-token' }],
      ['a stale token, with 200', { json: refused('access_token_invalid') }, { outcome: 'refresh-token' }],
      ['{}', { json: {} }, { outcome: 'unexpected' }],
      ['no user', { json: ok({}) }, { outcome: 'unexpected' }],
      ['no id', { json: ok({ user: { ...user, open_id: null } }) }, { outcome: 'unexpected' }],
      ['HTML', { text: '<html>' }, { outcome: 'platform-down' }],
    ])('is not read from %s', async (_name, given, trouble) => {
      answer = () => given;
      expect(await troubleOfCall(connector.identify(grant))).toMatchObject(trouble);
      expect(await troubleOfCall(connector.open(grant))).toMatchObject(trouble);
    });

    it.each<[string, LoopbackAnswer, string]>([
      ['a scope that was taken back', { status: 401, json: refused('scope_not_authorized') }, 'permission-missing'],
      ['a token that is refused here', { status: 401, json: refused('access_token_invalid') }, 'refused'],
      ['the rate', { status: 429, json: refused('rate_limit_exceeded') }, 'rate-limited'],
      ['a storm', { status: 500, json: refused('internal_error') }, 'platform-down'],
      ['{}', { json: {} }, 'unexpected'],
    ])('loses its numbers, and nothing else, for %s', async (_name, given, lost) => {
      answer = (request) => (isStats(request) ? given : usual());
      const [followers, following, videos] = [lostFor(lost), lostFor(lost), lostFor(lost)];
      expect(await profileOf(grant)).toMatchObject({
        username: 'atelier.amelie',
        displayName: 'Amélie 🎨',
        figures: { followers, following, videos },
      });
    });

    it('has no audience here', async () => {
      answer = usual;
      expect(await (await connector.open(grant)).audience()).toMatchObject({
        of: 'followers',
        countries: { is: 'not-offered' },
        ages: { is: 'not-offered' },
      });
    });
  });

  describe('content', () => {
    let videos: readonly object[];
    let count: number;
    const videosOf = (ids: readonly number[]) => ids.map((id) => ({ ...video, id: String(id) }));
    const numbers = (length: number) => Array.from({ length }, (_, index) => index + 1);
    const cursorIn = ({ body }: SeenRequest): number => (JSON.parse(body) as { cursor?: number }).cursor ?? 0;

    beforeEach(() => {
      answer = (request) => {
        if (request.path.endsWith('/info/')) return { json: ok({ user: { ...user, video_count: count } }) };
        const from = cursorIn(request);
        const next = from + 20 < videos.length ? from + 20 : undefined;
        return { json: pageOf(videos.slice(from, from + 20), next) };
      };
    });

    it('is read page by page to its end', async () => {
      videos = videosOf(numbers(45));
      count = 45;
      const batches = await contentOf(grant);
      expect(batches.map(({ posts }) => posts.length)).toEqual([20, 20, 5, 0]);
      expect(batches.at(-1)?.end).toEqual({ completeFor: ['video'], since: null });
      const lists = host.seen.filter(({ path }) => path.endsWith('/list/'));
      expect(lists.map(({ body }) => JSON.parse(body) as object)).toEqual([
        { max_count: 20 },
        { max_count: 20, cursor: 20 },
        { max_count: 20, cursor: 40 },
      ]);
      expect(lists[0]).toMatchObject({ method: 'POST', authorization: 'Bearer access' });
      expect(lists[0]?.query['fields']?.split(',')).toContain('share_count');
    });

    it('asks for the numbers of the account once', async () => {
      videos = [];
      count = 0;
      const reader = await connector.open(grant);
      await Promise.all([reader.profile(), batchesOf(reader.content())]);
      expect(host.seen.filter(isStats)).toHaveLength(1);
    });

    it('is empty for an account that never posted', async () => {
      videos = [];
      count = 0;
      expect(await contentOf(grant)).toEqual([
        { posts: [], missing: [] },
        { posts: [], missing: [], end: { completeFor: ['video'], since: null } },
      ]);
    });

    it('says why there is none without the permission, and does not ask', async () => {
      const loss = lostFor('permission-missing');
      expect(await contentOf({ ...grant, granted: tiktokScopes.slice(0, 3) })).toEqual([
        { posts: [], missing: [{ part: 'posts', loss }], end: { completeFor: [], since: null } },
      ]);
      expect(host.seen.some(({ path }) => path.endsWith('/list/'))).toBe(false);
    });

    it('gives a video once, and each that can be named', async () => {
      videos = [...videosOf([1, 2]), null as never, { ...video, id: {} }, ...videosOf([2, 3])];
      count = 3;
      const batches = await contentOf(grant);
      expect(batches.flatMap(({ posts }) => posts.map(({ contentId }) => contentId))).toEqual(['1', '2', '3']);
      expect(batches.flatMap(({ missing }) => missing)).toHaveLength(2);
      expect(batches.at(-1)?.end?.completeFor).toEqual([]);
    });

    it('keeps what it has when a later page fails', async () => {
      videos = videosOf(numbers(30));
      count = 30;
      const whole = answer;
      answer = (request) =>
        request.path.endsWith('/list/') && cursorIn(request) > 0
          ? { status: 429, json: refused('rate_limit_exceeded') }
          : whole(request);
      const batches = await contentOf(grant);
      expect(batches.flatMap(({ posts }) => posts)).toHaveLength(20);
      expect(batches.at(-1)).toMatchObject({
        missing: [{ part: 'posts', loss: lostFor('rate-limited') }],
        end: { completeFor: [] },
      });
    });

    it('does not take a list for all that is far shorter than the number of videos', async () => {
      videos = videosOf([1]);
      count = 40;
      expect((await contentOf(grant)).at(-1)?.end?.completeFor).toEqual([]);
    });

    it.each<[string, object]>([
      ['the same cursor for ever', { cursor: 7, has_more: true }],
      ['more, but not where', { has_more: true }],
      ['no word on whether there is more', { cursor: 7 }],
    ])('ends at %s', async (_name, more) => {
      count = 40;
      const whole = answer;
      answer = (request) =>
        request.path.endsWith('/list/') ? { json: ok({ videos: videosOf([1]), ...more }) } : whole(request);
      const batches = await contentOf(grant);
      expect(batches.at(-1)).toMatchObject({ missing: [{ loss: lostFor('unexpected') }], end: { completeFor: [] } });
      expect(host.seen.length).toBeLessThan(6);
    });

    it('goes on over gaps of videos that are not public any more', async () => {
      count = 4;
      const whole = answer;
      answer = (request) => {
        if (!request.path.endsWith('/list/')) return whole(request);
        const page = cursorIn(request);
        return { json: page === 3 ? pageOf(videosOf([1, 2, 3, 4])) : pageOf([], page + 1) };
      };
      expect((await contentOf(grant)).flatMap(({ posts }) => posts)).toHaveLength(4);
    });
  });
});
