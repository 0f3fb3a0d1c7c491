import type { InvitationListItem } from '@linkage/contracts';
import { InMemorySubjectKeys, TestClock } from '@linkage/event-sourcing/testing';
import { workspaceFacts } from '@linkage/published-facts';
import { temporaryFolder, testKernel, type TestKernel } from '@linkage/stores/testing';
import { openVault } from '@linkage/vault';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { invitationsUnderTest, ScriptedMailServer, type InvitationsUnderTest } from '../invitations.harness';

const names = ['Ada', 'Bo', 'Cleo', 'Dan', 'Eva'];
const addressOf = (name: string): string => `${name.toLowerCase()}@meermakers.example`;

describe('mails that wait while nothing sends them', () => {
  const clock = new TestClock();
  const keys = new InMemorySubjectKeys();
  let folder: ReturnType<typeof temporaryFolder>;
  let kernel: TestKernel;
  let vault: TestVault;
  let mail: ScriptedMailServer;
  let under: InvitationsUnderTest;

  const start = async (...roles: string[]): Promise<void> => {
    kernel = testKernel({ facts: workspaceFacts }, { folder, clock, keys, roles: ['projections', ...roles] });
    under = await invitationsUnderTest(kernel, openVault({ directory: vault.directory }), mail);
    await kernel.settled();
  };
  const stop = async (): Promise<void> => {
    await under.close();
    await kernel.close();
  };
  const rows = async (): Promise<InvitationListItem[]> => (await under.ask('GET', '/invitations?sort=name')).body.items;

  beforeEach(async () => {
    folder = temporaryFolder();
    vault = testVault();
    mail = new ScriptedMailServer();
    await start('reactors');
    await stop();
    await start();
    for (const name of names)
      expect(await under.ask('POST', '/invitations', { body: { name, email: addressOf(name) } })).toMatchObject({
        status: 201,
      });
    await stop();
  });
  afterEach(async () => {
    await stop();
    vault.remove();
    folder.remove();
  });

  it('for less than three days are sent', async () => {
    clock.advance(71 * 3_600_000);
    await start('reactors');
    expect(mail.accepted).toHaveLength(5);
  });

  it('for longer are recorded as not sent and parked: none is lost in silence', async () => {
    clock.advance(73 * 3_600_000);
    await start('reactors');
    expect(mail.accepted).toEqual([]);
    expect((await rows()).map(({ name, delivery }) => [name, delivery.state, delivery.reason])).toEqual(
      names.map((name) => [name, 'failed', 'It waited for too long.']),
    );
    const parked = await kernel.operations.parked('email-invitation');
    expect(parked.map(({ fact, message }) => [fact.type, message])).toEqual(
      names.map(() => ['InvitationEmailNotSent', 'The mail server did not take the mail within 72 hours.']),
    );
  });

  it('are sent one by one when a member asks, and the rest when the operator does, each once', async () => {
    clock.advance(73 * 3_600_000);
    await start('reactors');
    const [ada] = await rows();
    expect((await under.ask('POST', `/invitations/${ada?.invitationId}/resend`)).status).toBe(202);
    clock.advance(12_000);
    await kernel.settled();
    expect(mail.accepted.map(({ to }) => to.address)).toEqual([addressOf('Ada')]);
    expect((await rows())[0]?.delivery).toMatchObject({ state: 'sent', count: 1 });
    await kernel.operations.replayParked('email-invitation');
    await kernel.settled();
    expect(mail.accepted.map(({ to }) => to.address).sort()).toEqual(names.map(addressOf));
    expect((await rows()).map(({ delivery: { state } }) => state)).toEqual(names.map(() => 'sent'));
    expect(await kernel.operations.parked('email-invitation')).toEqual([]);
  });
});
