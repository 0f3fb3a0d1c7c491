import type { Clock } from '@linkage/event-sourcing';
import { SignedInCheck } from '@linkage/http';
import type { FastifyRequest } from 'fastify';
import { Sessions } from '../session/sessions.service';
import { workspacesUnderTest, type Answered, type WorkspacesUnderTest } from '../workspaces.harness';

const password = 'correct horse battery';
const register = (linkage: WorkspacesUnderTest, email: string): Promise<Answered> =>
  linkage.send('POST', '/api/registration', {
    body: { workspaceName: 'Bright Brands', name: 'Ana Lima', email, password },
  });
const signIn = (linkage: WorkspacesUnderTest, email: string, given = password, cookie?: string): Promise<Answered> =>
  linkage.send('POST', '/api/session', { body: { email, password: given }, cookie });
const session = (linkage: WorkspacesUnderTest, cookie: string | undefined): Promise<Answered> =>
  linkage.send('GET', '/api/session', { cookie });

describe('signing in', () => {
  let linkage: WorkspacesUnderTest;
  beforeAll(async () => {
    linkage = await workspacesUnderTest();
    await register(linkage, 'ana@example.com');
  });
  afterAll(() => linkage.close());

  it('opens a session', async () => {
    const answer = await signIn(linkage, ' ANA@example.com');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await session(linkage, answer.cookie)).body).toEqual(answer.body);
  });

  it('says the same of a wrong password and an unknown e-mail', async () => {
    const [wrong, unknown] = [
      await signIn(linkage, 'ana@example.com', 'not that password'),
      await signIn(linkage, 'nobody@example.com'),
    ];
    expect(wrong).toMatchObject({ status: 401, cookie: undefined, body: { code: 'wrong-credentials' } });
    expect({ ...unknown.body, reference: '' }).toEqual({ ...wrong.body, reference: '' });
  });

  it.each([
    [{}, ['email', 'password']],
    [{ email: ['ana@example.com'], password }, ['email']],
    [{ email: 'ana@example.com', password: { $ne: '' } }, ['password']],
    [[], ['body']],
  ])('names what is wrong in %j', async (body, fields) => {
    const answer = await linkage.send('POST', '/api/session', { body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
  });

  it('ends the session that the browser had', async () => {
    const first = await signIn(linkage, 'ana@example.com');
    const second = await signIn(linkage, 'ana@example.com', password, first.cookie);
    expect(second.cookie).not.toBe(first.cookie);
    expect((await session(linkage, first.cookie)).status).toBe(401);
    expect((await session(linkage, second.cookie)).status).toBe(200);
  });

  it('is over at once after signing out', async () => {
    const { cookie } = await signIn(linkage, 'ana@example.com');
    expect((await session(linkage, cookie)).status).toBe(200);
    const out = await linkage.send('DELETE', '/api/session', { cookie });
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()).toEqual([expect.stringContaining('linkage-session=; Max-Age=0; Path=/')]);
    expect(await session(linkage, cookie)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    expect(await linkage.app.get(Sessions).use(cookie?.split('=')[1] ?? '')).toBeUndefined();
  });

  it('is refused for a page that shows another workspace, which neither acts nor signs out', async () => {
    const { cookie, body } = await signIn(linkage, 'ana@example.com');
    const showing = (workspace: string, method = 'GET'): Promise<Answered> =>
      linkage.send(method, '/api/session', { cookie, headers: { 'x-linkage-workspace': workspace } });
    expect((await showing(body.workspace.workspaceId)).status).toBe(200);
    for (const method of ['GET', 'DELETE'])
      for (const other of ['another', '', `${body.workspace.workspaceId} `.repeat(2)])
        expect(await showing(other, method)).toMatchObject({ status: 409, body: { code: 'other-workspace' } });
    expect((await session(linkage, cookie)).status).toBe(200);
    expect((await showing(body.workspace.workspaceId, 'DELETE')).status).toBe(204);
    expect((await showing('another', 'DELETE')).status).toBe(204);
  });

  it('can be undone without a session', async () => {
    expect((await linkage.send('DELETE', '/api/session')).status).toBe(204);
  });

  it('is not possible from another site, nor is signing out', async () => {
    const { cookie } = await signIn(linkage, 'ana@example.com');
    const headers = { origin: 'https://evil.example' };
    expect(
      await linkage.send('POST', '/api/session', { body: { email: 'ana@example.com', password }, headers }),
    ).toMatchObject({ status: 403, body: { code: 'origin-refused' } });
    expect((await linkage.send('DELETE', '/api/session', { cookie, headers })).status).toBe(403);
    expect((await session(linkage, cookie)).status).toBe(200);
  });

  it.each([
    ['nothing', undefined],
    ['an empty one', 'linkage-session='],
    ['a made-up one', `linkage-session=${'A'.repeat(43)}`],
    ['a long one', `linkage-session=${'A'.repeat(5000)}`],
    ['another name', `session=${'A'.repeat(43)}`],
    ['strange signs', 'linkage-session=%00%0d%0a";; =;,'],
    ['half of one', 'linkage-session'],
  ])('is not possible with a tampered cookie: %s', async (_, cookie) => {
    expect(await session(linkage, cookie)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
  });

  it('is not possible with a cookie of which one character is changed', async () => {
    const { cookie = '' } = await signIn(linkage, 'ana@example.com');
    const changed = cookie.slice(0, -1) + (cookie.endsWith('A') ? 'B' : 'A');
    expect((await session(linkage, changed)).status).toBe(401);
  });

  it('is slowed down for one account from one place, and says for how long', async () => {
    await register(linkage, 'ben@example.com');
    for (let attempt = 0; attempt < 10; attempt += 1)
      expect((await signIn(linkage, 'ben@example.com', `guess ${attempt}`)).status).toBe(401);
    const refused = await signIn(linkage, 'BEN@example.com');
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800);
    expect((await signIn(linkage, 'ana@example.com')).status).toBe(200);
  });

  it('is not slowed down for a member with the password', async () => {
    for (let attempt = 0; attempt < 15; attempt += 1)
      expect((await signIn(linkage, 'ana@example.com')).status).toBe(200);
  });
});

describe('a browser that has signed in before', () => {
  let linkage: WorkspacesUnderTest;
  beforeEach(async () => {
    linkage = await workspacesUnderTest();
  });
  afterEach(() => linkage.close());

  const browserCookie = ({ headers }: Answered): string =>
    headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('linkage-browser='))
      ?.split(';')[0] ?? '';
  /** As a proxy on this machine forwards it. */
  const from = (address: string, given: string, cookie?: string, email = 'ana@example.com'): Promise<Answered> =>
    linkage.send('POST', '/api/session', {
      body: { email, password: given },
      cookie,
      headers: { 'x-forwarded-for': address },
    });
  const guessFromManyPlaces = async (): Promise<void> => {
    for (let place = 0; place < 5; place += 1)
      for (let attempt = 0; attempt < 10; attempt += 1)
        expect((await from(`198.51.${place}.1`, `guess ${attempt}`)).status).toBe(401);
  };

  it('gets in while strangers have used up the attempts of the account', async () => {
    const cookie = browserCookie(await register(linkage, 'ana@example.com'));
    await guessFromManyPlaces();
    expect((await from('203.0.113.1', password)).status).toBe(429);
    expect((await from('203.0.113.1', password, cookie)).status).toBe(200);
  });

  it('has ten attempts of its own, and is a stranger then', async () => {
    const cookie = browserCookie(await register(linkage, 'ana@example.com'));
    for (let attempt = 0; attempt < 20; attempt += 1)
      expect((await from('203.0.113.1', `guess ${attempt}`, cookie)).status).toBe(401);
    expect((await from('203.0.113.1', password, cookie)).status).toBe(429);
  });

  it('is known for each account that has signed in with it, and for no other', async () => {
    const first = browserCookie(await register(linkage, 'ana@example.com'));
    await register(linkage, 'ben@example.com');
    const second = browserCookie(await from('203.0.113.1', password, first, 'ben@example.com'));
    expect(second.split('~')).toHaveLength(2);
    expect(browserCookie(await from('203.0.113.1', password, second))).toContain(first.split('=')[1]);
    await guessFromManyPlaces();
    const ofBen = second.replace(/~.*/, '');
    expect((await from('203.0.113.1', password, ofBen)).status).toBe(429);
    expect((await from('203.0.113.1', password, second)).status).toBe(200);
  });

  it.each([
    ['changed', (cookie: string) => cookie.slice(0, -1) + (cookie.endsWith('A') ? 'B' : 'A')],
    ['made up', () => `linkage-browser=${'A'.repeat(22)}.${'A'.repeat(32)}`],
    ['long', () => `linkage-browser=${`${'A'.repeat(22)}.${'A'.repeat(32)}~`.repeat(100)}`],
    ['empty', () => 'linkage-browser='],
  ])('is not known by a cookie that is %s', async (_, forge) => {
    const cookie = browserCookie(await register(linkage, 'ana@example.com'));
    await guessFromManyPlaces();
    expect((await from('203.0.113.1', password, forge(cookie))).status).toBe(429);
  });

  it('is not kept from signing in by a crowd on another network, nor on its own', async () => {
    const cookie = browserCookie(await register(linkage, 'ana@example.com'));
    await register(linkage, 'ben@example.com');
    const crowd = Array.from({ length: 60 }, (_, index) =>
      from(`198.51.100.${index}`, `guess`, undefined, `x${index}@example.com`),
    );
    const right = Array.from({ length: 10 }, (_, index) => [
      from(`203.0.${index}.1`, password, undefined, 'ben@example.com'),
      from('198.51.100.99', password, cookie),
    ]).flat();
    expect((await Promise.all(right)).map(({ status }) => status)).toEqual(right.map(() => 200));
    for (const { status } of await Promise.all(crowd)) expect([401, 503]).toContain(status);
  });
});

describe('the session cookie', () => {
  let linkage: WorkspacesUnderTest;
  afterEach(() => linkage.close());

  it('is HttpOnly and Lax on http', async () => {
    linkage = await workspacesUnderTest();
    const { headers } = await register(linkage, 'ana@example.com');
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^linkage-session=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/),
      expect.stringMatching(
        /^linkage-browser=[\w-]{22}\.[\w-]{32}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/,
      ),
    ]);
  });

  it('is tied to host and https on https', async () => {
    linkage = await workspacesUnderTest({ https: true });
    const { headers } = await register(linkage, 'ana@example.com');
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-linkage-session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
      expect.stringMatching(/^__Host-linkage-browser=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
    ]);
    expect(headers.get('strict-transport-security')).toContain('max-age=');
  });

  it('lives on while it is used, and ends two weeks after', async () => {
    let now = Date.now();
    const clock: Clock = { now: () => new Date(now), onMoved: () => () => undefined };
    linkage = await workspacesUnderTest({ clock });
    const { cookie } = await register(linkage, 'ana@example.com');
    now += 7 * 3_600_000;
    const renewed = await session(linkage, cookie);
    expect(renewed.headers.getSetCookie()).toEqual([expect.stringContaining(`${cookie}; Max-Age=1209600; Path=/`)]);
    const unused = await signIn(linkage, 'ana@example.com');
    now += 14 * 24 * 3_600_000 - 1_000;
    expect((await session(linkage, unused.cookie)).status).toBe(200);
    const unusedTooLong = await signIn(linkage, 'ana@example.com');
    now += 14 * 24 * 3_600_000;
    expect((await session(linkage, unusedTooLong.cookie)).status).toBe(401);
  });

  it('is renewed by requests, which can set it, and not by an answer that is open', async () => {
    let now = Date.now();
    const clock: Clock = { now: () => new Date(now), onMoved: () => () => undefined };
    linkage = await workspacesUnderTest({ clock });
    const { cookie } = await register(linkage, 'ana@example.com');
    const holds = (of = cookie): Promise<boolean> =>
      linkage.app.get(SignedInCheck).holds({ headers: { cookie: of } } as FastifyRequest);
    now += 7 * 3_600_000;
    expect(await holds()).toBe(true);
    expect((await session(linkage, cookie)).headers.getSetCookie()).toEqual([expect.stringContaining('Max-Age=')]);
    const unattended = await signIn(linkage, 'ana@example.com');
    now += 13 * 24 * 3_600_000;
    expect(await holds(unattended.cookie)).toBe(true);
    now += 2 * 24 * 3_600_000;
    expect(await holds(unattended.cookie)).toBe(false);
    expect(await holds('')).toBe(false);
  });
});
