import type { AccessGrant } from '@linkage/platforms';
import { type TestKernel } from '@linkage/stores/testing';
import { type TestVault } from '@linkage/vault/testing';
import { ConnectionsUnderTest, invitationOf, publicUrl, freshConnections } from '../connections.harness';

const minute = 60_000;
const path = '/api/oauth/instagram/messages';

describe('what a platform posts to its webhook', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let under: ConnectionsUnderTest;
  let close: () => Promise<void>;
  let accountId: string;

  beforeEach(async () => {
    ({ kernel, vault, under, close } = await freshConnections());
    const { authorizeUrl, cookie } = await under.start(await under.invite(invitationOf.misaki));
    await under.finish(under.instagram.agree(authorizeUrl), cookie);
    await kernel.settled();
    accountId = String((await under.inLog('account-'))[0]?.data['accountId']);
  });
  afterEach(() => close());

  const post = (body: object, headers: Record<string, string> = { 'x-signed': 'signed' }, to = path) =>
    under.ask('POST', to, { body, headers });
  const withdrawal = { id: 'm1', is: 'withdrawal', notice: { loginId: '1784', at: null } };
  const grant = () => vault.grants.get<AccessGrant>(accountId);
  const lost = async () => (await under.inLog('account-')).filter(({ type }) => type === 'SocialAccountAccessLost');

  it('ends the access at once, with the reason', async () => {
    expect(await post(withdrawal)).toMatchObject({ status: 200, body: '' });
    expect(await grant()).toBeUndefined();
    expect((await lost()).map(({ data }) => data['cause'])).toEqual(['permission-revoked']);
  });

  it('is answered with the text of a challenge, as text', async () => {
    const { status, headers, body } = await post({ id: 'm1', is: 'challenge', answer: '<b>pogchamp</b>' });
    expect({ status, body, type: headers['content-type'] }).toEqual({
      status: 200,
      body: '<b>pogchamp</b>',
      type: 'text/plain; charset=utf-8',
    });
  });

  it('is heard once: said again, it does not end access that was given since', async () => {
    await post(withdrawal);
    expect(await grant()).toBeUndefined();
    const { authorizeUrl, cookie } = await under.start(await vault.links.make(invitationOf.misaki, 1));
    await under.finish(under.instagram.agree(authorizeUrl), cookie);
    expect((await post(withdrawal)).status).toBe(200);
    expect(await grant()).toBeDefined();
    await post({ ...withdrawal, id: 'm2' });
    expect(await grant()).toBeUndefined();
  });

  it('is heard when it is said again because it could not be heard the first time', async () => {
    const broken = jest.spyOn(vault.grants, 'get').mockRejectedValueOnce(new Error('the disk is away'));
    expect((await post(withdrawal)).status).toBe(500);
    broken.mockRestore();
    expect((await post(withdrawal)).status).toBe(200);
    expect(await lost()).toHaveLength(1);
  });

  it('is refused unless it is signed, and where there is no webhook', async () => {
    expect(await post(withdrawal, {})).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect((await post(withdrawal, undefined, '/api/oauth/myspace/messages')).status).toBe(404);
    expect((await post({ ...withdrawal, long: 'x'.repeat(20_000) })).status).toBe(413);
    expect(await grant()).toBeDefined();
  });

  it('changes nothing when it is about something else', async () => {
    expect((await post({ id: 'm2', is: 'other', what: 'stream.online' })).status).toBe(200);
    expect(await grant()).toBeDefined();
  });

  it('is asked for at the start, looked for ever later while it is not posted, and every hour while it is', async () => {
    const asked = async (): Promise<number> => {
      const before = under.instagram.subscribed.length;
      await under.ringForWebhooks();
      return under.instagram.subscribed.length - before;
    };
    expect(await asked()).toBe(1);
    expect(under.instagram.subscribed).toEqual([`${publicUrl}${path}`]);
    expect(await asked()).toBe(0);
    under.instagram.subscription = { outcome: 'platform-down' };
    kernel.clock.advance(minute);
    expect(await asked()).toBe(1);
    kernel.clock.advance(minute);
    expect(await asked()).toBe(0);
    under.instagram.subscription = 'stands';
    kernel.clock.advance(minute);
    expect(await asked()).toBe(1);
    kernel.clock.advance(59 * minute);
    expect(await asked()).toBe(0);
    kernel.clock.advance(minute);
    expect(await asked()).toBe(1);
  });

  it('is asked for again once the platform says that it posts no more', async () => {
    under.instagram.subscription = 'stands';
    await under.ringForWebhooks();
    await post({ id: 'm3', is: 'ended', why: 'notification_failures_exceeded' });
    await under.ringForWebhooks();
    expect(under.instagram.subscribed).toHaveLength(2);
  });
});
