import { InMemorySubjectKeys, TestClock } from '@linkage/event-sourcing/testing';
import { ingestionFacts, invitationFacts, type RefreshFailed, type RefreshStarted } from '@linkage/published-facts';
import { temporaryFolder, testKernel, type TestKernel } from '@linkage/stores/testing';
import { openVault } from '@linkage/vault';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { anAttemptStarted } from './attempt/attempt.fixtures';
import { ConnectionsUnderTest, invitationOf } from './connections.harness';
import { accountId, anAccountConnected } from './social-account/social-account.fixtures';

const ofTheAccount = { accountId, invitationId: invitationOf.misaki, platform: 'instagram', refreshId: 'r1' } as const;
const refused: readonly (RefreshStarted | RefreshFailed)[] = [
  { type: 'RefreshStarted', data: { ...ofTheAccount, because: 'due' } },
  {
    type: 'RefreshFailed',
    data: { ...ofTheAccount, outcome: 'needs-reauthorization', cause: 'expired', retryAt: null },
  },
];

describe('reactions that were away for a month', () => {
  const clock = new TestClock();
  const keys = new InMemorySubjectKeys();
  const { attemptId } = anAttemptStarted().data;
  let folder: ReturnType<typeof temporaryFolder>;
  let vault: TestVault;
  let kernel: TestKernel;
  let under: ConnectionsUnderTest;

  const start = async (...roles: string[]): Promise<void> => {
    kernel = testKernel(
      { facts: [invitationFacts, ingestionFacts] },
      { folder, clock, keys, roles: ['projections', ...roles] },
    );
    under = await ConnectionsUnderTest.start(kernel, openVault({ directory: vault.directory }));
    await kernel.settled();
  };
  const stop = async (): Promise<void> => {
    await under.close();
    await kernel.close();
  };

  beforeEach(async () => {
    folder = temporaryFolder();
    vault = testVault();
    await start('reactors');
    await stop();
    await start();
    await under.invite(invitationOf.misaki);
    await under.record(`attempt-${attemptId}`, anAttemptStarted());
    await under.record('account-x', anAccountConnected({ attemptId }));
    clock.advance(1_000);
    await under.record(`refresh-${accountId}`, ...refused);
    await stop();
    clock.advance(30 * 24 * 3_600_000);
    await start('reactors');
  });
  afterEach(async () => {
    await stop();
    vault.remove();
    folder.remove();
  });

  it('still say that access is lost, for the platform is not asked again by itself, and how the attempt ended', async () => {
    const types = (await under.inLog()).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['SocialAccountAccessLost', 'AuthorizationSucceeded']));
    for (const reaction of ['report-access-lost', 'settle-attempt'])
      expect(await kernel.operations.parked(reaction)).toEqual([]);
  });
});
