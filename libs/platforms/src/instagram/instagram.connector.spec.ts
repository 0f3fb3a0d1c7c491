import {
  batchesOf,
  loopbackHost,
  troubleOfCall,
  type LoopbackAnswer,
  type LoopbackHost,
  type SeenRequest,
} from '../testing';
import type { AccessGrant } from '../connector';
import { InstagramConnector } from './instagram.connector';
import { breakdown, graphError, image, metric, reel, story, user } from './instagram.fixtures';
import type { InstagramMedia } from './instagram.wire';

const now = new Date('2026-11-23T12:00:00Z');
const day = 86_400_000;
const ago = (ms: number): string => new Date(now.getTime() - ms).toISOString();
const ahead = (ms: number): string => ago(-ms);
const grant: AccessGrant = {
  accessToken: 'long-token',
  accessExpiresAt: ahead(50 * day),
  refreshToken: null,
  refreshExpiresAt: null,
  issuedAt: ago(10 * day),
  granted: ['instagram_business_basic', 'instagram_business_manage_insights'],
};

describe('the Instagram connector', () => {
  let answer: (request: SeenRequest) => LoopbackAnswer;
  let host: LoopbackHost;
  let connector: InstagramConnector;
  const reported = jest.fn();

  beforeAll(async () => {
    host = await loopbackHost((request) => answer(request));
    const hosts = { www: `${host.url}/www`, api: `${host.url}/api`, graph: `${host.url}/graph` };
    connector = new InstagramConnector(
      { clientId: 'client', clientSecret: 'secret-of-client', hosts },
      { clock: { now: () => now }, report: reported },
    );
  });
  afterAll(() => host.close());
  beforeEach(() => {
    host.seen.splice(0);
    reported.mockClear();
  });

  const edge = ({ path }: SeenRequest): string => path.replace(/^\/graph\/v26\.0/, '');

  it('sends the creator to the authorize page', () => {
    const url = new URL(
      new InstagramConnector(
        { clientId: 'client', clientSecret: 'x' },
        { clock: { now: () => now }, report: reported },
      ).authorizeUrl({ state: 'st', redirectUri: 'http://localhost:3000/api/oauth/instagram/callback' }),
    );
    expect(url.origin + url.pathname).toBe('https://www.instagram.com/oauth/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'client',
      redirect_uri: 'http://localhost:3000/api/oauth/instagram/callback',
      response_type: 'code',
      state: 'st',
      scope: 'instagram_business_basic,instagram_business_manage_insights',
    });
  });

  describe('exchanging the code', () => {
    const long = { access_token: 'long', token_type: 'bearer', expires_in: 5_183_944 };

    it.each([
      [
        'flat, with a list',
        { access_token: 'short', user_id: '1', permissions: ['instagram_business_basic'] },
        ['instagram_business_basic'],
      ],
      [
        'flat, with a number',
        { access_token: 'short', user_id: 1, permissions: ['instagram_business_basic'] },
        ['instagram_business_basic'],
      ],
      [
        'wrapped, with commas',
        {
          data: [
            {
              access_token: 'short',
              user_id: '1',
              permissions: 'instagram_business_basic, instagram_business_manage_insights',
            },
          ],
        },
        ['instagram_business_basic', 'instagram_business_manage_insights'],
      ],
      [
        'without permissions',
        { access_token: 'short', user_id: '1' },
        ['instagram_business_basic', 'instagram_business_manage_insights'],
      ],
    ])('reads the answer %s', async (_name, short, granted) => {
      answer = ({ path }) => ({ json: path === '/api/oauth/access_token' ? short : long });
      expect(await connector.exchangeCode({ code: 'c', redirectUri: 'http://r' })).toEqual({
        accessToken: 'long',
        accessExpiresAt: ahead(5_183_944_000),
        refreshToken: null,
        refreshExpiresAt: null,
        issuedAt: now.toISOString(),
        granted,
      });
      expect(host.seen[0]).toMatchObject({
        method: 'POST',
        form: {
          client_id: 'client',
          client_secret: 'secret-of-client',
          grant_type: 'authorization_code',
          redirect_uri: 'http://r',
          code: 'c',
        },
      });
      expect(host.seen[1]).toMatchObject({
        method: 'GET',
        path: '/graph/access_token',
        query: { grant_type: 'ig_exchange_token', client_secret: 'secret-of-client', access_token: 'short' },
      });
    });

    it('believes the long token where it names permissions', async () => {
      answer = ({ path }) => ({
        json:
          path === '/api/oauth/access_token'
            ? { access_token: 'short', user_id: '1' }
            : { ...long, permissions: 'instagram_business_basic' },
      });
      expect((await connector.exchangeCode({ code: 'c', redirectUri: 'http://r' })).granted).toEqual([
        'instagram_business_basic',
      ]);
    });

    it('says what a used code means, and what half an answer means', async () => {
      answer = () => ({
        status: 400,
        json: {
          error_type: 'OAuthException',
          code: 400,
          error_message: 'Matching code was not found or was already used',
        },
      });
      expect(await troubleOfCall(connector.exchangeCode({ code: 'c', redirectUri: 'http://r' }))).toEqual({
        outcome: 'needs-reauthorization',
        cause: 'no-longer-valid',
      });
      answer = () => ({ json: { user_id: 1 } });
      expect(await troubleOfCall(connector.exchangeCode({ code: 'c', redirectUri: 'http://r' }))).toEqual({
        outcome: 'platform-down',
      });
    });
  });

  describe('refreshing', () => {
    it.each([
      ['young', { issuedAt: ago(23 * 3_600_000), accessExpiresAt: ahead(20 * day) }],
      ['with 30 days left', { issuedAt: ago(30 * day), accessExpiresAt: ahead(30 * day) }],
    ])('leaves a token alone that is %s', async (_name, times) => {
      expect(await connector.refreshAccess({ ...grant, ...times }, now)).toBeNull();
      expect(host.seen).toEqual([]);
    });

    it('renews a token with less than 30 days left, without the client secret', async () => {
      answer = () => ({ json: { access_token: 'next', token_type: 'bearer', expires_in: 60 } });
      expect(await connector.refreshAccess({ ...grant, accessExpiresAt: ahead(29 * day) }, now)).toEqual({
        ...grant,
        accessToken: 'next',
        accessExpiresAt: ahead(60_000),
        issuedAt: now.toISOString(),
      });
      expect(host.seen[0]).toMatchObject({
        path: '/graph/refresh_access_token',
        query: { grant_type: 'ig_refresh_token', access_token: 'long-token' },
      });
    });

    it('lets Instagram say that a token is dead', async () => {
      answer = () => ({ status: 400, json: graphError(190, 463) });
      expect(await troubleOfCall(connector.refreshAccess({ ...grant, accessExpiresAt: ago(day) }, now))).toEqual({
        outcome: 'needs-reauthorization',
        cause: 'expired',
      });
    });
  });

  describe('who it is', () => {
    it.each([
      ['flat', user],
      ['wrapped', { data: [user] }],
    ])('reads an answer that is %s', async (_name, json) => {
      answer = () => ({ json });
      expect(await connector.identify(grant)).toMatchObject({
        platformAccountId: '17841400000000001',
        username: 'atelier.amelie',
      });
      expect(host.seen[0]).toMatchObject({ path: '/graph/v26.0/me', authorization: 'Bearer long-token' });
      expect(host.seen[0]?.query).not.toHaveProperty('access_token');
    });

    it.each([
      ['by its type', { json: { ...user, account_type: 'PERSONAL' } }],
      ['because there is no such object', { status: 400, json: graphError(100, 33) }],
    ])('refuses a personal account %s', async (_name, given) => {
      answer = () => given;
      expect(await troubleOfCall(connector.identify(grant))).toEqual({
        outcome: 'not-eligible',
        reason: 'not-professional-account',
      });
    });

    it('understands an empty answer as one that went wrong', async () => {
      answer = () => ({ json: {} });
      expect(await troubleOfCall(connector.identify(grant))).toEqual({ outcome: 'platform-down' });
    });
  });

  describe('profile and audience', () => {
    it('asks for the reach of 28 days', async () => {
      answer = (request) => ({
        json:
          edge(request) === '/me'
            ? user
            : { data: [{ ...metric('reach', 5), values: undefined, total_value: { value: 777 } }] },
      });
      expect((await connector.fetchProfile(grant)).figures.reach28d).toEqual({ is: 'value', value: 777 });
      const { query } = host.seen[1]!;
      expect(query).toMatchObject({ metric: 'reach', period: 'day', metric_type: 'total_value' });
      expect(Number(query['until']) - Number(query['since'])).toBe(28 * 86_400);
    });

    it('does not ask for what was not granted', async () => {
      answer = () => ({ json: user });
      const basic = { ...grant, granted: ['instagram_business_basic'] };
      expect((await connector.fetchProfile(basic)).figures.reach28d).toEqual({ is: 'permission-missing' });
      expect((await connector.fetchAudience(basic)).ages).toEqual({ is: 'permission-missing' });
      expect(host.seen.map(edge)).toEqual(['/me']);
    });

    it.each([
      ['empty, few followers', 73, { json: { data: [] } }, 'below-threshold'],
      ['refused, few followers', 73, { status: 400, json: graphError(100, 2874010) }, 'below-threshold'],
      ['empty, many followers', 5000, { json: { data: [] } }, 'not-yet'],
      ['not permitted', 5000, { status: 400, json: graphError(10) }, 'permission-missing'],
      ['retired', 5000, { status: 400, json: graphError(100) }, 'not-offered'],
    ])('tells why there is no audience: %s', async (_name, followers, given, is) => {
      answer = (request) => (edge(request) === '/me' ? { json: { ...user, followers_count: followers } } : given);
      expect(await connector.fetchAudience(grant)).toMatchObject({
        countries: { is },
        cities: { is },
        ages: { is },
        genders: { is },
      });
    });

    it('asks for each breakdown of the followers', async () => {
      answer = (request) => ({
        json:
          edge(request) === '/me'
            ? user
            : {
                data: [
                  breakdown(request.query['breakdown'] ?? '', [
                    ['DE', 30],
                    ['FR', 70],
                  ]),
                ],
              },
      });
      expect((await connector.fetchAudience(grant)).countries).toEqual({
        is: 'value',
        value: [
          { key: 'FR', share: 0.7 },
          { key: 'DE', share: 0.3 },
        ],
      });
      const asked = host.seen.slice(1).map(({ query }) => query);
      expect(asked.map(({ breakdown: by }) => by).sort()).toEqual(['age', 'city', 'country', 'gender']);
      for (const query of asked)
        expect(query).toMatchObject({
          metric: 'follower_demographics',
          period: 'lifetime',
          metric_type: 'total_value',
          timeframe: 'this_month',
        });
    });

    it('fails with what the platform says about the access', async () => {
      answer = (request) => (edge(request) === '/me' ? { json: user } : { status: 400, json: graphError(190, 460) });
      expect(await troubleOfCall(connector.fetchAudience(grant))).toEqual({
        outcome: 'needs-reauthorization',
        cause: 'password-changed',
      });
      answer = () => ({ json: { data: 'x' } });
      expect(await troubleOfCall(connector.fetchAudience(grant))).toEqual({ outcome: 'platform-down' });
    });
  });

  describe('content', () => {
    const post = (index: number): InstagramMedia => ({
      ...image,
      id: String(index),
      timestamp: new Date(now.getTime() - index * 3_600_000).toISOString(),
    });
    const insights: LoopbackAnswer = {
      json: {
        data: [
          metric('reach', 10),
          metric('likes', 3),
          metric('comments', 1),
          metric('saved', 1),
          metric('shares', 1),
          metric('views', 20),
        ],
      },
    };
    let pages: readonly (readonly InstagramMedia[])[];
    let stories: readonly InstagramMedia[];
    let insightsOf: (request: SeenRequest) => LoopbackAnswer;

    beforeEach(() => {
      stories = [];
      insightsOf = () => insights;
      answer = (request) => {
        const path = edge(request);
        if (path === '/me') return { json: user };
        if (path.endsWith('/stories')) return { json: { data: stories } };
        if (path.endsWith('/insights')) return insightsOf(request);
        const page = Number(request.query['after'] ?? 0);
        const next = page + 1 < pages.length ? { next: `${host.url}/evil?access_token=x&after=${page + 1}` } : {};
        return { json: { data: pages[page], paging: { cursors: { before: 'b', after: String(page + 1) }, ...next } } };
      };
    });

    it('pages to the end by the cursor and asks for insights of the newest 200 only', async () => {
      const all = Array.from({ length: 230 }, (_, index) => post(index));
      pages = [0, 1, 2, 3, 4].map((page) => all.slice(page * 50, page * 50 + 50));
      const batches = await batchesOf(connector.fetchContent(grant));
      expect(batches.map(({ items }) => items.length)).toEqual([50, 50, 50, 50, 30]);
      expect(batches.flatMap(({ items }) => items.map(({ contentId }) => contentId))).toEqual(all.map(({ id }) => id));
      const withReach = batches.flatMap(({ figures }) => figures).map(({ reach }) => reach !== undefined);
      expect(withReach).toEqual(all.map((_, index) => index < 200));
      expect(host.seen.filter(({ path }) => path.includes('evil'))).toEqual([]);
    });

    it('puts stories where they belong in time', async () => {
      pages = [[post(1), post(5)], [post(9)]];
      stories = [
        { ...story, id: 's3', timestamp: ago(3 * 3_600_000) },
        { ...story, id: 's7', timestamp: ago(7 * 3_600_000) },
        { ...story, id: 's20', timestamp: ago(20 * 3_600_000) },
      ];
      const batches = await batchesOf(connector.fetchContent(grant));
      expect(batches.map(({ items }) => items.map(({ contentId }) => contentId))).toEqual([
        ['1', 's3', '5'],
        ['s7', '9'],
        ['s20'],
      ]);
    });

    it('gives a post once, though pages may overlap', async () => {
      pages = [
        [post(1), post(2)],
        [post(2), post(3)],
      ];
      const batches = await batchesOf(connector.fetchContent(grant));
      expect(batches.flatMap(({ items }) => items.map(({ contentId }) => contentId))).toEqual(['1', '2', '3']);
    });

    it('finds out which metric is retired and asks no more for it', async () => {
      pages = [Array.from({ length: 12 }, (_, index) => post(index))];
      insightsOf = ({ query }) =>
        query['metric']?.includes('saved')
          ? { status: 400, json: graphError(100) }
          : { json: { data: query['metric']?.split(',').map((name) => metric(name, 4)) } };
      const batches = await batchesOf(connector.fetchContent(grant));
      for (const figures of batches.flatMap((batch) => batch.figures))
        expect(figures).toMatchObject({
          saves: { is: 'not-offered' },
          reach: { is: 'value', value: 4 },
          shares: { is: 'value', value: 4 },
        });
      expect(host.seen.filter(({ path }) => path.endsWith('/insights')).at(-1)?.query['metric']).toBe(
        'reach,likes,comments,shares',
      );
    });

    it('takes a story with few viewers and a post from before the professional account for what they are', async () => {
      pages = [[post(1)]];
      stories = [{ ...story, id: 's1', timestamp: ago(1000) }];
      insightsOf = ({ path }) => ({
        status: 400,
        json: path.includes('/s1/')
          ? graphError(10, undefined, '(#10) Not enough viewers for the media to show insights')
          : graphError(100, 2108006),
      });
      const [batch] = await batchesOf(connector.fetchContent(grant));
      expect(batch?.figures).toMatchObject([
        { views: { is: 'below-threshold' }, reach: { is: 'below-threshold' } },
        { reach: { is: 'not-offered' }, likes: { is: 'value', value: 0 } },
      ]);
    });

    it('stops asking for insights when they are not permitted or the budget is nearly used', async () => {
      pages = [Array.from({ length: 30 }, (_, index) => post(index))];
      insightsOf = () => ({
        status: 400,
        json: graphError(10, undefined, 'Application does not have permission for this action'),
      });
      const refused = await batchesOf(connector.fetchContent(grant));
      expect(refused[0]?.figures.map(({ reach }) => reach)).toEqual(
        Array.from({ length: 30 }, () => ({ is: 'permission-missing' })),
      );
      expect(host.seen.filter(({ path }) => path.endsWith('/insights')).length).toBeLessThanOrEqual(4);

      host.seen.splice(0);
      insightsOf = () => ({
        ...insights,
        headers: {
          'x-business-use-case-usage': '{"1":[{"type":"instagram","call_count":85,"total_time":1,"total_cputime":1}]}',
        },
      });
      const busy = await batchesOf(connector.fetchContent(grant));
      expect(busy[0]?.figures.at(-1)).toEqual({
        likes: { is: 'value', value: 0 },
        comments: { is: 'value', value: 12 },
        impressions: { is: 'not-offered' },
        views: { is: 'not-applicable' },
      });
      expect(host.seen.filter(({ path }) => path.endsWith('/insights')).length).toBeLessThanOrEqual(4);
    });

    it('bears one hiccup per post, but not a platform that is down', async () => {
      pages = [[post(1), post(2)]];
      const failed = new Set<string>();
      insightsOf = ({ path }) =>
        failed.has(path) ? insights : (failed.add(path), { status: 500, json: graphError(2) });
      expect((await batchesOf(connector.fetchContent(grant)))[0]?.figures[0]?.reach).toEqual({
        is: 'value',
        value: 10,
      });
      insightsOf = () => ({ status: 500, json: graphError(2) });
      expect(await troubleOfCall(batchesOf(connector.fetchContent(grant)))).toEqual({ outcome: 'platform-down' });
    });

    it('keeps what it gave before the rate limit came', async () => {
      pages = [[post(1)], [post(2)]];
      insightsOf = ({ path }) => (path.includes('/2/') ? { status: 400, json: graphError(80002) } : insights);
      const stream = connector.fetchContent(grant)[Symbol.asyncIterator]();
      expect((await stream.next()).value).toMatchObject({ items: [{ contentId: '1' }] });
      expect(await troubleOfCall(stream.next())).toMatchObject({ outcome: 'rate-limited' });
    });

    it('does not turn in circles when a cursor does not move', async () => {
      pages = [[post(1)], [post(2)]];
      const usual = answer;
      answer = (request) =>
        edge(request).endsWith('/media')
          ? {
              json: {
                data: [],
                paging: { cursors: { before: 'b', after: 'same' }, next: 'https://x.example/?after=same' },
              },
            }
          : usual(request);
      expect(await troubleOfCall(batchesOf(connector.fetchContent(grant)))).toEqual({ outcome: 'platform-down' });
    });

    it('leaves out what has a shape that nobody can read, and reports the rest', async () => {
      pages = [[reel, JSON.parse('null') as InstagramMedia, JSON.parse('{"id":"x","timestamp":17}') as InstagramMedia]];
      const [batch] = await batchesOf(connector.fetchContent(grant));
      expect(batch?.items.map(({ contentId }) => contentId)).toEqual([reel.id]);
      insightsOf = () => ({ json: { data: [{ name: 'reach', values: 7 }] } });
      expect(await troubleOfCall(batchesOf(connector.fetchContent(grant)))).toEqual({
        outcome: 'unexpected',
        reportId: (reported.mock.calls[0] as [{ reportId: string }])[0].reportId,
      });
    });
  });
});
