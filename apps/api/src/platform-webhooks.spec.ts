import { createHmac, randomUUID } from 'node:crypto';
import type { AccountList } from '@linkage/contracts';
import { eventually } from '@linkage/event-sourcing/testing';
import type { Browser } from './testing/browser';
import { ChildSandbox } from './testing/child-sandbox';
import { fillDemoWorkspace } from './testing/fill-demo-workspace';
import { serverUnderTest, type ServerUnderTest } from './testing/server-under-test';

const secret = 'the secret of the webhook';
const path = '/api/oauth/twitch/messages';

describe('a creator who disconnects Linkage on a platform that posts', () => {
  let sandbox: ChildSandbox;
  let linkage: ServerUnderTest;
  let desk: Browser;
  beforeAll(async () => {
    sandbox = await ChildSandbox.start();
    linkage = await serverUnderTest({ sandboxUrl: sandbox.url, webhookSecrets: { twitch: secret } });
    await sandbox.registers(linkage.url);
    desk = await linkage.member('Mara');
    await fillDemoWorkspace(linkage, desk, ['Tiny Workbench']);
    await eventually(async () => expect((await account())?.lastUpdatedAt).not.toBeNull(), 20_000);
  }, 60_000);
  afterAll(async () => {
    await linkage.close();
    await sandbox.end();
  });

  const account = async () => ((await desk.get('/api/accounts')).body as AccountList).items[0];
  const posted = async () => (await sandbox.calls()).filter((call) => call.path.endsWith(path));
  const post = (body: string, change: { at?: Date; by?: string; id?: string } = {}) => {
    const { at = new Date(), by = secret, id = randomUUID() } = change;
    const signature = createHmac('sha256', by).update(`${id}${at.toISOString()}${body}`).digest('hex');
    return fetch(`${linkage.url}${path}`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'twitch-eventsub-message-id': id,
        'twitch-eventsub-message-timestamp': at.toISOString(),
        'twitch-eventsub-message-signature': `sha256=${signature}`,
      },
    });
  };

  it('is heard of only when the platform has signed it, and not long ago', async () => {
    const subscription = { status: 'enabled', type: 'user.authorization.revoke' };
    const body = JSON.stringify({ subscription, event: { client_id: 'linkage-sandbox', user_id: '1' } });
    expect((await post(body, { by: 'another secret' })).status).toBe(400);
    expect((await post(body, { at: new Date(Date.now() - 11 * 60_000) })).status).toBe(400);
    expect((await post('x'.repeat(20_000))).status).toBe(413);
    const id = randomUUID();
    for (const status of [200, 200]) expect((await post(body, { id })).status).toBe(status);
    expect((await account())?.health.state).toBe('ok');
  });

  it('loses the access at once', async () => {
    await eventually(
      async () => expect(await posted()).toMatchObject([{ status: 200, note: 'tried the webhook' }]),
      40_000,
    );
    await sandbox.revoke('twitch', 'tinyworkbench');
    expect(await posted()).toMatchObject([{ status: 200, note: 'tinyworkbench disconnected the app' }, {}]);
    await eventually(async () =>
      expect((await account())?.health).toMatchObject({ state: 'action-needed', cause: 'permission-revoked' }),
    );
  }, 60_000);
});
