import { ConsumerOperations } from '@linkage/event-sourcing';
import { eventually } from '@linkage/event-sourcing/testing';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { reactionNames } from '../contexts';
import { connectedCreator } from '../testing/connected-creator';
import { serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';
import { collections } from './overview';

const key = 'an operator key of more than thirty-two characters';
const bearer = { authorization: `Bearer ${key}` };

describe('the operator', () => {
  let linkage: ServerUnderTest;
  beforeAll(async () => {
    linkage = await serverUnderTest({ operatorKey: key }, join(__dirname, '../../../../dist/apps'));
  });
  afterAll(() => linkage.close());

  it('gets in with the key, and only so', async () => {
    const member = await linkage.member();
    expect(await linkage.browser().get('/api/operator/consumers', bearer)).toMatchObject({ status: 200 });
    expect(await linkage.browser().get('/api/operator/consumers')).toMatchObject({
      status: 401,
      body: { code: 'not-signed-in' },
    });
    expect(await member.get('/api/operator/consumers')).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    for (const path of ['rebuilds', 'retries', 'people', 'erasures'])
      expect(await member.post(`/api/operator/${path}`, {})).toMatchObject({
        status: 401,
        body: { code: 'not-signed-in' },
      });
    expect(await linkage.browser().get('/api/operator/consumers', { authorization: 'Bearer wrong' })).toMatchObject({
      status: 401,
      body: { code: 'wrong-credentials' },
    });
    expect(await linkage.browser().get('/api/invitations', bearer)).toMatchObject({
      status: 401,
      body: { code: 'not-signed-in' },
    });
  });

  it('is told what is wrong with a search, and may leave out a password by null', async () => {
    const operator = linkage.browser();
    expect(await operator.get('/api/operator/workspaces?search=a&search=b', bearer)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'search', message: 'Give this as text.' }] },
    });
    const asked = { workspaceName: 'Fjord', name: 'Ben', email: 'null@example.com', password: null };
    const { status, body } = await operator.post('/api/operator/workspaces', asked, bearer);
    expect([status, body.passwordLink]).toEqual([201, { url: expect.any(String), expiresAt: expect.any(String) }]);
  });

  it('signs in on the page with the key, for a while, and out again', async () => {
    const browser = linkage.browser();
    expect(await browser.post('/api/operator/session', {})).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'key' }] },
    });
    expect(await browser.post('/api/operator/session', { key: 'wrong' })).toMatchObject({
      status: 401,
      body: { code: 'wrong-credentials' },
    });
    const answer = await browser.post('/api/operator/session', { key });
    expect(answer).toMatchObject({ status: 204, text: '' });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^linkage-operator=\d+\.[\w-]{43}; Max-Age=3600; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(answer.headers.get('set-cookie')).not.toContain(key);
    expect((await browser.get('/api/operator/consumers')).status).toBe(200);
    expect((await browser.delete('/api/operator/session')).status).toBe(204);
    expect((await browser.get('/api/operator/consumers')).status).toBe(401);
  });

  it('sees how everything stands, and no creator', async () => {
    const creator = await connectedCreator(linkage, await linkage.member(), 'Noa');
    const { status, text, body } = await linkage.browser().get('/api/operator/consumers', bearer);
    expect(status).toBe(200);
    for (const secret of ['Noa', 'example.com', creator.invitationId, creator.accountId])
      expect(text).not.toContain(secret);
    const named = (name: string): unknown => body.consumers.find((one: { name: string }) => one.name === name);
    expect(named('invitation-list')).toEqual({
      name: 'invitation-list',
      kind: 'projection',
      version: expect.any(Number),
      state: 'running',
      position: expect.any(String),
      behind: expect.any(Boolean),
      lag: { amount: expect.any(Number), unit: 'facts' },
      factsPerSecond: expect.any(Number),
      parked: 0,
      rows: 1,
      lastError: null,
      build: null,
    });
    expect(named('email-invitation')).toMatchObject({
      kind: 'reactor',
      version: null,
      state: 'running',
      rows: null,
      build: null,
    });
    expect(
      body.consumers
        .filter(({ kind }: { kind: string }) => kind === 'reactor')
        .map(({ name }: { name: string }) => name)
        .sort(),
    ).toEqual([...reactionNames].sort());
    expect(body.consumers.filter(({ state }: { state: string }) => state === 'elsewhere')).toEqual([]);
  });

  it('rebuilds one, or all, in another thread, and the lists stay as they were', async () => {
    const member = await linkage.member();
    await connectedCreator(linkage, member, 'Mia');
    const lists = () =>
      Promise.all(
        ['/api/invitations', '/api/accounts', '/api/attempts?result=all'].map(
          async (path) => (await member.get(path)).body.items,
        ),
      );
    await eventually(async () => expect(JSON.stringify(await lists())).toContain('"state":"sent"'), 60_000);
    const before = await lists();
    const ask = (projection: string) => linkage.browser().post('/api/operator/rebuilds', { projection }, bearer);
    expect(await ask('invitation-lust')).toMatchObject({
      status: 400,
      body: {
        code: 'invalid-request',
        errors: [{ field: 'projection', message: expect.stringContaining('invitation-list, ') }],
      },
    });
    expect(await ask('email-invitation')).toMatchObject({ status: 400 });
    expect(await ask('invitation-list')).toMatchObject({ status: 202, body: { projections: ['invitation-list'] } });
    const all = await ask('all');
    expect(all).toMatchObject({
      status: 202,
      body: { projections: expect.arrayContaining(['account-list', 'invitation-list']) },
    });
    await eventually(async () => {
      expect(await lists()).toEqual(before);
      const { body } = await linkage.browser().get('/api/operator/consumers', bearer);
      const builds = body.consumers
        .filter(({ kind }: { kind: string }) => kind === 'projection')
        .map(({ build }: { build: unknown }) => build);
      for (const build of builds) expect(build).toMatchObject({ state: 'done', share: 1, error: null });
    }, 60_000);
    expect(await lists()).toEqual(before);
  }, 120_000);

  it('lets go on what stands still, by a name that exists', async () => {
    const ask = (consumer: string) => linkage.browser().post('/api/operator/retries', { consumer }, bearer);
    expect((await ask('invitation-list')).status).toBe(204);
    expect(await ask('invitation-lust')).toMatchObject({ status: 400, body: { errors: [{ field: 'consumer' }] } });
  });

  it('sees reactions that another process runs as far as the log tells', async () => {
    const other = await serverUnderTest({ operatorKey: key, roles: ['web', 'projections'] });
    try {
      const { body } = await other.browser().get('/api/operator/consumers', bearer);
      expect(body.consumers.at(-1)).toMatchObject({
        name: reactionNames.at(-1),
        kind: 'reactor',
        state: 'elsewhere',
        parked: 0,
        behind: false,
        lastError: null,
      });
    } finally {
      await other.close();
    }
  });

  it('can have every read model built by the thread, for it knows them all', async () => {
    const names = (await linkage.server.app.get(ConsumerOperations).status())
      .filter(({ kind }) => kind === 'projection')
      .map(({ name }) => name);
    expect([...collections.keys()].sort()).toEqual([...names].sort());
  });
});

describe('the operator of a process that does not fold', () => {
  let linkage: ServerUnderTest;
  beforeAll(async () => {
    linkage = await serverUnderTest({ operatorKey: key, roles: ['web'] });
  });
  afterAll(() => linkage.close());

  it.each([
    ['rebuilds', { projection: 'invitation-list' }],
    ['rebuilds', { projection: 'all' }],
    ['retries', { consumer: 'invitation-list' }],
  ])('is told whom to ask for %s of %j', async (what, body) => {
    expect(await linkage.browser().post(`/api/operator/${what}`, body, bearer)).toMatchObject({
      status: 409,
      headers: expect.anything(),
      body: { code: 'folded-elsewhere', detail: expect.stringContaining('Another process folds the read models') },
    });
  });

  it('is still told which names there are', async () => {
    const answer = await linkage.browser().post('/api/operator/rebuilds', { projection: 'invitation-lust' }, bearer);
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'projection', message: expect.stringContaining('invitation-list, ') }] },
    });
  });
});

describe('an operator key', () => {
  let linkage: ServerUnderTest;
  afterEach(() => linkage.close());

  it('is made in the data folder when none is given, for its owner only', async () => {
    linkage = await serverUnderTest();
    expect(statSync(join(linkage.config.dataDirectory, 'operator.key')).mode & 0o777).toBe(0o600);
  });

  /** As a proxy on this machine forwards it. */
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const guess = (guessed: string, address: string) =>
    linkage.browser().post('/api/operator/session', { key: guessed }, from(address));

  it('cannot be guessed for long', async () => {
    linkage = await serverUnderTest({ operatorKey: key });
    for (let index = 0; index < 10; index += 1) expect((await guess(`guess ${index}`, '192.0.2.1')).status).toBe(401);
    const refused = await guess(key, '192.0.2.1');
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
    expect(await linkage.browser().get('/api/operator/consumers', { ...bearer, ...from('192.0.2.1') })).toMatchObject({
      status: 429,
    });
    expect((await guess(key, '192.0.2.2')).status).toBe(204);
  });

  it('opens for the command line of this machine, however many strangers have guessed', async () => {
    linkage = await serverUnderTest({ operatorKey: key });
    for (let index = 0; index < 100; index += 1)
      expect((await guess(`guess ${index}`, `192.0.2.${index}`)).status).toBe(401);
    expect((await guess(key, '198.51.100.1')).status).toBe(429);
    expect((await linkage.browser().get('/api/operator/consumers', bearer)).status).toBe(200);
    for (let index = 0; index < 20; index += 1)
      expect((await linkage.browser().post('/api/operator/session', { key: 'wrong' })).status).toBe(401);
    expect((await linkage.browser().post('/api/operator/session', { key })).status).toBe(204);
  });
});
