import { eventually } from '@linkage/event-sourcing/testing';
import { type AccountAnsweredAgain } from '@linkage/published-facts';
import { type TestKernel } from '@linkage/stores/testing';
import { type TestVault } from '@linkage/vault/testing';
import { ConnectionsUnderTest, ingrid, invitationOf, workspaceId, freshConnections } from '../connections.harness';
import {
  accountId,
  anAccessLost,
  anAccountConnected,
  anAccountDisconnected,
  anAccountReconnected,
} from '../social-account/social-account.fixtures';

const answered: AccountAnsweredAgain = {
  type: 'AccountAnsweredAgain',
  data: { accountId, invitationId: invitationOf.misaki, platform: 'instagram' },
};

describe('a lost account that answers again', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let under: ConnectionsUnderTest;
  let close: () => Promise<void>;
  let link: string;

  beforeEach(async () => {
    ({ kernel, vault, under, close } = await freshConnections());
    link = await under.invite(invitationOf.misaki);
    await vault.grants.put(accountId, { accessToken: 'a1' });
    await under.record('account-x', anAccountConnected(), anAccessLost());
    kernel.clock.advance(3 * 3_600_000);
    await kernel.settled();
  });
  afterEach(() => close());

  const newest = async () => (await under.inLog('account-')).at(-1);
  const answer = async (loss: string): Promise<void> => {
    await kernel.log.append({
      stream: `refresh-${accountId}`,
      facts: [answered],
      expected: 'any',
      context: { workspaceId, actor: { kind: 'system', id: 'ingestion' }, correlationId: 'c', causationId: loss },
    });
    await kernel.settled();
  };

  it('works again, because of the answer; the list and the creator’s page say so', async () => {
    await answer(String((await newest())?.id));
    const [said] = await under.inLog('refresh-');
    expect(await newest()).toMatchObject({ type: 'SocialAccountAccessRegained', meta: { cau: said?.id } });
    const { items } = (await under.ask('GET', '/api/accounts', { as: ingrid })).body;
    expect(items).toEqual([expect.objectContaining({ accountId, health: { state: 'ok' }, awaitsFigures: true })]);
    const page = JSON.stringify((await under.ask('GET', `/api/microsite/${link}`)).body);
    expect(page).toContain('misaki.t');
    expect(page).not.toContain('password-changed');
  });

  it('regains its access once for each loss', async () => {
    const loss = String((await newest())?.id);
    await answer(loss);
    await answer(loss);
    await under.record('account-x', anAccessLost({ cause: 'expired' }));
    await answer(loss);
    expect((await newest())?.type).toBe('SocialAccountAccessLost');
    await answer(String((await newest())?.id));
    expect((await under.inLog('account-')).map(({ type }) => type)).toEqual([
      'SocialAccountConnected',
      'SocialAccountAccessLost',
      'SocialAccountAccessRegained',
      'SocialAccountAccessLost',
      'SocialAccountAccessRegained',
    ]);
  });

  it.each([
    ['disconnected', anAccountDisconnected()],
    ['connected again', anAccountReconnected()],
  ])('stays as it is once it was %s', async (_what, fact) => {
    const loss = String((await newest())?.id);
    await under.record('account-x', fact);
    await answer(loss);
    expect((await newest())?.type).toBe(fact.type);
  });

  it('stays lost where its access was taken away since', async () => {
    await vault.grants.remove(accountId);
    await answer(String((await newest())?.id));
    expect((await newest())?.type).toBe('SocialAccountAccessLost');
    await eventually(async () => expect(await kernel.operations.parked('regain-access')).toEqual([]));
  });
});
