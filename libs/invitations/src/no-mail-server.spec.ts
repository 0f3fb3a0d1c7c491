import type { InvitationListItem } from '@linkage/contracts';
import { TestClock, InMemorySubjectKeys } from '@linkage/event-sourcing/testing';
import { workspaceFacts } from '@linkage/published-facts';
import { temporaryFolder, testKernel, type TestKernel } from '@linkage/stores/testing';
import { openVault } from '@linkage/vault';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { CommandBus } from '@nestjs/cqrs';
import { invitationsUnderTest, ScriptedMailServer, type InvitationsUnderTest } from './invitations.harness';
import { ReleaseWaitingMails } from './release-waiting-mails/release-waiting-mails.command';

const HOUR_MS = 3_600_000;
const importPath = '/invitations/imports/01936000-0000-4000-8000-000000000042';

describe('invitations without a mail server', () => {
  const clock = new TestClock();
  const keys = new InMemorySubjectKeys();
  let folder: ReturnType<typeof temporaryFolder>;
  let vault: TestVault;
  let kernel: TestKernel;
  let mail: ScriptedMailServer;
  let under: InvitationsUnderTest;

  const start = async (sendsMail: boolean): Promise<void> => {
    kernel = testKernel({ facts: workspaceFacts }, { folder, clock, keys });
    const quotas = sendsMail
      ? null
      : { workspaceHour: 1, workspaceDay: 1, invitationDay: 1, invitationPauseSeconds: 60, installationHour: 1 };
    under = await invitationsUnderTest(kernel, openVault({ directory: vault.directory }), mail, quotas, sendsMail);
    await kernel.settled();
  };
  const stop = async (): Promise<void> => {
    await under.close();
    await kernel.close();
  };
  const restart = async (sendsMail: boolean): Promise<void> => {
    await stop();
    await start(sendsMail);
  };
  beforeEach(async () => {
    folder = temporaryFolder();
    vault = testVault();
    mail = new ScriptedMailServer();
    await start(false);
  });
  afterEach(async () => {
    await stop();
    vault.remove();
    folder.remove();
  });

  const invite = (name: string) =>
    under.ask('POST', '/invitations', { body: { name, email: `${name.toLowerCase()}@meermakers.example` } });
  const rows = async (): Promise<InvitationListItem[]> => {
    await kernel.settled();
    return (await under.ask('GET', '/invitations?sort=name')).body.items;
  };
  const states = async (): Promise<unknown[]> => (await rows()).map(({ name, delivery: { state } }) => [name, state]);

  it('are made, with a link to copy, and no mail is asked for, whatever the quotas say', async () => {
    for (const name of ['Ada', 'Bo', 'Cleo']) expect((await invite(name)).status).toBe(201);
    expect(await states()).toEqual(['Ada', 'Bo', 'Cleo'].map((name) => [name, 'by-hand']));
    const [ada] = await rows();
    const link = await under.ask('GET', `/invitations/${ada?.invitationId}/link`);
    expect(link.body.url).toMatch(/\/connect\/\S+$/);
    clock.advance(100 * HOUR_MS);
    await kernel.settled();
    expect(mail.accepted).toEqual([]);
    expect(await kernel.operations.parked('email-invitation')).toEqual([]);
  });

  it('come from a file, too', async () => {
    const creators = ['Dan', 'Eva'].map((name, index) => ({
      line: index + 2,
      name,
      email: `${name}@meermakers.example`,
    }));
    await under.ask('PUT', `${importPath}/parts/0`, { body: { rows: creators } });
    const started = await under.ask('POST', `${importPath}/start`, { body: { fileName: 'all.csv', parts: 1 } });
    expect(started.status).toBe(202);
    expect(await states()).toEqual(['Dan', 'Eva'].map((name) => [name, 'by-hand']));
    const { body } = await under.ask('GET', '/invitations/imports');
    expect(body.imports[0].states).toMatchObject({ 'by-hand': 2, sending: 0, waiting: 0 });
  });

  it.each([
    ['resend', {}],
    ['ask-to-reconnect', {}],
  ])('refuse %s, and say what to do instead', async (what, body) => {
    await invite('Ada');
    const [ada] = await rows();
    const { status, body: problem } = await under.ask('POST', `/invitations/${ada?.invitationId}/${what}`, { body });
    const code = what === 'resend' ? 'no-mail-server' : 'nothing-to-reconnect';
    expect([status, problem.code]).toEqual([422, code]);
    if (what === 'resend') expect(problem.detail).toContain('Copy Link');
  });

  it('refuse to resend many, before anything is recorded; to withdraw many goes', async () => {
    await invite('Ada');
    const [ada] = await rows();
    const bulk = (action: string, bulkId: string) =>
      under.ask('POST', '/invitations/bulk', { body: { bulkId, action, invitationIds: [ada?.invitationId] } });
    expect(await bulk('resend', '01936000-0000-4000-8000-000000000001')).toMatchObject({
      status: 422,
      body: { code: 'no-mail-server' },
    });
    await kernel.settled();
    expect((await under.ask('GET', '/invitations/bulk')).body.actions).toEqual([]);
    expect((await bulk('withdraw', '01936000-0000-4000-8000-000000000002')).status).toBe(202);
  });

  it('refuse a test of the message', async () => {
    const body = { messageSubject: 'Hello', messageText: 'Come in: {{connectLink}}' };
    expect(await under.ask('POST', '/invitations/message-test', { body })).toMatchObject({
      status: 422,
      body: { code: 'no-mail-server' },
    });
  });

  it('are not mailed by themselves once there is one, but when a member asks', async () => {
    await invite('Ada');
    await restart(true);
    expect(await states()).toEqual([['Ada', 'by-hand']]);
    expect(mail.accepted).toEqual([]);
    const [ada] = await rows();
    expect((await under.ask('POST', `/invitations/${ada?.invitationId}/resend`)).status).toBe(202);
    clock.advance(12_000);
    expect(await states()).toEqual([['Ada', 'sent']]);
    expect(mail.accepted).toHaveLength(1);
  });

  it('leave alone what was asked for while there was one: nothing is tried, parked or given up', async () => {
    await restart(true);
    mail.answers.push({ accepted: false, temporary: true, reason: 'Greylisted.' });
    await invite('Ada');
    expect(await states()).toEqual([['Ada', 'retrying']]);
    await restart(false);
    expect((await under.ask('GET', '/invitations')).body.stuckMail).toEqual({
      cause: 'no-mail-server',
      count: 1,
      most: null,
    });
    clock.advance(100 * HOUR_MS);
    expect(await states()).toEqual([['Ada', 'retrying']]);
    expect(await under.get(CommandBus).execute(new ReleaseWaitingMails())).toBe(0);
    expect(mail.accepted).toEqual([]);
    expect(await kernel.operations.parked('email-invitation')).toEqual([]);
  });
});
