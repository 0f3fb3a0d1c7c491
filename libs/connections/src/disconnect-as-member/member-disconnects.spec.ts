import { type TestKernel } from '@linkage/stores/testing';
import { type TestVault } from '@linkage/vault/testing';
import { ConnectionsUnderTest, ingrid, invitationOf, freshConnections } from '../connections.harness';

const stranger = { ...ingrid, workspaceId: '01936000-0000-7000-8000-0000000000ee' };

describe('a member disconnects an account', () => {
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

  const disconnect = (id = accountId, as = ingrid, headers = {}) =>
    under.ask('POST', `/api/accounts/${id}/disconnect`, { as, headers });
  const happened = async () => (await under.inLog('account-')).map(({ type }) => type);

  it('the grant is gone here and on the platform, and the fact names the member', async () => {
    const { status, body } = await disconnect();
    expect([status, Object.keys(body)]).toEqual([202, ['position']]);
    expect(await vault.grants.get(accountId)).toBeUndefined();
    expect(under.instagram.revoked).toHaveLength(1);
    expect((await under.inLog('account-')).at(-1)).toMatchObject({
      type: 'SocialAccountDisconnected',
      data: { accountId, by: 'member' },
      meta: { actor: { kind: 'member', id: ingrid.memberId } },
    });
    await kernel.settled();
    const { items } = (await under.ask('GET', '/api/accounts', { as: ingrid })).body;
    expect(items).toEqual([
      expect.objectContaining({ accountId, health: expect.objectContaining({ cause: 'disconnected' }) }),
    ]);
  });

  it('twice is once', async () => {
    const headers = { 'idempotency-key': 'k-1' };
    const first = await disconnect(accountId, ingrid, headers);
    expect(await disconnect(accountId, ingrid, headers)).toMatchObject({ status: 202, body: first.body });
    expect((await disconnect()).status).toBe(202);
    expect(await happened()).toEqual(['SocialAccountConnected', 'SocialAccountDisconnected']);
  });

  it('but not an account of another workspace, nor one that there is not', async () => {
    for (const [id, as] of [
      [accountId, stranger],
      ['01936000-0000-7000-8000-00000000dead', ingrid],
      ['nonsense', ingrid],
    ] as const)
      expect(await disconnect(id, as)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await happened()).toEqual(['SocialAccountConnected']);
    expect(await vault.grants.get(accountId)).toBeDefined();
  });
});
