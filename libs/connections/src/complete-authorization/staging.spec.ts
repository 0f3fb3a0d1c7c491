import { STAGING, type AttemptOutcome } from '@linkage/contracts';
import { newId } from '@linkage/event-sourcing';
import { ingestionFacts, invitationFacts, workspaceFacts } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { ConnectionsUnderTest, ingrid, invitationOf } from '../connections.harness';
import { anAccessLost, anAccountConnected, anAccountDisconnected } from '../social-account/social-account.fixtures';

describe('staging access', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let under: ConnectionsUnderTest;

  beforeEach(async () => {
    kernel = testKernel({ facts: [invitationFacts, ingestionFacts, workspaceFacts] });
    vault = testVault();
    under = await ConnectionsUnderTest.start(kernel, vault);
    const registered = { workspaceId: ingrid.workspaceId, name: 'Nordlys Agency' };
    await under.record(`workspace-${ingrid.workspaceId}`, { type: 'WorkspaceRegistered', data: registered });
  });
  afterEach(async () => {
    await under.close();
    await kernel.close();
    vault.remove();
  });

  const connected = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1)
      await under.record(`account-${index}`, anAccountConnected({ accountId: `a${index}` }));
  };
  /** Several creators agree on the platform and come back at the same moment. */
  const finishAtOnce = async (count: number): Promise<void> => {
    const backs = await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const link = await under.invite(newId(), `Creator ${index}`, `creator${index}@hinata.example`);
        const { authorizeUrl, cookie } = await under.start(link);
        const account = { platformAccountId: newId(), username: `creator${index}` };
        return [under.instagram.agree(authorizeUrl, account), cookie] as const;
      }),
    );
    await Promise.all(backs.map(([query, cookie]) => under.finish(query, cookie)));
    await kernel.settled();
  };
  const accounts = async (): Promise<number> =>
    (await under.inLog('account-')).filter(({ type }) => type === 'SocialAccountConnected').length;
  const failures = async (): Promise<{ reason: string; what: string; help: string }[]> =>
    (await under.ask('GET', '/api/attempts', { as: ingrid })).body.items;

  it('leaves exactly 25 accounts when many creators finish at the same instant; the others are told in Failed Connections', async () => {
    await connected(STAGING.accounts - 1);
    await finishAtOnce(8);
    expect(await accounts()).toBe(STAGING.accounts);
    const failed = await failures();
    expect(failed).toHaveLength(7);
    expect(new Set(failed.map(({ reason }) => reason))).toEqual(new Set(['staging-limit-reached']));
    expect(failed[0]).toMatchObject({
      what: 'All accounts of staging access are in use',
      help: expect.stringContaining('Contact sales for production access'),
    });
  }, 60_000);

  it('keeps no grant of an account that found no place', async () => {
    await connected(STAGING.accounts);
    const put = jest.spyOn(vault.grants, 'put');
    await finishAtOnce(1);
    expect(put).not.toHaveBeenCalled();
  });

  describe('is asked before the creator says yes', () => {
    let link: string;
    const agree = async (consent: Parameters<ConnectionsUnderTest['instagram']['agree']>[1]): Promise<string> => {
      await kernel.settled();
      const { attemptId, authorizeUrl, cookie } = await under.start(link);
      await under.comeBack(under.instagram.agree(authorizeUrl, consent), cookie);
      return attemptId;
    };
    const outcome = async (attemptId: string): Promise<AttemptOutcome> =>
      (await under.ask('GET', `/api/microsite/${link}/attempts/${attemptId}`)).body;

    beforeEach(async () => {
      link = await under.invite(invitationOf.misaki);
    });

    it('where no seat is left there is no question: the attempt fails, and the access is given back', async () => {
      await connected(STAGING.accounts);
      const attemptId = await agree({});
      expect(await outcome(attemptId)).toMatchObject({
        result: 'failed',
        reason: 'staging-limit-reached',
        choice: null,
        message: expect.stringContaining('your link keeps working'),
      });
      expect(await vault.secrets.get('pending-choice', attemptId, kernel.clock.now())).toBeUndefined();
      expect(under.instagram.revoked).toHaveLength(1);
      const said = (await under.inLog(`attempt-${attemptId}`)).map(({ type, data }) => data['revoked'] ?? type);
      expect(said).toEqual(['AuthorizationStarted', 'AuthorizationFailed', true]);
    });

    it('none of several could be connected: the attempt fails as well', async () => {
      await connected(STAGING.accounts);
      expect(await outcome(await agree({ accounts: ['brot', 'garten'] }))).toMatchObject({
        reason: 'staging-limit-reached',
      });
    });

    it('a choice says how many seats are left, and which accounts take one', async () => {
      await connected(STAGING.accounts - 2);
      const first = await agree({ accounts: ['brot'] });
      expect((await outcome(first)).choice).toMatchObject({ seatsLeft: 2, accounts: [{ takesSeat: true }] });
      await under.ask('POST', `/api/microsite/${link}/attempts/${first}/choice`, {
        body: { accounts: ['id-of-brot'] },
      });
      const second = await agree({ accounts: ['brot', 'garten'] });
      expect((await outcome(second)).choice).toMatchObject({
        seatsLeft: 1,
        accounts: [
          { standing: 'yours', takesSeat: false },
          { standing: 'new', takesSeat: true },
        ],
      });
      await under.record('account-last', anAccountConnected({ accountId: 'last' }));
      await kernel.settled();
      expect((await outcome(second)).choice?.seatsLeft).toBe(0);
      const third = await agree({ accounts: ['brot', 'garten'] });
      expect((await outcome(third)).choice?.seatsLeft).toBe(0);
    });

    it('production access has seats for all', async () => {
      const granted = { type: 'ProductionGranted', data: { workspaceId: ingrid.workspaceId } };
      await under.record(`workspace-${ingrid.workspaceId}`, granted);
      await connected(STAGING.accounts);
      expect((await outcome(await agree({}))).choice).toMatchObject({ seatsLeft: null });
    });
  });

  it('counts accounts that need action, not disconnected ones', async () => {
    await connected(STAGING.accounts);
    await under.record('account-0', anAccessLost({ accountId: 'a0' }));
    await finishAtOnce(1);
    expect(await accounts()).toBe(STAGING.accounts);
    await under.record('account-1', anAccountDisconnected({ accountId: 'a1' }));
    await finishAtOnce(1);
    expect(await accounts()).toBe(STAGING.accounts + 1);
  });

  it('lets an account be connected again that has its place', async () => {
    const link = await under.invite(invitationOf.misaki);
    const once = async (): Promise<void> => {
      const { authorizeUrl, cookie } = await under.start(link);
      await under.finish(under.instagram.agree(authorizeUrl), cookie);
      await kernel.settled();
    };
    await once();
    await connected(STAGING.accounts - 1);
    await once();
    expect((await under.inLog('account-')).filter(({ type }) => type === 'SocialAccountReconnected')).toHaveLength(1);
  });

  it('ends with production access', async () => {
    await connected(STAGING.accounts);
    const granted = { type: 'ProductionGranted', data: { workspaceId: ingrid.workspaceId } };
    await under.record(`workspace-${ingrid.workspaceId}`, granted);
    await finishAtOnce(2);
    expect(await accounts()).toBe(STAGING.accounts + 2);
  });
});
