import type { AccessGrant } from '@linkage/platforms';
import { type TestKernel } from '@linkage/stores/testing';
import { type TestVault } from '@linkage/vault/testing';
import { Logger } from '@nestjs/common';
import { ConnectionsUnderTest, invitationOf, publicUrl, freshConnections } from '../connections.harness';

describe('what a platform says by itself', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let under: ConnectionsUnderTest;
  let close: () => Promise<void>;
  let ids: string[];

  beforeEach(async () => {
    ({ kernel, vault, under, close } = await freshConnections());
    const link = await under.invite(invitationOf.misaki);
    const { authorizeUrl, cookie, attemptId } = await under.start(link);
    await under.comeBack(under.instagram.agree(authorizeUrl, { accounts: ['brot', 'rad', 'rest'] }), cookie);
    await under.ask('POST', `/api/microsite/${link}/attempts/${attemptId}/choice`, {
      body: { accounts: ['id-of-brot', 'id-of-rad'] },
    });
    await kernel.settled();
    ids = (await under.inLog('account-')).map(({ data }) => String(data['accountId']));
  });
  afterEach(() => close());

  const post = (path: string, signed: string) =>
    under.ask('POST', `/api/oauth/${path}`, { form: { signed_request: signed } });
  const grants = async (): Promise<number> =>
    (await Promise.all(ids.map((id) => vault.grants.get<AccessGrant>(id)))).filter((grant) => grant !== undefined)
      .length;
  const lost = async () => (await under.inLog('account-')).filter(({ type }) => type === 'SocialAccountAccessLost');

  it('ends the access to all accounts of a log-in that removed the app', async () => {
    expect((await post('instagram/deauthorize', 'signed login-1')).status).toBe(204);
    expect(await grants()).toBe(0);
    expect((await lost()).map(({ data }) => data['cause'])).toEqual(['permission-revoked', 'permission-revoked']);
    expect((await post('instagram/deauthorize', 'signed login-1')).status).toBe(204);
    expect(await lost()).toHaveLength(2);
  });

  it('leaves access alone that was given since, and that of others', async () => {
    await post('instagram/deauthorize', 'signed login-1 2025-01-01T00:00:00Z');
    await post('instagram/deauthorize', 'signed login-2');
    expect(await grants()).toBe(2);
  });

  it.each(['deauthorize', 'delete-data'])('hears nothing that is not signed (%s)', async (what) => {
    expect(await post(`instagram/${what}`, 'forged login-1')).toMatchObject({
      status: 400,
      body: { code: 'invalid-request' },
    });
    expect((await post(`myspace/${what}`, 'signed login-1')).status).toBe(404);
    expect(await grants()).toBe(2);
  });

  it('answers a request to delete with a page that the person can look it up on', async () => {
    const { status, body } = await post('instagram/delete-data', 'signed login-1');
    expect(status).toBe(200);
    expect(body.url).toBe(`${publicUrl}/api/oauth/instagram/deletions/${body.confirmation_code}`);
    expect(await grants()).toBe(0);
    const page = await under.ask('GET', new URL(body.url).pathname);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('access to 2 accounts');
    expect(page.body).toContain(body.confirmation_code);
    expect((await under.ask('GET', '/api/oauth/instagram/deletions/aaaaaaaaaaaaaaaaaaaa')).status).toBe(404);
  });

  it('knows whose data is to be deleted although the app was removed before, as platforms demand it', async () => {
    const warned = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
    const link = await vault.links.make(invitationOf.misaki, 1);
    await under.ask('POST', `/api/microsite/${link}/accounts/${ids[0]}/disconnect`);
    await post('instagram/deauthorize', 'signed login-1');
    await post('instagram/delete-data', 'signed login-1');
    expect(warned).toHaveBeenCalledWith(expect.objectContaining({ accounts: expect.arrayContaining(ids) }));
    warned.mockRestore();
  });

  describe('of an account that another log-in connects again', () => {
    const grantOf = (accountId = '') => vault.grants.get<AccessGrant>(accountId);

    beforeEach(async () => {
      const { authorizeUrl, cookie } = await under.start(await vault.links.make(invitationOf.misaki, 1));
      await under.comeBack(under.instagram.agree(authorizeUrl, { accounts: ['brot'], loginId: 'login-2' }), cookie);
      expect(await grantOf(ids[0])).toMatchObject({ loginId: 'login-2' });
    });

    it('leaves the access when the first removes the app', async () => {
      await post('instagram/deauthorize', 'signed login-1 2027-01-01T00:00:00Z');
      expect(await grantOf(ids[0])).toMatchObject({ loginId: 'login-2' });
      expect((await lost()).map(({ data }) => data['accountId'])).toEqual([ids[1]]);
    });

    it('gives the access of the first back as soon as nothing else needs it', async () => {
      const link = await vault.links.make(invitationOf.misaki, 1);
      for (const id of ids) await under.ask('POST', `/api/microsite/${link}/accounts/${id}/disconnect`);
      expect(under.instagram.revoked.map(({ loginId }) => loginId).toSorted()).toEqual(['login-1', 'login-2']);
    });
  });

  it('is not asked to take access back while another account of the log-in needs it', async () => {
    const link = await vault.links.make(invitationOf.misaki, 1);
    await under.ask('POST', `/api/microsite/${link}/accounts/${ids[0]}/disconnect`);
    expect(under.instagram.revoked).toEqual([]);
    await under.ask('POST', `/api/microsite/${link}/accounts/${ids[1]}/disconnect`);
    expect(under.instagram.revoked).toHaveLength(1);
  });
});
