import { eventually } from '@linkage/event-sourcing/testing';
import type { Browser } from './testing/browser';
import { mailsTo } from './testing/invited-creator';
import { serverUnderTest, type ServerUnderTest } from './testing/server-under-test';

const creator = { name: 'Noor', email: 'noor@alhadi.example' };

describe('invites of a member whose e-mail is not confirmed', () => {
  let linkage: ServerUnderTest;
  let member: Browser;
  beforeEach(async () => {
    linkage = await serverUnderTest({ mode: 'production' });
    member = await linkage.member('Ana');
  });
  afterEach(() => linkage.close());

  const invite = (headers: Record<string, string> = {}) => member.post('/api/invitations', creator, headers);
  const links = async (): Promise<string[]> =>
    (await mailsTo('ana@example.com', linkage.url)).flatMap((mail) => mail.links);
  const confirm = async (): Promise<number> => {
    const link = await eventually(async () => {
      const found = (await links()).find((one) => one.includes('/confirm-email#'));
      return found?.split('#')[1] ?? Promise.reject(new Error('no mail yet'));
    });
    return (await linkage.browser().post('/api/email-confirmation', { link })).status;
  };

  it('are refused with the cure, and send nothing', async () => {
    const { status, body } = await invite();
    expect([status, body.code]).toEqual([422, 'email-not-confirmed']);
    expect(body.detail).toContain('open the link in the mail that we sent you');
    expect((await member.get('/api/invitations')).body.items).toEqual([]);
    expect(await mailsTo(creator.email, linkage.url)).toEqual([]);
  });

  it('go out once it is, also after a restart, and nothing but the minute between two mails stops another', async () => {
    const key = { 'idempotency-key': 'the-same-key' };
    expect((await invite(key)).status).toBe(422);
    expect(await confirm()).toBe(204);
    const { status, body } = await invite(key);
    expect(status).toBe(201);
    await linkage.restart();
    const resent = await member.post(`/api/invitations/${body.invitationId}/resend`);
    // Past the gate, and stopped by the next one: the invitation's own mail went out a moment ago.
    expect([resent.status, resent.body.code]).toEqual([429, 'mail-asked-recently']);
  });
});
