import { serverUnderTest, type ServerUnderTest } from './testing/server-under-test';

describe('the whole server', () => {
  let linkage: ServerUnderTest;
  beforeAll(async () => {
    linkage = await serverUnderTest();
  });
  afterAll(() => linkage.close());

  it('is alive and ready', async () => {
    const browser = linkage.browser();
    expect((await browser.get('/health/live')).body).toEqual({ status: 'alive' });
    const ready = await browser.get('/health/ready');
    expect(ready.body).toMatchObject({ status: 'ready' });
    expect(ready.status).toBe(200);
    expect(ready.body.checks).toEqual(
      expect.arrayContaining([
        { name: 'event-log', ok: true },
        { name: 'read-store', ok: true },
        { name: 'vault', ok: true },
        { name: 'invitation-list', ok: true },
      ]),
    );
  });

  it('says what it is', async () => {
    const { body } = await linkage.browser().get('/api/about');
    expect(body).toEqual({
      mode: 'demo',
      registration: 'open',
      sendsMail: true,
      now: expect.any(String),
      clockMovedBy: 0,
      mailboxUrl: `${linkage.url}/mailbox`,
      sandboxUrl: null,
    });
    expect(Math.abs(Date.parse(body.now) - Date.now())).toBeLessThan(60_000);
  });

  it('lets a visitor register, sign out and in again, also after a restart', async () => {
    const ana = linkage.browser();
    const registered = await ana.post('/api/registration', {
      workspaceName: 'Bright Brands',
      name: 'Ana',
      email: 'Ana@Example.com',
      password: 'correct horse battery',
    });
    expect(registered.status).toBe(201);
    expect(registered.body).toEqual({
      member: {
        memberId: expect.any(String),
        name: 'Ana',
        email: 'Ana@Example.com',
        role: 'owner',
        mustConfirmEmail: false,
      },
      workspace: { workspaceId: expect.any(String), name: 'Bright Brands' },
    });
    expect((await ana.get('/api/session')).body).toEqual(registered.body);
    await linkage.restart();
    expect((await ana.get('/api/session')).body).toEqual(registered.body);
    expect((await ana.delete('/api/session')).status).toBe(204);
    expect((await ana.get('/api/session')).status).toBe(401);
    expect(
      (await ana.post('/api/session', { email: 'ana@example.COM ', password: 'correct horse battery' })).body,
    ).toEqual(registered.body);
    expect((await ana.get('/api/session')).body).toEqual(registered.body);
  });

  it('shows an invitation to a request that reads after it', async () => {
    const member = await linkage.member();
    const invited = await member.post('/api/invitations', { name: 'Noa', email: 'noa@example.com' });
    expect(invited.status).toBe(201);
    expect(invited.headers.get('x-linkage-position')).toBe(invited.body.position);
    const list = await member.get('/api/invitations', { 'X-Linkage-Position': invited.body.position });
    expect(list.body).toMatchObject({
      items: [{ invitationId: invited.body.invitationId, name: 'Noa', status: 'invited' }],
      counts: { all: 1 },
    });
  });
});
