import {
  batchesOf,
  loopbackHost,
  troubleOfCall,
  type LoopbackAnswer,
  type LoopbackHost,
  type SeenRequest,
} from '../testing';
import type { AccessGrant, PlatformConnector } from '../connector';
import type { UnexpectedAnswer } from '../http';
import { twitterConnector } from './twitter.connector';
import { monthlyCap, noCredits, photo, post, problem, timeline, user, withMedia } from './twitter.fixtures';
import { emailScope, postsScope, usersScope } from './twitter.settings';

const now = new Date('2026-11-23T12:00:00Z');
const hour = 3_600_000;
const day = 24 * hour;
const at = (ms: number): string => new Date(now.getTime() + ms).toISOString();
const grant: AccessGrant = {
  accessToken: 'access',
  accessExpiresAt: at(hour),
  refreshToken: 'refresh',
  refreshExpiresAt: null,
  issuedAt: at(-1000),
  granted: [usersScope, postsScope, 'offline.access', emailScope],
};
const lostFor = (lost: string) => expect.objectContaining({ lost, reportId: expect.any(String) as string }) as object;
const value = (of: unknown) => ({ is: 'value', value: of });

describe('the X connector', () => {
  let answer: (request: SeenRequest) => LoopbackAnswer;
  let host: LoopbackHost;
  let connector: PlatformConnector;
  const reports: UnexpectedAnswer[] = [];

  beforeAll(async () => {
    host = await loopbackHost((request) => answer(request));
    connector = twitterConnector(
      {
        clientId: 'client',
        clientSecret: 'secret-of-client',
        hosts: { www: `${host.url}/www`, api: `${host.url}/api` },
      },
      { clock: { now: () => now }, report: (report) => void reports.push(report) },
    );
  });
  afterAll(() => host.close());
  beforeEach(() => {
    host.seen.splice(0);
    reports.splice(0);
  });
  const asked = (): string[] => host.seen.map(({ path }) => path.replace('/api/2', ''));

  it('sends the creator to X with PKCE and exactly the scopes that are needed', () => {
    const real = twitterConnector(
      { clientId: 'client', clientSecret: 'x' },
      { clock: { now: () => now }, report: () => undefined },
    );
    const address = real.authorizeUrl({ state: 'st', redirectUri: 'http://127.0.0.1:3000/cb', codeChallenge: 'cc' });
    const url = new URL(address);
    expect(url.origin + url.pathname).toBe('https://x.com/i/oauth2/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'client',
      redirect_uri: 'http://127.0.0.1:3000/cb',
      scope: 'users.read tweet.read offline.access users.email',
      state: 'st',
      code_challenge: 'cc',
      code_challenge_method: 'S256',
    });
    expect(address).toContain('users.read%20tweet.read');
  });

  describe('tokens', () => {
    const token = { token_type: 'bearer', expires_in: 7200, access_token: 'next', scope: 'users.read tweet.read' };
    const basic = `Basic ${Buffer.from('client:secret-of-client').toString('base64')}`;
    const stale = { ...grant, accessExpiresAt: at(0) };

    it('come for a code and its verifier, with the client in the header', async () => {
      answer = () => ({ json: { ...token, refresh_token: 'first' } });
      expect(await connector.exchangeCode({ code: 'c', redirectUri: 'http://r', codeVerifier: 'v' })).toEqual({
        accessToken: 'next',
        accessExpiresAt: at(2 * hour),
        refreshToken: 'first',
        refreshExpiresAt: null,
        issuedAt: now.toISOString(),
        granted: [usersScope, postsScope],
      });
      expect(host.seen[0]).toMatchObject({
        method: 'POST',
        path: '/api/2/oauth2/token',
        authorization: basic,
        form: { grant_type: 'authorization_code', code: 'c', redirect_uri: 'http://r', code_verifier: 'v' },
      });
      expect(host.seen[0]?.body).not.toContain('secret');
    });

    it('are left alone while they live, and rotate when they are refreshed', async () => {
      expect(await connector.refreshAccess(grant, now)).toBeNull();
      answer = () => ({ json: { ...token, refresh_token: 'second' } });
      expect(await connector.refreshAccess({ ...grant, accessExpiresAt: at(14 * 60_000) }, now)).toMatchObject({
        accessToken: 'next',
        refreshToken: 'second',
      });
      expect(host.seen[0]?.form).toEqual({ grant_type: 'refresh_token', refresh_token: 'refresh' });
      answer = () => ({ json: { access_token: 'next', expires_in: 7200, token_type: 'bearer' } });
      expect(await connector.refreshAccess(stale, now)).toMatchObject({
        refreshToken: 'refresh',
        granted: grant.granted,
      });
    });

    it.each<[string, LoopbackAnswer, Partial<AccessGrant>, object]>([
      [
        'dead',
        {
          status: 400,
          json: { error: 'invalid_request', error_description: 'Value passed for the token was invalid.' },
        },
        {},
        { outcome: 'needs-reauthorization', cause: 'no-longer-valid' },
      ],
      ['missing', {}, { refreshToken: null }, { outcome: 'needs-reauthorization', cause: 'expired' }],
      ['in a storm', { status: 503, text: 'no' }, {}, { outcome: 'platform-down' }],
      ['without credits', { status: 402, json: noCredits }, {}, { outcome: 'app-out-of-credits', retryAt: null }],
      [
        'half',
        { json: { token_type: 'bearer' } },
        {},
        { outcome: 'unexpected', reportId: expect.any(String) as string },
      ],
    ])('say what is wrong with a refresh token: %s', async (_name, given, more, trouble) => {
      answer = () => given;
      expect(await troubleOfCall(connector.refreshAccess({ ...stale, ...more }, now))).toEqual(trouble);
    });

    it('are revoked both; what is dead already is fine', async () => {
      answer = () => ({ json: { revoked: true } });
      await connector.revoke(grant);
      expect(host.seen.map(({ form }) => form)).toEqual([{ token: 'refresh' }, { token: 'access' }]);
      expect(host.seen[0]).toMatchObject({ path: '/api/2/oauth2/revoke', authorization: basic });
      answer = () => ({
        status: 400,
        json: { error: 'invalid_request', error_description: 'Value passed for the token was invalid.' },
      });
      await connector.revoke({ ...grant, refreshToken: null });
      answer = () => ({ status: 503, text: '' });
      expect(await troubleOfCall(connector.revoke(grant))).toEqual({ outcome: 'platform-down' });
    });
  });

  describe('the account', () => {
    it('says who it is, and is asked for nothing that X may refuse', async () => {
      answer = () => ({ json: { data: user } });
      expect(await connector.identify(grant)).toEqual({
        platformAccountId: '2244994945',
        username: 'inesknits',
        displayName: 'Ines Oduya 🧶',
        avatarUrl: 'https://pbs.twimg.com/profile_images/1/ines_400x400.jpg',
      });
      expect(host.seen).toMatchObject([
        {
          path: '/api/2/users/me',
          authorization: 'Bearer access',
          query: { 'user.fields': 'id,name,username,profile_image_url,public_metrics' },
        },
      ]);
    });

    it.each<[string, LoopbackAnswer, object]>([
      ['{}', { json: {} }, { outcome: 'unexpected' }],
      ['no id', { json: { data: { ...user, id: {} } } }, { outcome: 'unexpected' }],
      ['nobody', { json: { data: null } }, { outcome: 'unexpected' }],
      ['an error of its own', { json: { errors: [problem('internal-error')] } }, { outcome: 'platform-down' }],
      ['gone', { json: { errors: [problem('resource-not-found')] } }, { outcome: 'gone' }],
      ['a stale token', { status: 401, json: problem('about:blank') }, { outcome: 'refresh-token' }],
      [
        'a cap',
        { status: 429, json: monthlyCap },
        { outcome: 'app-over-cap', retryAt: new Date('2026-12-01T00:00:00Z') },
      ],
    ])('is not read from %s', async (_name, given, trouble) => {
      answer = () => given;
      expect(await troubleOfCall(connector.open(grant))).toMatchObject(trouble);
    });

    const profileWith = async (email: LoopbackAnswer, of: AccessGrant = grant) => {
      answer = ({ query }) => (query['user.fields'] === 'confirmed_email' ? email : { json: { data: user } });
      return (await connector.open(of)).profile();
    };
    const withEmail = {
      data: { id: user.id, name: user.name, username: user.username, confirmed_email: 'i@example.com' },
    };

    it('has an e-mail, which is asked for on its own', async () => {
      expect((await profileWith({ json: withEmail })).email).toEqual(value('i@example.com'));
      expect((await profileWith({ json: { data: user } })).email).toEqual({ is: 'not-offered' });
    });

    it('is not asked for an e-mail that was not granted', async () => {
      expect((await profileWith({}, { ...grant, granted: [usersScope, postsScope] })).email).toEqual({
        is: 'permission-missing',
      });
      expect(asked()).toEqual(['/users/me']);
    });

    const noField = problem('not-authorized-for-field', { detail: "You may not see 'confirmed_email'." });
    it.each<[string, LoopbackAnswer, string]>([
      ['refused', { status: 403, json: problem('about:blank', { title: 'Forbidden' }) }, 'refused'],
      ['withheld', { json: { data: user, errors: [noField] } }, 'permission-missing'],
      ['a storm', { status: 503, text: '' }, 'platform-down'],
      ['a stale token', { status: 401, json: problem('about:blank') }, 'refused'],
      ['no credits', { status: 402, json: noCredits }, 'app-out-of-credits'],
    ])('loses its e-mail and nothing else: %s', async (_name, given, lost) => {
      expect(await profileWith(given)).toMatchObject({
        email: lostFor(lost),
        username: 'inesknits',
        figures: { followers: value(48_210), tweets: value(3) },
      });
    });

    it('has no audience, and is not asked for one', async () => {
      answer = () => ({ json: { data: user } });
      const none = { is: 'not-offered' };
      expect(await (await connector.open(grant)).audience()).toEqual({
        of: 'followers',
        countries: none,
        cities: none,
        ages: none,
        genders: none,
      });
      expect(asked()).toEqual(['/users/me']);
    });
  });

  describe('content', () => {
    let tweets: number;
    let pages: Record<string, LoopbackAnswer>;
    let owners: LoopbackAnswer;
    const postOf = (id: number, more: object = {}) => ({
      ...post,
      id: String(id),
      created_at: at(-id * hour),
      ...more,
    });
    beforeEach(() => {
      tweets = 3;
      pages = {};
      owners = { json: { data: [] } };
      answer = ({ path, query }) => {
        if (path.endsWith('/users/me'))
          return { json: { data: { ...user, public_metrics: { ...user.public_metrics, tweet_count: tweets } } } };
        if (path === '/api/2/tweets') return owners;
        return pages[query['pagination_token'] ?? ''] ?? { json: timeline(undefined) };
      };
    });
    const read = async () => batchesOf((await connector.open(grant)).content());

    it('is read page by page, each post once, without reposts and replies', async () => {
      pages = {
        '': { json: timeline([postOf(1), withMedia('2', '3_1')], [photo], { next_token: 'two' }) },
        two: {
          json: timeline([postOf(2), postOf(3), postOf(4, { referenced_tweets: [{ type: 'retweeted', id: '9' }] })]),
        },
      };
      const batches = await read();
      expect(batches.flatMap(({ posts }) => posts.map(({ contentId, type }) => [contentId, type]))).toEqual([
        ['1', 'text'],
        ['2', 'image'],
        ['3', 'text'],
      ]);
      expect(batches.at(-1)).toEqual({
        posts: [],
        missing: [],
        end: { completeFor: ['text', 'image', 'album', 'video'], since: null },
      });
      expect(host.seen[1]).toMatchObject({
        path: '/api/2/users/2244994945/tweets',
        query: { max_results: '100', exclude: 'retweets,replies', expansions: 'attachments.media_keys' },
      });
      expect(host.seen[1]?.query['tweet.fields']).toContain('public_metrics');
      expect(host.seen[2]?.query['pagination_token']).toBe('two');
      expect(reports).toEqual([]);
    });

    it.each(['edit_history_tweet_ids', 'edit_history_post_ids'])(
      'knows an edited post by its first id: %s',
      async (ids) => {
        const history = { [ids]: ['7', '1'] };
        pages = {
          '': { json: timeline([postOf(1, history), postOf(2, { [ids]: [5, 6] }), postOf(7, { [ids]: ['7'] })]) },
        };
        const posts = (await read()).flatMap((batch) => batch.posts);
        expect(posts.map(({ contentId, url }) => [contentId, String(url).split('/').at(-1)])).toEqual([
          ['7', '1'],
          ['2', '2'],
        ]);
      },
    );

    it('says of which time it is whole where the profile counts more', async () => {
      tweets = 40;
      pages = { '': { json: timeline([postOf(1), postOf(3)]) } };
      expect((await read()).at(-1)?.end).toEqual({ completeFor: expect.any(Array) as unknown, since: at(-3 * hour) });
    });

    it('says nothing of a list that is empty where there are posts, and knows one that is', async () => {
      tweets = 40;
      expect((await read()).at(-1)?.end?.completeFor).toEqual([]);
      tweets = 0;
      expect((await read()).at(-1)?.end).toEqual({ completeFor: expect.any(Array) as unknown, since: null });
    });

    it('is asked for as far back as X gives it', async () => {
      tweets = 50_000;
      let page = 0;
      const usual = answer;
      answer = (request) =>
        request.path.endsWith('/tweets')
          ? { json: timeline([postOf((page += 1))], [], { next_token: `to-${page}` }) }
          : usual(request);
      const batches = await read();
      expect(page).toBe(32);
      expect(batches.at(-1)).toMatchObject({ missing: [], end: { since: at(-32 * hour) } });
    });

    it.each<[string, LoopbackAnswer, string]>([
      ['a storm', { status: 503, text: '' }, 'platform-down'],
      ['a stale token', { status: 401, json: problem('about:blank') }, 'refused'],
      ['a refusal', { json: { errors: [problem('not-authorized-for-resource')] } }, 'permission-missing'],
      ['no credits', { status: 402, json: noCredits }, 'app-out-of-credits'],
      ['a cap', { status: 429, json: monthlyCap }, 'app-over-cap'],
      ['{}', { json: {} }, 'unexpected'],
      ['posts that are not there', { json: { meta: { result_count: 5 } } }, 'unexpected'],
    ])('keeps what it has after a page that fails: %s', async (_name, given, lost) => {
      pages = { '': { json: timeline([postOf(1)], [], { next_token: 'two' }) }, two: given };
      const batches = await read();
      expect(batches.flatMap(({ posts }) => posts)).toHaveLength(1);
      expect(batches.flatMap(({ missing }) => missing)).toEqual([{ part: 'posts', loss: lostFor(lost) }]);
      expect(batches.at(-1)?.end?.completeFor).toEqual([]);
    });

    it('is asked for in the newer words where X does not know the older ones any more', async () => {
      const usual = answer;
      const unknown = problem('invalid-request', {
        errors: [
          { parameters: { 'tweet.fields': ['x'] }, message: 'The query parameter [tweet.fields] is not one of [id]' },
        ],
      });
      answer = (request) => (request.query['tweet.fields'] ? { status: 400, json: unknown } : usual(request));
      pages = {
        '': { json: timeline([postOf(1)], [], { next_token: 'two' }) },
        two: { json: timeline([postOf(2), postOf(3)]) },
      };
      expect((await read()).flatMap(({ posts }) => posts)).toHaveLength(3);
      expect(host.seen.filter(({ query }) => query['tweet.fields'])).toHaveLength(1);
      expect(host.seen.at(-1)?.query['post.fields']).toContain('referenced_posts');
    });

    it('loses nothing for what X says is deleted, and says so for what it could not give', async () => {
      const page = (kind: string) => ({
        json: { ...timeline([postOf(1), postOf(2), postOf(3)]), errors: [problem(kind, { resource_id: '99' })] },
      });
      pages = { '': page('resource-not-found') };
      expect((await read()).flatMap(({ missing }) => missing)).toEqual([]);
      pages = { '': page('internal-error') };
      const batches = await read();
      expect(batches[0]?.missing).toEqual([{ part: 'posts', loss: lostFor('platform-down') }]);
      expect(batches.at(-1)?.end?.completeFor).toEqual([]);
    });

    describe('with impressions for the owner only', () => {
      const { impression_count: _hidden, ...metrics } = post.public_metrics ?? {};
      const hidden = (id: number, ms: number) => postOf(id, { public_metrics: metrics, created_at: at(-ms) });
      const impressionsOf = async () =>
        Object.fromEntries(
          (await read()).flatMap(({ posts }) =>
            posts.map(({ contentId, figures }) => [contentId, figures.impressions]),
          ),
        ) as Record<string, unknown>;

      it('asks for them for 30 days, and leaves them as they were after that', async () => {
        pages = { '': { json: timeline([postOf(1), hidden(2, 29 * day), hidden(3, 31 * day)]) } };
        owners = { json: { data: [{ id: '2', non_public_metrics: { impression_count: 77 } }] } };
        expect(await impressionsOf()).toEqual({ 1: value(1800), 2: value(77), 3: undefined });
        expect(host.seen.at(-1)).toMatchObject({ path: '/api/2/tweets', query: { ids: '2' } });
      });

      it.each<[string, LoopbackAnswer, string]>([
        ['a storm', { status: 503, text: '' }, 'platform-down'],
        ['a refusal', { status: 403, json: problem('not-authorized-for-resource') }, 'permission-missing'],
        [
          'a post that X does not bring',
          { json: { errors: [problem('not-authorized-for-field')] } },
          'permission-missing',
        ],
        ['a post without them', { json: { data: [{ id: '2' }] } }, 'unexpected'],
        ['{}', { json: {} }, 'unexpected'],
      ])('loses them and nothing else: %s', async (_name, given, lost) => {
        pages = { '': { json: timeline([postOf(1), hidden(2, day)]) } };
        owners = given;
        expect(await impressionsOf()).toEqual({ 1: value(1800), 2: lostFor(lost) });
      });
    });
  });
});
