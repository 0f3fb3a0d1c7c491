import type { InvitationListItem } from '@linkage/contracts';
import { eventually } from '@linkage/event-sourcing/testing';
import type { MailOutcome } from '@linkage/mail';
import { workspaceFacts } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { CommandBus } from '@nestjs/cqrs';
import { invitationsUnderTest, ScriptedMailServer, type InvitationsUnderTest } from '../invitations.harness';
import { ReleaseWaitingMails } from '../release-waiting-mails/release-waiting-mails.command';

const HOUR_MS = 3_600_000;
const importId = '01936000-0000-4000-8000-000000000042';
const addressOf = (name: string): string => `${name}@meermakers.example`;
const busy: MailOutcome = { accepted: false, temporary: true, reason: 'Greylisted.', words: 'later' };

/** A mail server that takes nothing before it is opened. */
class ClosedMailServer extends ScriptedMailServer {
  begun = 0;
  open: () => void = () => undefined;
  private readonly opened = new Promise<void>((resolve) => (this.open = resolve));

  override async send(mail: Parameters<ScriptedMailServer['send']>[0]): Promise<MailOutcome> {
    this.begun += 1;
    await this.opened;
    return super.send(mail);
  }
}

describe('the mail of an invitation whose withdrawal is undone, over HTTP on real stores', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let mail: ScriptedMailServer;
  let under: InvitationsUnderTest;
  const start = async (
    server: ScriptedMailServer,
    quotas: Parameters<typeof invitationsUnderTest>[3] = null,
  ): Promise<void> => {
    kernel = testKernel({ facts: workspaceFacts });
    vault = testVault();
    mail = server;
    under = await invitationsUnderTest(kernel, vault, mail, quotas);
  };
  afterEach(async () => {
    await under.close();
    await kernel.close();
    vault.remove();
  });

  const invite = async (name: string): Promise<string> =>
    (await under.ask('POST', '/invitations', { body: { name, email: addressOf(name) } })).body.invitationId;
  const post = async (id: string | undefined, path: string): Promise<void> =>
    expect((await under.ask('POST', `/invitations/${id}/${path}`)).status).toBe(202);
  const rows = async (): Promise<InvitationListItem[]> => (await under.ask('GET', '/invitations')).body.items;
  const sentTo = (name: string): number => mail.accepted.filter(({ to }) => to.address === addressOf(name)).length;

  it('goes out when the invitation was withdrawn while the mail stood in line', async () => {
    const server = new ClosedMailServer();
    await start(server);
    const ids: string[] = [];
    for (const name of ['ada', 'bo', 'cleo', 'dan', 'eva']) ids.push(await invite(name));
    await eventually(() => expect(server.begun).toBe(4));
    await post(ids[4], 'withdraw');
    server.open();
    await kernel.settled();
    expect(sentTo('eva')).toBe(0);
    await post(ids[4], 'undo-withdrawal');
    await eventually(() => expect(sentTo('eva')).toBe(1));
    expect(mail.accepted).toHaveLength(5);
  });

  it('is not promised again when it was asked for once more and deferred', async () => {
    await start(new ScriptedMailServer());
    const id = await invite('ada');
    await kernel.settled();
    kernel.clock.advance(60_000);
    mail.answers.push(busy);
    await post(id, 'resend');
    kernel.clock.advance(12_000);
    await kernel.settled();
    expect((await rows())[0]?.delivery).toMatchObject({ state: 'retrying', nextTry: expect.any(String) });
    await post(id, 'withdraw');
    await post(id, 'undo-withdrawal');
    await kernel.settled();
    expect((await rows())[0]?.delivery).toMatchObject({ state: 'sent', nextTry: null, count: 1 });
  });

  it('goes out when it was deferred and asked for once more before the withdrawal', async () => {
    await start(new ScriptedMailServer());
    mail.answers.push(busy, busy);
    const id = await invite('ada');
    await kernel.settled();
    kernel.clock.advance(60_000);
    await kernel.settled();
    await post(id, 'resend');
    await post(id, 'withdraw');
    await kernel.settled();
    kernel.clock.advance(HOUR_MS);
    await post(id, 'undo-withdrawal');
    await kernel.settled();
    expect(sentTo('ada')).toBe(1);
    expect((await rows())[0]?.delivery).toMatchObject({ state: 'sent', count: 1 });
  });

  it('waits for the limits again when another was asked for instead and not delivered', async () => {
    await start(new ScriptedMailServer(), {
      workspaceHour: 2,
      workspaceDay: 100,
      invitationDay: 50,
      invitationPauseSeconds: 1,
      installationHour: 100,
    });
    const creators = ['ada', 'bo', 'cleo'].map((name, index) => ({ line: index + 2, name, email: addressOf(name) }));
    await under.ask('PUT', `/invitations/imports/${importId}/parts/0`, { body: { rows: creators } });
    await under.ask('POST', `/invitations/imports/${importId}/start`, { body: { fileName: 'a.csv', parts: 1 } });
    await kernel.settled();
    const waiting = (await rows()).find(({ delivery }) => delivery.state === 'waiting');
    kernel.clock.advance(HOUR_MS + 60_000);
    await post(waiting?.invitationId, 'resend');
    await post(waiting?.invitationId, 'withdraw');
    await post(waiting?.invitationId, 'undo-withdrawal');
    await kernel.settled();
    const release = () => under.get(CommandBus).execute(new ReleaseWaitingMails());
    expect([await release(), await release()]).toEqual([1, 0]);
    await kernel.settled();
    expect(sentTo(waiting?.name ?? '')).toBe(1);
    expect((await rows()).map(({ delivery }) => delivery.state)).toEqual(['sent', 'sent', 'sent']);
    const { imports } = (await under.ask('GET', '/invitations/imports')).body;
    expect(imports[0].states).toMatchObject({ sent: 3, waiting: 0, withdrawn: 0 });
  });
});
