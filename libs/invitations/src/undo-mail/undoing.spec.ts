import type { InvitationListItem } from '@linkage/contracts';
import { InMemorySubjectKeys, TestClock } from '@linkage/event-sourcing/testing';
import { workspaceFacts } from '@linkage/published-facts';
import { temporaryFolder, testKernel, type TestKernel } from '@linkage/stores/testing';
import { openVault } from '@linkage/vault';
import { testVault, type TestVault } from '@linkage/vault/testing';
import {
  invitationsUnderTest,
  ScriptedMailServer,
  type Answer,
  type InvitationsUnderTest,
} from '../invitations.harness';

describe('a mail that a member asks for again, over HTTP on real stores', () => {
  const clock = new TestClock();
  const keys = new InMemorySubjectKeys();
  let folder: ReturnType<typeof temporaryFolder>;
  let kernel: TestKernel;
  let vault: TestVault;
  let mail: ScriptedMailServer;
  let under: InvitationsUnderTest;
  let invitationId: string;

  const start = async (): Promise<void> => {
    kernel = testKernel({ facts: workspaceFacts }, { folder, clock, keys });
    under = await invitationsUnderTest(kernel, openVault({ directory: vault.directory }), mail);
  };
  const stop = async (): Promise<void> => {
    await kernel.stop();
    await under.close();
    await kernel.close();
  };
  const post = (path: string): Promise<Answer> => under.ask('POST', `/invitations/${invitationId}/${path}`);
  const delivery = async (): Promise<InvitationListItem['delivery']> =>
    (await under.ask('GET', '/invitations')).body.items[0].delivery;

  beforeEach(async () => {
    folder = temporaryFolder();
    vault = testVault();
    mail = new ScriptedMailServer();
    await start();
    const body = { name: 'Zoë', email: 'zoe@meermakers.example' };
    invitationId = (await under.ask('POST', '/invitations', { body })).body.invitationId;
    await kernel.settled();
    clock.advance(60_000);
  });
  afterEach(async () => {
    await stop();
    vault.remove();
    folder.remove();
  });

  it('goes out once, however often the button is pressed', async () => {
    const answers = await Promise.all([post('resend'), post('resend'), post('resend')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 429, 429]);
    expect(answers.find(({ status }) => status === 429)?.body).toMatchObject({
      code: 'mail-asked-recently',
      detail: expect.stringMatching(/asked for a moment ago.* it can be sent again in 60 seconds\.$/),
    });
    clock.advance(12_000);
    await kernel.settled();
    expect(mail.accepted).toHaveLength(2);
  });

  it('is not sent when it is undone; everything is as before, and it can be asked for again at once', async () => {
    const before = await delivery();
    await post('resend');
    expect((await post('undo-mail')).status).toBe(202);
    expect((await post('undo-mail')).status).toBe(202);
    clock.advance(12_000);
    await kernel.settled();
    expect(mail.accepted).toHaveLength(1);
    expect(await delivery()).toEqual(before);
    expect((await post('resend')).status).toBe(202);
    clock.advance(12_000);
    await kernel.settled();
    expect(mail.accepted).toHaveLength(2);
  });

  it('cannot be undone once it was sent', async () => {
    await post('resend');
    clock.advance(12_000);
    await kernel.settled();
    expect(await post('undo-mail')).toMatchObject({ status: 409, body: { code: 'mail-already-sent' } });
  });

  it('is sent or undone after a restart as well', async () => {
    await post('resend');
    await stop();
    await start();
    clock.advance(12_000);
    await kernel.settled();
    expect(mail.accepted).toHaveLength(2);
    clock.advance(60_000);
    await post('resend');
    await stop();
    await start();
    expect((await post('undo-mail')).status).toBe(202);
    clock.advance(12_000);
    await kernel.settled();
    expect(mail.accepted).toHaveLength(2);
  });

  it('does not go out once the invitation is withdrawn, and is not missed when that is undone', async () => {
    await post('resend');
    await post('withdraw');
    clock.advance(12_000);
    await kernel.settled();
    await post('undo-withdrawal');
    await kernel.settled();
    expect(mail.accepted).toHaveLength(1);
    expect(await delivery()).toMatchObject({ state: 'sent', count: 1 });
  });

  it('can be asked for again in a new invite right after a withdrawal', async () => {
    await post('withdraw');
    const body = { name: 'Zoë', email: 'zoe@meermakers.example' };
    expect((await under.ask('POST', '/invitations', { body })).status).toBe(201);
  });
});
