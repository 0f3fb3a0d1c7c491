import type { TestKernel } from '@linkage/stores/testing';
import { invitationDirectory } from './invitation/invitation-directory.projection';
import { mailAskings } from './invitation/mail-askings.projection';
import { MailAllowance } from './invitation/mail-allowance.service';
import {
  ingrid,
  invitationsOnStores,
  publicUrl,
  ScriptedMailServer,
  type InvitationsUnderTest,
} from './invitations.harness';

const quotas = {
  workspaceHour: 5,
  workspaceDay: 8,
  invitationDay: 3,
  invitationPauseSeconds: 60,
  installationHour: 7,
};
const installation = { publicUrl, mode: 'demo', registration: 'open', salesUrl: null, sendsMail: true } as const;
const third = { ...ingrid, workspaceId: '01936000-0000-7000-8000-0000000000dd', workspaceName: 'Third' };
const other = { ...ingrid, workspaceId: '01936000-0000-7000-8000-0000000000ee', workspaceName: 'Other' };

describe('quotas of invitation mails', () => {
  let kernel: TestKernel;
  let mail: ScriptedMailServer;
  let under: InvitationsUnderTest;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ kernel, mail, under, close } = await invitationsOnStores(quotas));
  });
  afterEach(() => close());

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
    const started = new MailAllowance(kernel.readModels, kernel.log, kernel.clock, quotas, installation);
    const { refusal } = await started.within(ingrid, { stream: 'invitation-new', kind: 'invite' }, async (refusal) => ({
      refusal,
      position: null,
    }));
    expect(refusal).toMatchObject({ sentence: expect.stringContaining('5 invitation mails within an hour') });
  });

  it('count mails to one address in all workspaces, however it is written', async () => {
    const invited = [ingrid, other, third].map((as, index) =>
      under.ask('POST', '/invitations', {
        body: { name: 'Zoë', email: index ? 'zoe@example.com' : ' ZOE@Example.com' },
        as,
      }),
    );
    expect((await Promise.all(invited)).map(({ status }) => status)).toEqual([201, 201, 201]);
    const fourth = { ...ingrid, workspaceId: '01936000-0000-7000-8000-0000000000cc' };
    const body = { name: 'Zoë', email: 'zoe@example.com' };
    const refused = await under.ask('POST', '/invitations', { body, as: fourth });
    expect([refused.status, refused.body.code]).toEqual([429, 'mail-quota-exceeded']);
    expect(refused.body.detail).toContain('at most 3 mails within a day, from all workspaces together');
    expect((await invite(1, { as: fourth })).status).toBe(201);
    await kernel.settled();
    const started = new MailAllowance(kernel.readModels, kernel.log, kernel.clock, quotas, installation);
    const [zoes] = (await under.ask('GET', '/invitations')).body.items;
    const { stream } = (await kernel.readModels.get(invitationDirectory, zoes.invitationId)) ?? { stream: '' };
    const again = await started.within(ingrid, { stream, kind: 'again' }, async (refusal) => ({
      refusal,
      position: null,
    }));
    expect(again.refusal).toMatchObject({ sentence: expect.stringContaining('from all workspaces together') });
    expect(JSON.stringify(await kernel.readModels.page(mailAskings, { where: {}, sort: [], limit: 100 }))).not.toMatch(
      /zoe/i,
    );
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
      code: 'mail-asked-recently',
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
