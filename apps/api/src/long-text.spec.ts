import { serverUnderTest, type ServerUnderTest } from './testing/server-under-test';

/** Marks that belong to one letter: normalising them takes time by the square of their number. */
const marks = (count: number): string => `e${'\u0301'.repeat(count)}`;
const good = {
  workspaceName: 'Bright Brands',
  name: 'Ana Lima',
  email: 'ana@example.com',
  password: 'correct horse battery',
  key: 'x',
  projection: 'all',
  consumer: 'history',
  reaction: 'email-invitation',
};
const forms: Readonly<Record<string, readonly (keyof typeof good)[]>> = {
  '/api/registration': ['workspaceName', 'name', 'email', 'password'],
  '/api/session': ['email', 'password'],
  '/api/invitations': ['name', 'email'],
  '/api/operator/session': ['key'],
  '/api/operator/rebuilds': ['projection'],
  '/api/operator/retries': ['consumer'],
  '/api/operator/replays': ['reaction'],
};
const fields = Object.entries(forms).flatMap(([path, names]) => names.map((name) => [path, name] as const));

describe('a text of any length', () => {
  let linkage: ServerUnderTest;
  let member: Awaited<ReturnType<ServerUnderTest['member']>>;
  let looked: Record<'normalize' | 'toLowerCase' | 'toUpperCase', jest.SpyInstance>;
  beforeAll(async () => {
    linkage = await serverUnderTest({ operatorKey: 'operator-key-of-a-spec' });
    member = await linkage.member();
    looked = {
      normalize: jest.spyOn(String.prototype, 'normalize'),
      toLowerCase: jest.spyOn(String.prototype, 'toLowerCase'),
      toUpperCase: jest.spyOn(String.prototype, 'toUpperCase'),
    };
  });
  beforeEach(() => jest.clearAllMocks());
  afterAll(async () => {
    jest.restoreAllMocks();
    await linkage.close();
  });

  const longest = (): number =>
    Math.max(
      0,
      ...Object.values(looked).flatMap(({ mock }) => mock.contexts.map((text: unknown) => String(text).length)),
    );

  it.each(fields)('is refused by name before it is looked at: POST %s, %s', async (path, field) => {
    const names = forms[path] ?? [];
    const body = Object.fromEntries(names.map((name) => [name, name === field ? marks(6_000) : good[name]]));
    const answer = await member.post(path, body, { authorization: 'Bearer operator-key-of-a-spec' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request', errors: [{ field }] } });
    expect(longest()).toBeLessThanOrEqual(254);
  });

  it.each(Object.keys(forms))('is not even taken beyond 16 kB: POST %s', async (path) => {
    const answer = await member.post(
      path,
      { email: marks(40_000) },
      { authorization: 'Bearer operator-key-of-a-spec' },
    );
    expect(answer).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
    expect(longest()).toBeLessThanOrEqual(254);
  });

  it.each(['invitations', 'accounts', 'attempts', 'history', 'history/people', 'history/export'])(
    'is refused as what GET /api/%s is searched for, as are many words',
    async (list) => {
      for (const search of [marks(600), 'a+'.repeat(99)])
        expect(
          await member.get(`/api/${list}?search=${search.includes('+') ? search : encodeURIComponent(search)}`),
        ).toMatchObject({
          status: 400,
          body: { code: 'invalid-request', errors: [{ field: 'search', message: expect.stringMatching(/at most/) }] },
        });
      expect(longest()).toBeLessThanOrEqual(254);
    },
  );

  it.each([
    '/mailbox/api/messages?to=',
    '/api/connect/',
    '/api/microsite/',
    '/api/history?actor=',
    '/api/history?from=',
    '/api/invitations?cursor=',
    '/api/invitations?sort=',
    '/api/oauth/instagram/callback?state=',
  ])('is not folded in an address: GET %s', async (path) => {
    expect((await member.get(`${path}${encodeURIComponent(marks(600))}`)).status).toBeLessThan(500);
    expect(longest()).toBeLessThanOrEqual(320);
  });

  it.each(['cookie', 'idempotency-key', 'x-linkage-position', 'last-event-id', 'accept-encoding'])(
    'is not folded in a header: %s',
    async (header) => {
      expect((await linkage.browser().get('/api/invitations', { [header]: 'x'.repeat(8_000) })).status).toBeLessThan(
        500,
      );
      expect(longest()).toBeLessThanOrEqual(320);
    },
  );
});
