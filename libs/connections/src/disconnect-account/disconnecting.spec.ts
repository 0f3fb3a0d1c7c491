import { type TestKernel } from '@linkage/stores/testing';
import { type TestVault } from '@linkage/vault/testing';
import { ConnectionsUnderTest, invitationOf, freshConnections } from '../connections.harness';
import { accountLock } from '../social-account/account-stream';

describe('the creator disconnects an account', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let under: ConnectionsUnderTest;
  let close: () => Promise<void>;
  let link: string;
  let accountId: string;

  const connect = async (): Promise<void> => {
    const { authorizeUrl, cookie } = await under.start(link);
    await under.finish(under.instagram.agree(authorizeUrl), cookie);
  };
  beforeEach(async () => {
    ({ kernel, vault, under, close } = await freshConnections());
    link = await under.invite(invitationOf.misaki);
    await connect();
    await kernel.settled();
    accountId = String((await under.inLog('account-'))[0]?.data['accountId']);
  });
  afterEach(() => close());

  const disconnect = (id = accountId, of = link) => under.ask('POST', `/api/microsite/${of}/accounts/${id}/disconnect`);
  const happened = async () => (await under.inLog('account-')).map(({ type }) => type);

  it('the grant is gone here and on the platform, and it is a fact', async () => {
    const grant = await vault.grants.get(accountId);
    const { status, body } = await disconnect();
    expect([status, Object.keys(body)]).toEqual([202, ['position']]);
    expect(await vault.grants.get(accountId)).toBeUndefined();
    expect(under.instagram.revoked).toEqual([grant]);
    expect((await under.inLog('account-')).at(-1)).toMatchObject({
      type: 'SocialAccountDisconnected',
      data: { accountId, by: 'creator' },
    });
  });

  it('twice is once', async () => {
    await Promise.all([disconnect(), disconnect()]);
    expect((await disconnect()).status).toBe(202);
    expect(await happened()).toEqual(['SocialAccountConnected', 'SocialAccountDisconnected']);
    expect(under.instagram.revoked).toHaveLength(1);
  });

  it('also when the platform is down: here the grant is gone in any case', async () => {
    under.instagram.trouble.revoke = { outcome: 'platform-down' };
    expect((await disconnect()).status).toBe(202);
    expect(await vault.grants.get(accountId)).toBeUndefined();
    expect(await happened()).toEqual(['SocialAccountConnected', 'SocialAccountDisconnected']);
  });

  it('and may connect it again, in place', async () => {
    await disconnect();
    await connect();
    expect(await happened()).toEqual([
      'SocialAccountConnected',
      'SocialAccountDisconnected',
      'SocialAccountReconnected',
    ]);
    expect(await vault.grants.get(accountId)).toBeDefined();
  });

  it('waits while the account is being connected, and the other way round', async () => {
    const [{ stream } = { stream: '' }] = await under.inLog('account-');
    const { authorizeUrl, cookie } = await under.start(link);
    let connected = (): void => undefined;
    const connecting = new Promise<void>((resolve) => (connected = resolve));
    const held = vault.locks.withLock(accountLock(stream), () => connecting);
    const both = Promise.all([disconnect(), under.finish(under.instagram.agree(authorizeUrl), cookie)]);
    try {
      for (let n = 0; n < 20; n += 1) await under.ask('GET', `/api/microsite/${link}`);
      expect(await happened()).toEqual(['SocialAccountConnected']);
      expect(await vault.grants.get(accountId)).toMatchObject({ accessToken: expect.any(String) });
    } finally {
      connected();
    }
    await Promise.all([held, both]);
    const isConnected = (await happened()).at(-1) === 'SocialAccountReconnected';
    expect((await vault.grants.get(accountId)) !== undefined).toBe(isConnected);
  });

  it('but not the account of another creator', async () => {
    const other = await under.invite(invitationOf.marcus, 'Marcus');
    for (const [id, of] of [
      [accountId, other],
      ['nonsense', link],
    ] as const) {
      expect(await disconnect(id, of)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
    expect(await happened()).toEqual(['SocialAccountConnected']);
    expect(await vault.grants.get(accountId)).toBeDefined();
  });
});
