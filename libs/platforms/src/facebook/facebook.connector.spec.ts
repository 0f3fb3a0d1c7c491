import type { AccessGrant, PlatformConnector } from '../connector';
import { isLoss } from '../loss';
import {
  batchesOf,
  loopbackHost,
  troubleOfCall,
  type LoopbackAnswer,
  type LoopbackHost,
  type SeenRequest,
} from '../testing';
import { facebookConnector } from './facebook.connector';
import { graphError, metric, page, pageId, photo, plain, reel, story } from './facebook.fixtures';

const now = new Date('2026-11-23T12:00:00Z');
const day = 86_400_000;
const ahead = (ms: number): string => new Date(now.getTime() + ms).toISOString();
const scopes = ['pages_show_list', 'pages_read_engagement', 'read_insights', 'pages_read_user_content', 'email'];
const grant: AccessGrant = {
  accessToken: 'page-token',
  accessExpiresAt: null,
  refreshToken: 'user-token',
  refreshExpiresAt: ahead(50 * day),
  issuedAt: ahead(-10 * day),
  granted: scopes,
  accountId: pageId,
};

describe('the Facebook connector', () => {
  let answer: (request: SeenRequest) => LoopbackAnswer;
  let host: LoopbackHost;
  let connector: PlatformConnector;
  const reported = jest.fn();
  const edge = ({ path, method }: SeenRequest): string => `${method} ${path.replace('/graph/v26.0', '')}`;

  beforeAll(async () => {
    host = await loopbackHost((request) => answer(request));
    connector = facebookConnector(
      {
        clientId: 'client',
        clientSecret: 'secret-of-client',
        hosts: { www: `${host.url}/www`, graph: `${host.url}/graph` },
      },
      { clock: { now: () => now }, report: reported },
    );
  });
  afterAll(() => host.close());
  beforeEach(() => {
    host.seen.splice(0);
    reported.mockClear();
  });

  it('sends the creator to the dialog, asking for what the manifest names and nothing else', () => {
    const url = new URL(connector.authorizeUrl({ state: 'st', redirectUri: 'http://r' }));
    expect(url.pathname).toBe('/www/v26.0/dialog/oauth');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'client',
      redirect_uri: 'http://r',
      response_type: 'code',
      state: 'st',
      scope: scopes.join(','),
      auth_type: 'rerequest',
    });
  });

  it.each([
    [{ code: 'abc#_=_' }, { code: 'abc' }],
    [{ error: 'access_denied', error_reason: 'user_denied', error_code: '200' }, { denied: true }],
    [{ error_code: '1349168' }, { refused: '1349168' }],
    [{ error: 'server_error' }, { refused: 'server_error' }],
    [{}, { refused: 'no-code' }],
  ])('reads the way back %j', (query, expected) => expect(connector.readCallback(query)).toEqual(expected));

  describe('from a code to Pages', () => {
    const permissions = {
      data: scopes.map((permission) => ({ permission, status: permission === 'email' ? 'declined' : 'granted' })),
    };
    const tokens = ({ query }: SeenRequest): LoopbackAnswer => ({
      json:
        query['grant_type'] === 'fb_exchange_token'
          ? { access_token: `long of ${query['fb_exchange_token']}`, token_type: 'bearer', expires_in: 5_184_000 }
          : { access_token: `short of ${query['code']}`, token_type: 'bearer', expires_in: 5000 },
    });

    it('takes the code for a token of 60 days, and asks what was granted', async () => {
      answer = (request) => (edge(request).endsWith('/permissions') ? { json: permissions } : tokens(request));
      expect(await connector.exchangeCode({ code: 'c', redirectUri: 'http://r' })).toEqual({
        accessToken: 'long of short of c',
        accessExpiresAt: ahead(5_184_000_000),
        refreshToken: null,
        refreshExpiresAt: null,
        issuedAt: now.toISOString(),
        granted: scopes.slice(0, 4),
      });
      expect(host.seen[0]?.query).toEqual({
        client_id: 'client',
        client_secret: 'secret-of-client',
        redirect_uri: 'http://r',
        code: 'c',
      });
    });

    it('takes everything for granted where Facebook does not say', async () => {
      answer = (request) => (edge(request).endsWith('/permissions') ? { status: 500, json: {} } : tokens(request));
      expect((await connector.exchangeCode({ code: 'c', redirectUri: 'http://r' })).granted).toEqual(scopes);
    });

    it('offers each Page once, over all pages of the list, each with its own token', async () => {
      const item = (id: string) => ({ ...page, id, access_token: `token of ${id}`, tasks: ['ANALYZE'] });
      answer = (request) => {
        if (edge(request) === 'GET /me') return { json: { id: 'person' } };
        return request.query['after'] === 'x'
          ? { json: { data: [item('2'), item('3')], paging: { cursors: { before: 'x', after: 'y' } } } }
          : {
              json: {
                data: [item('1'), item('2')],
                paging: { cursors: { after: 'x' }, next: 'https://graph.facebook.com/x?after=x' },
              },
            };
      };
      const login = { ...grant, accessToken: 'user', accessExpiresAt: ahead(60 * day), refreshToken: null };
      const offered = (await connector.accounts?.(login)) ?? [];
      expect(offered.map(({ identity }) => identity.platformAccountId)).toEqual(['1', '2', '3']);
      expect(offered[0]).toMatchObject({
        followers: 41_700,
        grant: {
          accessToken: 'token of 1',
          accessExpiresAt: null,
          refreshToken: 'user',
          refreshExpiresAt: ahead(60 * day),
          accountId: '1',
          loginId: 'person',
        },
      });
    });
  });

  describe('renewing', () => {
    it.each([
      ['the person’s token has long to live', {}],
      ['there is none of the person', { refreshToken: null }],
      ['the person’s token has run out', { refreshExpiresAt: ahead(-day) }],
    ])('does nothing while %s', async (_name, change) => {
      expect(await connector.refreshAccess({ ...grant, ...change }, now)).toBeNull();
      expect(host.seen).toEqual([]);
    });

    it('exchanges the person’s token when it has less than 30 days', async () => {
      answer = () => ({ json: { access_token: 'newer', token_type: 'bearer', expires_in: 5_184_000 } });
      expect(await connector.refreshAccess({ ...grant, refreshExpiresAt: ahead(20 * day) }, now)).toMatchObject({
        accessToken: 'page-token',
        accessExpiresAt: null,
        refreshToken: 'newer',
        refreshExpiresAt: ahead(5_184_000_000),
      });
    });

    it('leaves the Page’s token alone when the person’s is refused', async () => {
      answer = () => ({ status: 400, json: graphError(190, 463) });
      expect(await connector.refreshAccess({ ...grant, refreshExpiresAt: ahead(20 * day) }, now)).toBeNull();
    });
  });

  it('gives access back with the person’s token; access that has ended is as good as given back', async () => {
    answer = () => ({ json: { success: true } });
    await connector.revoke(grant);
    expect(host.seen.map(edge)).toEqual(['DELETE /me/permissions']);
    expect(host.seen[0]?.authorization).toBe('Bearer user-token');
    answer = () => ({ status: 400, json: graphError(190, 458) });
    await connector.revoke(grant);
    answer = () => ({ status: 400, json: graphError(4) });
    expect(await troubleOfCall(connector.revoke(grant))).toMatchObject({ outcome: 'rate-limited' });
    answer = () => ({ json: { success: false } });
    expect(await troubleOfCall(connector.revoke(grant))).toMatchObject({ outcome: 'unexpected' });
  });

  describe('reading a Page', () => {
    const good = (request: SeenRequest): LoopbackAnswer => {
      const call = edge(request);
      if (call === `GET /${pageId}`) return { json: page };
      if (call === 'GET /me') return { json: { id: '1', email: 'jana@example.com' } };
      if (call.endsWith('/published_posts')) return { json: { data: [photo, plain], summary: { total_count: 2 } } };
      if (call === `GET /${pageId}/insights`)
        return { json: { data: [metric(request.query['metric'] ?? '', 5, 'day')] } };
      return { json: { data: [] } };
    };

    it('asks by the id of the Page, with its token, and for the e-mail with the person’s', async () => {
      answer = good;
      const { email } = await (await connector.open(grant)).profile();
      expect(email).toEqual({ is: 'value', value: 'jana@example.com' });
      expect(host.seen[0]).toMatchObject({ path: `/graph/v26.0/${pageId}`, authorization: 'Bearer page-token' });
      expect(host.seen.find(({ path }) => path.endsWith('/me'))?.authorization).toBe('Bearer user-token');
    });

    it('reads posts without their reactions where the list is refused for them', async () => {
      answer = (request) =>
        request.query['fields']?.includes('reactions') === true
          ? {
              status: 400,
              json: graphError(10, undefined, '(#10) This endpoint requires the pages_read_engagement permission'),
            }
          : good(request);
      const batches = await batchesOf((await connector.open(grant)).content());
      const [first] = batches.flatMap(({ posts }) => posts);
      expect(first).toMatchObject({
        contentId: photo.id,
        figures: { likes: { lost: 'permission-missing' }, shares: { is: 'value', value: 4 } },
      });
      expect(batches.flatMap(({ missing }) => missing)).toEqual([]);
    });

    it('does not ask for what was not granted', async () => {
      answer = good;
      const reader = await connector.open({ ...grant, granted: scopes.slice(0, 2) });
      const missing = { is: 'permission-missing' };
      expect(await reader.audience()).toMatchObject({
        countries: missing,
        cities: missing,
        ages: { is: 'not-offered' },
      });
      expect(await reader.profile()).toMatchObject({ email: missing, figures: { reach28d: missing } });
      const [post] = (await batchesOf(reader.content())).flatMap(({ posts }) => posts);
      expect(post?.figures).toMatchObject({
        likes: missing,
        comments: missing,
        views: missing,
        shares: { is: 'value' },
      });
      expect(
        host.seen.filter(({ path, query }) => path.endsWith('/insights') || query['fields']?.includes('reactions')),
      ).toEqual([]);
    });

    it('follows lists that go on by a time, and never the address itself', async () => {
      const next = 'https://evil.example/x?access_token=t&until=1700000000&__paging_token=enc_A';
      answer = (request) => {
        if (!edge(request).endsWith('/published_posts')) return good(request);
        const isSecond = request.query['__paging_token'] === 'enc_A' && request.query['until'] === '1700000000';
        return {
          json: isSecond ? { data: [plain] } : { data: [photo], paging: { next }, summary: { total_count: 2 } },
        };
      };
      const batches = await batchesOf((await connector.open(grant)).content());
      expect(batches.flatMap(({ posts }) => posts.map(({ contentId }) => contentId))).toEqual([photo.id, plain.id]);
      expect(batches.at(-1)?.end?.completeFor).toContain('text');
    });

    it('reads all pages of stories that are still shown, and says that these are all only after the last one', async () => {
      const storyAt = (id: string, ms: number) => ({ ...story, post_id: id, creation_time: ahead(-ms) });
      const hour = day / 24;
      const list = { first: [storyAt('s1', hour)], b: [storyAt('s2', 2 * hour)], c: [storyAt('s3', 2 * day)] };
      const refused = new Set<string>();
      answer = (request) => {
        if (!edge(request).endsWith('/stories')) return good(request);
        const name = (request.query['after'] ?? 'first') as keyof typeof list | 'd';
        if (refused.has(name) || name === 'd') return { status: 400, json: graphError(80001) };
        const after = { first: 'b', b: 'c', c: 'd' }[name];
        const paging = { cursors: { after }, next: `https://graph.facebook.com/x?after=${after}` };
        return { json: { data: list[name], paging } };
      };
      const read = async () => {
        const batches = await batchesOf((await connector.open(grant)).content());
        const ids = batches.flatMap(({ posts }) => posts.map(({ contentId }) => contentId));
        return { stories: ids.filter((id) => id.startsWith('s')), completeFor: batches.at(-1)?.end?.completeFor };
      };
      const whole = await read();
      expect(whole.stories).toEqual(['s1', 's2']);
      expect(whole.completeFor).toContain('story');
      refused.add('b');
      const cut = await read();
      expect(cut.stories).toEqual(['s1']);
      expect(cut.completeFor).not.toContain('story');
    });

    it('asks for less at once where Facebook says that it is too much', async () => {
      const tooMuch = "Please reduce the amount of data you're asking for, then retry your request";
      answer = (request) => {
        if (!edge(request).endsWith('/published_posts')) return good(request);
        if (Number(request.query['limit']) > 10) return { status: 500, json: graphError(1, undefined, tooMuch) };
        const isSecond = request.query['after'] === 'b';
        const paging = { cursors: { after: 'b' }, next: 'https://x/' };
        return { json: isSecond ? { data: [plain] } : { data: [photo], paging, summary: { total_count: 2 } } };
      };
      const batches = await batchesOf((await connector.open(grant)).content());
      expect(batches.flatMap(({ posts }) => posts.map(({ contentId }) => contentId))).toEqual([photo.id, plain.id]);
      expect(batches.flatMap(({ missing }) => missing)).toEqual([]);
      answer = (request) =>
        edge(request).endsWith('/published_posts')
          ? { status: 500, json: graphError(1, undefined, tooMuch) }
          : good(request);
      const none = await batchesOf((await connector.open(grant)).content());
      expect(none.flatMap(({ missing }) => missing)).toMatchObject([
        { part: 'posts', loss: { lost: 'platform-down' } },
      ]);
    });

    it('asks for metrics one by one when one is refused, and leaves a retired one alone afterwards', async () => {
      answer = (request) => {
        const names = request.query['metric'] ?? '';
        if (edge(request).endsWith('/published_posts'))
          return { json: { data: [photo, reel], summary: { total_count: 2 } } };
        if (!request.path.endsWith('/insights') || request.path.includes(`${pageId}/`)) return good(request);
        return names.includes('unique')
          ? { status: 400, json: graphError(100, undefined, '(#100) The value must be a valid insights metric') }
          : { json: { data: [metric('post_media_view', 77)] } };
      };
      const posts = (await batchesOf((await connector.open(grant)).content())).flatMap((batch) => batch.posts);
      for (const { figures } of posts)
        expect(figures).toMatchObject({ views: { is: 'value', value: 77 }, reach: { is: 'not-offered' } });
    });

    it('leaves insights for later when the budget is nearly used, and says so', async () => {
      const usage = '{"call_count":85,"total_time":1,"total_cputime":1}';
      answer = (request) => ({ ...good(request), headers: { 'x-page-usage': usage } });
      const [post] = (await batchesOf((await connector.open(grant)).content())).flatMap(({ posts }) => posts);
      const postponed = { lost: 'rate-limited', retryAt: null };
      expect(post?.figures).toMatchObject({ views: postponed, reach: postponed, shares: { is: 'value' } });
      expect(host.seen.filter(({ path }) => path.endsWith('/insights'))).toEqual([]);
    });

    it('says what it could not find out of each part', async () => {
      answer = (request) =>
        edge(request) === `GET /${pageId}` ? good(request) : { status: 400, json: graphError(100, 33) };
      const reader = await connector.open(grant);
      const { figures, email } = await reader.profile();
      for (const lost of [figures.posts, figures.reach28d, email]) expect(isLoss(lost) && lost.lost).toBe('refused');
      expect(figures.followers).toEqual({ is: 'value', value: 41_700 });
      const { countries } = await reader.audience();
      expect(countries).toMatchObject({ lost: 'refused' });
    });

    it('says of a small Page that there are too few followers', async () => {
      answer = (request) =>
        edge(request) === `GET /${pageId}` ? { json: { ...page, followers_count: 41 } } : { json: { data: [] } };
      const few = { is: 'below-threshold' };
      const reader = await connector.open(grant);
      expect(await reader.audience()).toMatchObject({ countries: few, cities: few });
      expect(await reader.profile()).toMatchObject({ figures: { reach28d: few } });
    });
  });
});
