import { eventually } from '@linkage/event-sourcing/testing';
import { type InvitationFact } from '@linkage/published-facts';
import { type TestKernel } from '@linkage/stores/testing';
import { type TestVault } from '@linkage/vault/testing';
import { ConnectionsUnderTest, ingrid, invitationOf, freshConnections } from '../connections.harness';

const invitationId = invitationOf.misaki;
const withdrawn = (accounts: 'keep' | 'disconnect' | null): InvitationFact => ({
  type: 'InvitationWithdrawn',
  data: { invitationId, linkVersion: 2, ...(accounts && { accounts }) },
});

describe('what becomes of accounts when their invitation is withdrawn', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let under: ConnectionsUnderTest;
  let close: () => Promise<void>;
  let link: string;

  const connect = async (platform: 'instagram' | 'youtube' = 'instagram', of = link): Promise<void> => {
    const { authorizeUrl, cookie } = await under.start(of, platform);
    await under.finish(under[platform].agree(authorizeUrl), cookie, platform);
  };
  const tell = async (...facts: InvitationFact[]): Promise<void> => {
    await under.record(`invitation-${invitationId}`, ...facts);
    await kernel.settled();
  };
  const happened = async () => (await under.inLog('account-')).map(({ type }) => type);
  const ids = async () =>
    (await under.inLog('account-'))
      .filter(({ type }) => type === 'SocialAccountConnected')
      .map(({ data }) => String(data['accountId']));

  beforeEach(async () => {
    ({ kernel, vault, under, close } = await freshConnections());
    link = await under.invite(invitationId);
    await connect();
    await connect('youtube');
    await kernel.settled();
  });
  afterEach(() => close());

  it('nothing waits for an answer any more: what was offered is given back, and no token of it is kept', async () => {
    const { authorizeUrl, cookie, attemptId } = await under.start(link);
    await under.comeBack(under.instagram.agree(authorizeUrl, { accounts: ['brot', 'rad'] }), cookie);
    await kernel.settled();
    await tell(withdrawn('keep'));
    expect(under.instagram.revoked).toHaveLength(1);
    expect(await vault.secrets.get('pending-choice', attemptId, kernel.clock.now())).toBeUndefined();
    const told = (await under.inLog('attempt-')).filter(({ data }) => data['attemptId'] === attemptId);
    expect(told.map(({ type, data }) => [type, data['reason']])).toEqual([
      ['AuthorizationStarted', undefined],
      ['AuthorizationChoiceOffered', undefined],
      ['AuthorizationFailed', 'invitation-withdrawn'],
      ['AuthorizationGivenBack', undefined],
    ]);
  });

  it.each([['keep' as const], [null]])('%s: they stay connected', async (accounts) => {
    await tell(withdrawn(accounts));
    expect(await happened()).toEqual(['SocialAccountConnected', 'SocialAccountConnected']);
    for (const id of await ids()) expect(await vault.grants.get(id)).toBeDefined();
  });

  it('disconnect: each is ended here and on its platform, by the member who asked for it', async () => {
    await tell(withdrawn('disconnect'));
    const ended = (await under.inLog('account-')).filter(({ type }) => type === 'SocialAccountDisconnected');
    const [cause] = (await under.inLog('invitation-')).filter(({ type }) => type === 'InvitationWithdrawn');
    expect(ended.map(({ data, meta }) => [data['by'], meta])).toEqual(
      Array.from({ length: 2 }, () => [
        'member',
        expect.objectContaining({ actor: { kind: 'member', id: ingrid.memberId }, cau: cause?.id }),
      ]),
    );
    for (const id of await ids()) expect(await vault.grants.get(id)).toBeUndefined();
    expect([under.instagram.revoked.length, under.youtube.revoked.length]).toEqual([1, 1]);
  });

  it('disconnect: also the one whose connecting was under way, and the one that is down at its platform', async () => {
    under.youtube.trouble.revoke = { outcome: 'platform-down' };
    const { authorizeUrl, cookie } = await under.start(link);
    const back = under.finish(under.instagram.agree(authorizeUrl, { platformAccountId: '99' }), cookie);
    await Promise.all([back, under.record(`invitation-${invitationId}`, withdrawn('disconnect'))]);
    await kernel.settled();
    for (const id of await ids()) expect(await vault.grants.get(id)).toBeUndefined();
    const types = await happened();
    expect(types.filter((type) => type === 'SocialAccountDisconnected')).toHaveLength((await ids()).length);
  });

  it('an account that was connected after the withdrawal, by a process that had not heard of it, is ended, too', async () => {
    await tell(withdrawn('disconnect'));
    const [instagram] = await under.inLog('account-');
    await under.record('account-late', {
      type: 'SocialAccountConnected',
      data: { ...instagram?.data, accountId: 'late', invitationId, username: 'x', displayName: 'x', avatarUrl: null },
    });
    await eventually(async () =>
      expect((await under.inLog('account-late')).map(({ type }) => type)).toEqual([
        'SocialAccountConnected',
        'SocialAccountDisconnected',
      ]),
    );
  });

  it('nothing more happens to accounts that were connected again after a new invitation', async () => {
    await tell(withdrawn('disconnect'));
    const again = await under.invite(invitationId, '田中 美咲', 'misaki.tanaka@hinata.example', 3);
    await kernel.settled();
    await connect('instagram', again);
    await kernel.settled();
    expect((await happened()).at(-1)).toBe('SocialAccountReconnected');
  });
});
