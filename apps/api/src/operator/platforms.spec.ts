import type { OperatorPlatforms } from '@linkage/contracts';
import { connectorOf } from '@linkage/platforms';
import { ChildSandbox } from '../testing/child-sandbox';
import { serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';

const key = 'an operator key of more than thirty-two characters';
const bearer = { authorization: `Bearer ${key}` };
const path = '/api/operator/platforms';

describe('the platforms, to the operator', () => {
  let linkage: ServerUnderTest;
  let sandbox: ChildSandbox | undefined;
  afterEach(async () => {
    await linkage.close();
    await sandbox?.end();
    sandbox = undefined;
  });
  const list = async (): Promise<OperatorPlatforms['platforms']> =>
    (await linkage.browser().get(path, bearer)).body.platforms;
  const test = (platform: string) => linkage.browser().post(`${path}/${platform}/test`, {}, bearer);

  it('are each with what is missing and the redirect URI to register', async () => {
    linkage = await serverUnderTest({
      operatorKey: key,
      credentials: { twitch: { clientId: 'id', clientSecret: 'secret' } },
      webhookSecrets: { twitch: 'the secret of a webhook' },
      mostCalls: { twitch: { calls: 600, everyMs: 60_000 } },
    });
    const platforms = await list();
    const of = (id: string) => platforms.find(({ platform }) => platform === id);
    expect(of('twitch')).toEqual({
      platform: 'twitch',
      state: 'own-app',
      missing: [],
      redirectUri: `${linkage.config.publicUrl}/api/oauth/twitch/callback`,
      calls: { most: 600, everyMs: 60_000, left: 600, refreshesFrom: null },
      webhook: { setting: 'LINKAGE_TWITCH_WEBHOOK_SECRET', isSet: true },
      dataAge: { accounts: 0, late: 0, oldest: null },
    });
    expect(of('tiktok')).toEqual({
      platform: 'tiktok',
      state: 'missing',
      missing: ['LINKAGE_TIKTOK_CLIENT_ID', 'LINKAGE_TIKTOK_CLIENT_SECRET'],
      redirectUri: `${linkage.config.publicUrl}/api/oauth/tiktok/callback`,
      calls: null,
      webhook: null,
      dataAge: { accounts: 0, late: 0, oldest: null },
    });
    expect(JSON.stringify(platforms)).not.toContain('the secret of a webhook');
    expect(JSON.stringify(platforms)).not.toContain('secret"');
    expect(await test('tiktok')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await test('myspace')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await linkage.browser().get(path)).status).toBe(401);
    expect((await linkage.browser().post(`${path}/twitch/test`, {})).status).toBe(401);
  });

  it('say whether they accept the app', async () => {
    sandbox = await ChildSandbox.start();
    linkage = await serverUnderTest({ operatorKey: key, sandboxUrl: sandbox.url });
    for (const { platform, state } of await list()) {
      if (connectorOf[platform] === undefined) continue;
      expect({ platform, state }).toEqual({ platform, state: 'sandbox' });
      expect(await test(platform)).toMatchObject({ status: 200, body: { platform, verdict: 'good', report: null } });
    }
    await sandbox.fault('tiktok', { kind: '500' });
    expect((await test('tiktok')).body).toEqual({ platform: 'tiktok', verdict: 'down', report: null });
    await sandbox.fault('tiktok', { kind: '429' });
    expect((await test('tiktok')).body).toMatchObject({ verdict: 'busy' });
  }, 60_000);
});
