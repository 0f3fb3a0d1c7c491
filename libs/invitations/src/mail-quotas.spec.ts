import { workspaceFacts } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { MailAllowance } from './invitation/mail-allowance.reader';
import { ingrid, invitationsUnderTest, ScriptedMailServer, type InvitationsUnderTest } from './invitations.harness';

const quotas = {
  workspaceHour: 5,
  workspaceDay: 8,
  invitationDay: 3,
  invitationPauseSeconds: 60,
  installationHour: 7,
};
const other = { ...ingrid, workspaceId: '01936000-0000-7000-8000-0000000000ee', workspaceName: 'Other' };

describe('quotas of invitation mails', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  let mail: ScriptedMailServer;
  let under: InvitationsUnderTest;
  beforeEach(async () => {
    kernel = testKernel({ facts: workspaceFacts });
    vault = testVault();
    mail = new ScriptedMailServer();
    under = await invitationsUnderTest(kernel, vault, mail, quotas);
  });
  afterEach(async () => {
    await under.close();
    await kernel.close();
    vault.remove();
  });

  const invite = (index: number, options: { headers?: Record<string, string>; as?: typeof ingrid } = {}) =>
    under.ask('POST', '/invitations', { body: { name: 'Zoë', email: `zoe${index}@example.com` }, ...options });
  const several = async (count: number, as = ingrid): Promise<number[]> =>
    (await Promise.all(Array.from({ length: count }, (_, index) => invite(index, { as }))))
      .map(({ status }) => status)
      .sort();

  it('let no more through than may, of many at the same moment', async () => {
    expect(await several(12)).toEqual([...Array(5).fill(201), ...Array(7).fill(429)]);
    await kernel.settled();
    expect(mail.accepted).toHaveLength(5);
    expect(await several(3, other)).toEqual([201, 201, 429]);
  });

  it('say what is reached and when to try again', async () => {
    await several(5);
    const { status, body } = await invite(9);
    expect([status, body.code]).toEqual([429, 'mail-quota-exceeded']);
    expect(body.detail).toMatch(
      /^This workspace has asked for 5 invitation mails within an hour.* Try again in \d+ minutes\.$/,
    );
  });

  it('are remembered by a process that has just started', async () => {
    await several(5);
    const started = new MailAllowance(kernel.readModels, kernel.log, kernel.clock, quotas);
    const { refusal } = await started.within(ingrid.workspaceId, 'invitation-new', async (refusal) => ({
      refusal,
      position: null,
    }));
    expect(refusal?.sentence).toContain('5 invitation mails within an hour');
  });

  it('end when the hour is over', async () => {
    await several(5);
    kernel.clock.advance(61 * 60_000);
    expect((await invite(8)).status).toBe(201);
    expect((await invite(9)).status).toBe(201);
  });

  it('refuse neither a command that was done before, nor hide a better reason', async () => {
    const key = { 'idempotency-key': 'once' };
    expect((await invite(1, { headers: key })).status).toBe(201);
    await several(5);
    expect((await invite(1, { headers: key })).status).toBe(201);
    expect((await invite(1)).body.code).toBe('email-already-invited');
  });

  it('let a mail be sent again after a pause, some times a day', async () => {
    const { invitationId } = (await invite(1)).body;
    const resend = () => under.ask('POST', `/invitations/${invitationId}/resend`);
    expect((await resend()).body).toMatchObject({
      code: 'mail-quota-exceeded',
      detail: expect.stringContaining('a moment ago'),
    });
    for (let time = 0; time < 2; time += 1) {
      kernel.clock.advance(61_000);
      expect((await resend()).status).toBe(202);
    }
    kernel.clock.advance(61_000);
    expect((await resend()).body.detail).toMatch(/3 mails within a day.* Try again in \d+ hours\.$/);
  });
});
