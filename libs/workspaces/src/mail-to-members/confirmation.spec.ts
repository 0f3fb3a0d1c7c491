import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_LOG, type EventLog } from '@linkage/event-sourcing';
import { eventually } from '@linkage/event-sourcing/testing';
import { CommandBus } from '@nestjs/cqrs';
import { CreateWorkspace } from '../create-workspace/create-workspace.command';
import { workspacesUnderTest, type Answered, type WorkspacesUnderTest } from '../workspaces.harness';

const email = 'ana@example.com';
const asked = { workspaceName: 'Your bank', name: 'Ana Lima', email };
const password = 'correct horse battery';

describe('the e-mail of a member in production', () => {
  let linkage: WorkspacesUnderTest;
  afterEach(() => linkage.close());

  const start = async (mode: 'demo' | 'production' = 'production'): Promise<Answered> => {
    linkage = await workspacesUnderTest({ mode });
    return linkage.send('POST', '/api/registration', { body: { ...asked, password } });
  };
  const linkOf = (nth: number): Promise<string> =>
    eventually(async () => /confirm-email#([\w-]+)/.exec(linkage.mails[nth]?.text ?? '')?.[1] ?? Promise.reject());
  const confirm = (link: string): Promise<Answered> =>
    linkage.send('POST', '/api/email-confirmation', { body: { link } });
  const again = (cookie: string | undefined): Promise<Answered> =>
    linkage.send('POST', '/api/email-confirmation/mail', { cookie });
  const mustConfirm = async (cookie: string | undefined): Promise<boolean> =>
    (await linkage.send('GET', '/api/session', { cookie })).body.member.mustConfirmEmail;

  it('is confirmed by the link of the mail, which works once', async () => {
    const { body, cookie } = await start();
    expect([body.member.mustConfirmEmail, await mustConfirm(cookie)]).toEqual([true, true]);
    const link = await linkOf(0);
    expect((await confirm(link)).status).toBe(204);
    expect(await mustConfirm(cookie)).toBe(false);
    expect(await confirm(link)).toMatchObject({ status: 422, body: { code: 'link-invalid' } });
    expect(linkage.mails).toHaveLength(1);
    const facts = await linkage.app.get<EventLog>(EVENT_LOG).readStream(`workspace-${body.workspace.workspaceId}`);
    expect(facts.map(({ type }) => type)).toEqual(['WorkspaceRegistered', 'MemberJoined', 'EmailConfirmed']);
  });

  it('gets a mail that holds nothing of what was typed', async () => {
    await start();
    await linkOf(0);
    const [mail] = linkage.mails;
    expect(mail).toMatchObject({ to: { name: '', address: email }, subject: expect.stringContaining('Confirm') });
    for (const typed of ['Your bank', 'Ana Lima']) expect(JSON.stringify(mail)).not.toContain(typed);
  });

  it('gets another mail when it is asked for, once a minute; either link works', async () => {
    const { cookie } = await start();
    const first = await linkOf(0);
    expect((await again(cookie)).status).toBe(204);
    expect(await again(cookie)).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    const second = await linkOf(1);
    expect(second).not.toBe(first);
    expect((await confirm(first)).status).toBe(204);
    expect((await again(cookie)).status).toBe(204);
    expect((await confirm(second)).status).toBe(204);
    expect(linkage.mails).toHaveLength(2);
  });

  it('has mails of its own, which no stranger who says to have forgotten the password uses up', async () => {
    const { cookie } = await start();
    const stranger = await linkage.send('POST', '/api/password-reset', { body: { email } });
    expect([stranger.status, (await again(cookie)).status]).toEqual([204, 204]);
    expect((await again(cookie)).status).toBe(429);
    expect((await linkage.send('POST', '/api/password-reset', { body: { email } })).status).toBe(429);
  });

  it.each([
    ['made up', 'A'.repeat(43)],
    ['cut off', 'A'],
    ['strange', '../%00'],
  ])('is not confirmed by a link that is %s', async (_, link) => {
    const { cookie } = await start();
    expect(await confirm(link)).toMatchObject({ status: 422, body: { code: 'link-invalid' } });
    expect(await mustConfirm(cookie)).toBe(true);
  });

  it('is not confirmed by the link that the operator was shown', async () => {
    linkage = await workspacesUnderTest({ mode: 'production', registration: 'closed' });
    const { passwordLink } = await linkage.app.get(CommandBus).execute(new CreateWorkspace(asked, undefined));
    const link = passwordLink?.url.split('#')[1] ?? '';
    expect(await confirm(link)).toMatchObject({ status: 422, body: { code: 'link-invalid' } });
    const { cookie, body } = await linkage.send('POST', '/api/password', { body: { link, password } });
    expect(body.member.mustConfirmEmail).toBe(true);
    expect((await confirm(await linkOf(0))).status).toBe(204);
    expect(await mustConfirm(cookie)).toBe(false);
  });

  it('is not asked for in the demo, whose mails stay on its machine', async () => {
    const { body, cookie } = await start('demo');
    expect(body.member.mustConfirmEmail).toBe(false);
    expect((await again(cookie)).status).toBe(204);
    expect(linkage.mails).toEqual([]);
  });

  it('has a link that is kept nowhere but in the mail', async () => {
    await start();
    const link = await linkOf(0);
    const kept = readdirSync(linkage.directory)
      .map((name) => readFileSync(join(linkage.directory, name), 'latin1'))
      .join('');
    expect(kept).not.toContain(link);
  });
});
