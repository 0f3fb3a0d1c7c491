import { eventually } from '@linkage/event-sourcing/testing';
import { serverUnderTest, type ServerUnderTest } from './testing/server-under-test';

const key = 'an operator key of more than thirty-two characters';

describe('an installation without a mail server', () => {
  let linkage: ServerUnderTest;
  beforeAll(async () => {
    linkage = await serverUnderTest({ sendsMail: false, operatorKey: key });
  }, 60_000);
  afterAll(() => linkage.close());

  it('is ready, says so to browsers, and has no mailbox', async () => {
    const browser = linkage.browser();
    expect((await browser.get('/health/ready')).status).toBe(200);
    expect((await browser.get('/api/about')).body).toMatchObject({ sendsMail: false, mailboxUrl: null });
    expect((await browser.get('/mailbox')).status).toBe(404);
  });

  it('invites, and says that the link is to be copied', async () => {
    const member = await linkage.member();
    const creator = { name: 'Noa', email: 'noa@example.com' };
    const { status, body } = await member.post('/api/invitations', creator);
    expect(status).toBe(201);
    await eventually(async () => {
      const { items } = (await member.get('/api/invitations')).body;
      expect(items).toEqual([expect.objectContaining({ delivery: expect.objectContaining({ state: 'by-hand' }) })]);
    });
    expect((await member.get(`/api/invitations/${body.invitationId}/link`)).body.url).toContain('/connect/');
    const again = await member.post(`/api/invitations/${body.invitationId}/resend`);
    expect([again.status, again.body.code]).toEqual([422, 'no-mail-server']);
    await eventually(async () =>
      expect(JSON.stringify((await member.get('/api/history')).body)).toContain('no e-mail went out'),
    );
  });

  it('sends no link for a forgotten password, and says the same of every e-mail', async () => {
    for (const email of ['member.1@example.com', 'stranger@example.com'])
      expect(await linkage.browser().post('/api/password-reset', { email })).toMatchObject({
        status: 422,
        body: { code: 'no-mail-server', detail: expect.stringContaining('operator') },
      });
  });

  it('gives up nothing, for nothing is tried', async () => {
    const { body } = await linkage.browser().get('/api/operator/consumers', { authorization: `Bearer ${key}` });
    expect(body.consumers.filter(({ parked }: { parked: number }) => parked > 0)).toEqual([]);
  });
});
