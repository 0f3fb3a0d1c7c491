import {
  batchesOf,
  loopbackHost,
  troubleOfCall,
  type LoopbackAnswer,
  type LoopbackHost,
  type SeenRequest,
} from '../testing';
import type { AccessGrant, PlatformConnector } from '../connector';
import { instagramConnector } from './instagram.connector';
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
  let connector: PlatformConnector;
  const reported = jest.fn();

  beforeAll(async () => {
    host = await loopbackHost((request) => answer(request));
    const hosts = { www: `${host.url}/www`, api: `${host.url}/api`, graph: `${host.url}/graph` };
    connector = instagramConnector(
      { clientId: 'client', clientSecret: 'secret-of-client', hosts },
      { clock: { now: () => now }, report: reported },
    );
  });
  afterAll(() => host.close());
  beforeEach(() => {
    host.seen.splice(0);
    reported.mockClear();
  });

  const profileOf = async (of: AccessGrant) => (await connector.open(of)).profile();
  const audienceOf = async (of: AccessGrant) => (await connector.open(of)).audience();
  /** Batches that have posts. */
  const contentOf = async (of: AccessGrant) => {
    const batches = await batchesOf((await connector.open(of)).content());
    return batches
      .filter(({ posts }) => posts.length > 0)
      .map(({ posts, ...more }) => ({ ...more, items: posts, figures: posts.map(({ figures }) => figures) }));
  };
  const lostFor = (lost: string) => expect.objectContaining({ lost, reportId: expect.any(String) as string }) as object;
  const edge = ({ path }: SeenRequest): string => path.replace(/^\/graph\/v26\.0/, '');

  it('sends the creator to the authorize page', () => {
    const url = new URL(
      instagramConnector(
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
      expect(await troubleOfCall(connector.exchangeCode({ code: 'c', redirectUri: 'http://r' }))).toMatchObject({
        outcome: 'unexpected',
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

    it.each([{}, { data: [] }, { data: [null] }, { user_id: {} }])('is not said by %j', async (json) => {
      answer = () => ({ json });
      expect(await troubleOfCall(connector.identify(grant))).toMatchObject({ outcome: 'unexpected' });
      expect(await troubleOfCall(connector.open(grant))).toMatchObject({ outcome: 'unexpected' });
    });

    it('is known without a name that can be read', async () => {
      answer = () => ({ json: { ...user, username: 7, name: null } });
      expect(await connector.identify(grant)).toMatchObject({
        platformAccountId: '17841400000000001',
        username: '17841400000000001',
      });
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
      expect((await profileOf(grant)).figures.reach28d).toEqual({ is: 'value', value: 777 });
      const { query } = host.seen[1]!;
      expect(query).toMatchObject({ metric: 'reach', period: 'day', metric_type: 'total_value' });
      expect(Number(query['until']) - Number(query['since'])).toBe(28 * 86_400);
    });

    it('does not ask for what was not granted', async () => {
      answer = () => ({ json: user });
      const basic = { ...grant, granted: ['instagram_business_basic'] };
      expect((await profileOf(basic)).figures.reach28d).toEqual({ is: 'permission-missing' });
      expect((await audienceOf(basic)).ages).toEqual({ is: 'permission-missing' });
      expect(host.seen.map(edge)).toEqual(['/me', '/me']);
    });

    it.each([
      ['empty, few followers', 73, { json: { data: [] } }, 'below-threshold'],
      ['refused, few followers', 73, { status: 400, json: graphError(100, 2874010) }, 'below-threshold'],
      ['empty, many followers', 5000, { json: { data: [] } }, 'not-yet'],
      [
        'retired',
        5000,
        { status: 400, json: graphError(100, undefined, '(#100) It is no longer supported') },
        'not-offered',
      ],
    ])('tells why there is no audience: %s', async (_name, followers, given, is) => {
      answer = (request) => (edge(request) === '/me' ? { json: { ...user, followers_count: followers } } : given);
      expect(await audienceOf(grant)).toMatchObject({
        countries: { is },
        cities: { is },
        ages: { is },
        genders: { is },
      });
    });

    it('loses the audience, and nothing else, where that is refused', async () => {
      answer = (request) => (edge(request) === '/me' ? { json: user } : { status: 400, json: graphError(10) });
      const lost = lostFor('permission-missing');
      expect(await audienceOf(grant)).toMatchObject({ countries: lost, cities: lost, ages: lost, genders: lost });
      expect(await profileOf(grant)).toMatchObject({
        username: 'atelier.amelie',
        figures: { followers: { is: 'value' }, reach28d: lost },
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
      expect((await audienceOf(grant)).countries).toEqual({
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

    it.each([
      ['a dead token', { status: 400, json: graphError(190, 460) }, 'refused'],
      ['no such object', { status: 400, json: graphError(100, 33) }, 'refused'],
      ['a limit', { status: 400, json: graphError(80002) }, 'rate-limited'],
      ['a storm', { status: 500, json: graphError(2) }, 'platform-down'],
      ['HTML', { status: 200, text: '<html>' }, 'platform-down'],
      ['nothing', { json: {} }, 'unexpected'],
      ['another shape', { json: { data: 'x' } }, 'unexpected'],
      ['never heard of', { status: 400, json: graphError(9999) }, 'unexpected'],
      ['a metric that is refused', { status: 400, json: graphError(100) }, 'unexpected'],
    ])('never break for what insights say: %s', async (_name, given, lost) => {
      answer = (request) => (edge(request) === '/me' ? { json: user } : given);
      const reader = await connector.open(grant);
      expect(await reader.audience()).toMatchObject({ ages: lostFor(lost), cities: lostFor(lost) });
      expect(await reader.profile()).toMatchObject({ figures: { reach28d: lostFor(lost), posts: { is: 'value' } } });
    });

    it('ask for less at once where Instagram says that it is too much', async () => {
      const tooMuch = "Please reduce the amount of data you're asking for, then retry your request";
      answer = (request) => {
        if (edge(request) === '/me') return { json: user };
        if (!edge(request).endsWith('/media')) return { json: { data: [] } };
        if (Number(request.query['limit']) > 10) return { status: 500, json: graphError(1, undefined, tooMuch) };
        return { json: { data: [image] } };
      };
      const batches = await batchesOf((await connector.open(grant)).content());
      expect(batches.flatMap(({ posts }) => posts.map(({ contentId }) => contentId))).toEqual([image.id]);
      expect(batches.flatMap(({ missing }) => missing)).toEqual([]);
    });

    it('ask who it is once for all of it', async () => {
      answer = (request) => ({ json: edge(request) === '/me' ? user : { data: [] } });
      const reader = await connector.open(grant);
      await reader.profile();
      await reader.audience();
      await batchesOf(reader.content());
      expect(host.seen.filter((request) => edge(request) === '/me')).toHaveLength(1);
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
      const batches = await contentOf(grant);
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
      const batches = await contentOf(grant);
      expect(batches.map(({ items }) => items.map(({ contentId }) => contentId))).toEqual([
        ['1', 's3', '5'],
        ['s7', '9'],
        ['s20'],
      ]);
    });

    it('reads all pages of stories, and says that these are all only after the last one', async () => {
      pages = [[post(1)]];
      const usual = answer;
      const paged = (last: LoopbackAnswer) => {
        answer = (request) => {
          if (!edge(request).endsWith('/stories')) return usual(request);
          if (request.query['after'] === 'b') return last;
          const paging = { cursors: { after: 'b' }, next: 'https://graph.instagram.com/x?after=b' };
          return { json: { data: [{ ...story, id: 's1', timestamp: ago(1000) }], paging } };
        };
      };
      const read = async () => batchesOf((await connector.open(grant)).content());
      paged({ json: { data: [{ ...story, id: 's2', timestamp: ago(2000) }] } });
      const whole = await read();
      expect(whole.flatMap(({ posts }) => posts.map(({ contentId }) => contentId))).toEqual(['s1', 's2', '1']);
      expect(whole.at(-1)?.end?.completeFor).toContain('story');
      paged({ status: 400, json: graphError(80002) });
      const cut = await read();
      expect(cut.flatMap(({ posts }) => posts.map(({ contentId }) => contentId))).toEqual(['s1', '1']);
      expect(cut[0]?.missing).toEqual([{ part: 'stories', loss: lostFor('rate-limited') }]);
      expect(cut.at(-1)?.end?.completeFor).not.toContain('story');
    });

    it('gives a post once, though pages may overlap', async () => {
      pages = [
        [post(1), post(2)],
        [post(2), post(3)],
      ];
      const batches = await contentOf(grant);
      expect(batches.flatMap(({ items }) => items.map(({ contentId }) => contentId))).toEqual(['1', '2', '3']);
    });

    it('finds out which metric is retired and asks no more for it', async () => {
      pages = [Array.from({ length: 12 }, (_, index) => post(index))];
      insightsOf = ({ query }) =>
        query['metric']?.includes('saved')
          ? { status: 400, json: graphError(100) }
          : { json: { data: query['metric']?.split(',').map((name) => metric(name, 4)) } };
      const batches = await contentOf(grant);
      expect(batches.flatMap((batch) => batch.figures)).toHaveLength(12);
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
      const [batch] = await contentOf(grant);
      expect(batch?.figures).toMatchObject([
        { views: { is: 'below-threshold' }, reach: { is: 'below-threshold' } },
        { reach: { is: 'not-offered' }, likes: { is: 'value', value: 0 } },
      ]);
    });

    it('stops asking for insights when they are never permitted', async () => {
      pages = [Array.from({ length: 50 }, (_, index) => post(index))];
      insightsOf = () => ({
        status: 400,
        json: graphError(10, undefined, 'Application does not have permission for this action'),
      });
      const refused = await contentOf(grant);
      expect(refused[0]?.figures.map(({ reach }) => reach)).toEqual(
        Array.from({ length: 50 }, () => lostFor('permission-missing')),
      );
      expect(host.seen.filter(({ path }) => path.endsWith('/insights')).length).toBeLessThanOrEqual(12);
    });

    it('stops asking for insights when the budget is nearly used, and says so of those that it wanted', async () => {
      pages = [Array.from({ length: 230 }, (_, index) => post(index))];
      insightsOf = () => ({
        ...insights,
        headers: {
          'x-business-use-case-usage': '{"1":[{"type":"instagram","call_count":85,"total_time":1,"total_cputime":1}]}',
        },
      });
      const busy = await contentOf(grant);
      const postponed = expect.objectContaining({ lost: 'rate-limited', retryAt: null }) as object;
      expect(busy[0]?.figures[100]).toMatchObject({
        likes: { is: 'value', value: 0 },
        reach: postponed,
        shares: postponed,
        saves: postponed,
      });
      expect(busy[0]?.figures.at(-1)).toEqual({
        likes: { is: 'value', value: 0 },
        comments: { is: 'value', value: 12 },
        impressions: { is: 'not-offered' },
        views: { is: 'not-applicable' },
      });
      expect(host.seen.filter(({ path }) => path.endsWith('/insights')).length).toBeLessThanOrEqual(4);
    });

    it.each([
      ['gone', { status: 400, json: graphError(100, 33) }, 'refused'],
      ['without permission', { status: 400, json: graphError(10, undefined, 'No permission') }, 'permission-missing'],
      ['a dead token', { status: 400, json: graphError(190, 463) }, 'refused'],
      ['unheard of', { status: 400, json: graphError(9999) }, 'unexpected'],
      ['wrong', { json: { data: [{ name: 'reach', values: 7 }] } }, 'unexpected'],
    ])('loses the insights of one post that are refused, and those of no other: %s', async (_name, given, lost) => {
      pages = [[post(1), post(2)], [post(3)]];
      insightsOf = ({ path }) => (path.includes('/2/') ? given : insights);
      const batches = await contentOf(grant);
      const reach = batches.flatMap(({ figures }) => figures).map((figures) => figures.reach);
      expect(reach).toEqual([{ is: 'value', value: 10 }, lostFor(lost), { is: 'value', value: 10 }]);
    });

    it('loses a metric that is refused for one post, and asks others for it', async () => {
      pages = [[post(1), post(2), post(3)]];
      insightsOf = ({ path, query }) =>
        path.includes('/1/') && query['metric']?.includes('saved')
          ? { status: 400, json: graphError(100) }
          : { json: { data: query['metric']?.split(',').map((name) => metric(name, 4)) } };
      const [batch] = await contentOf(grant);
      const given = { is: 'value', value: 4 };
      expect(batch?.figures.map(({ saves, reach }) => ({ saves, reach }))).toEqual([
        { saves: lostFor('unexpected'), reach: given },
        { saves: given, reach: given },
        { saves: given, reach: given },
      ]);
    });

    it('bears one hiccup per post, and loses the insights of a platform that is down', async () => {
      pages = [[post(1), post(2)]];
      const failed = new Set<string>();
      insightsOf = ({ path }) =>
        failed.has(path) ? insights : (failed.add(path), { status: 500, json: graphError(2) });
      expect((await contentOf(grant))[0]?.figures[0]?.reach).toEqual({ is: 'value', value: 10 });
      insightsOf = () => ({ status: 500, json: graphError(2) });
      const [down] = await contentOf(grant);
      expect(down?.figures[0]).toMatchObject({ reach: lostFor('platform-down'), likes: { is: 'value', value: 0 } });
    });

    it('reads all posts after a rate limit on insights, and asks for no more of these', async () => {
      pages = [[post(1)], [post(2)], [post(3)]];
      insightsOf = ({ path }) => (path.includes('/2/') ? { status: 400, json: graphError(80002) } : insights);
      const batches = await contentOf(grant);
      expect(batches.flatMap(({ figures }) => figures).map(({ reach }) => reach)).toEqual([
        { is: 'value', value: 10 },
        lostFor('rate-limited'),
        lostFor('rate-limited'),
      ]);
      expect(host.seen.filter(({ path }) => path.endsWith('/insights'))).toHaveLength(2);
    });

    it.each([
      ['refused', { status: 400, json: graphError(100, 33) }],
      ['down', { status: 502, text: '<html>' }],
      ['wrong', { json: { data: {} } }],
    ])('reads posts without stories: %s', async (_name, given) => {
      pages = [[post(1)]];
      const usual = answer;
      answer = (request) => (edge(request).endsWith('/stories') ? given : usual(request));
      const [batch] = await contentOf(grant);
      expect(batch).toMatchObject({ items: [{ contentId: '1' }], missing: [{ part: 'stories' }] });
    });

    it('says whether these are all, for posts and for stories', async () => {
      const end = async () => (await batchesOf((await connector.open(grant)).content())).at(-1)?.end?.completeFor;
      const usual = answer;
      const withCount = (count: unknown) => {
        answer = (request) => (edge(request) === '/me' ? { json: { ...user, media_count: count } } : usual(request));
      };
      pages = [[post(1), post(2)]];
      withCount(2);
      expect(await end()).toEqual(['reels', 'image', 'album', 'story', 'video', 'feed', 'igtv']);
      withCount(200);
      expect(await end()).toEqual(['story']);
      withCount('many');
      expect(await end()).toEqual(['story']);
      pages = [[post(1), JSON.parse('null') as InstagramMedia]];
      withCount(2);
      expect(await end()).toEqual(['story']);
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
      const batches = await batchesOf((await connector.open(grant)).content());
      expect(batches.at(-1)?.missing).toEqual([{ part: 'posts', loss: lostFor('unexpected') }]);
      expect(host.seen.filter((request) => edge(request).endsWith('/media')).length).toBeLessThanOrEqual(2);
    });

    it('ends where there is always another page, long after what the profile says there is', async () => {
      pages = Array.from({ length: 2_000 }, (_, page) => [post(page)]);
      const usual = answer;
      answer = (request) => (edge(request) === '/me' ? { json: { ...user, media_count: 120 } } : usual(request));
      const batches = await batchesOf((await connector.open({ ...grant, granted: [] })).content());
      expect(batches.flatMap(({ posts }) => posts)).toHaveLength(6);
      expect(batches.at(-1)).toMatchObject({
        missing: [{ loss: lostFor('unexpected') }],
        end: { completeFor: ['story'] },
      });
    });

    it('leaves out what cannot be named, and keeps every other post', async () => {
      pages = [[reel, JSON.parse('null') as InstagramMedia, JSON.parse('{"id":{}}') as InstagramMedia], [image]];
      const batches = await contentOf(grant);
      expect(batches.flatMap(({ items }) => items).map(({ contentId }) => contentId)).toEqual([reel.id, image.id]);
      expect(batches[0]?.missing).toEqual([
        { part: 'posts', loss: lostFor('unexpected') },
        { part: 'posts', loss: lostFor('unexpected') },
      ]);
    });
  });
});
