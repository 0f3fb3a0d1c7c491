import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_LOG, type EventLog } from '@linkage/event-sourcing';
import { CommandBus } from '@nestjs/cqrs';
import { CreateWorkspace } from '../create-workspace/create-workspace.command';
import { workspacesUnderTest, type Answered, type WorkspacesUnderTest } from '../workspaces.harness';

const asked = { workspaceName: 'Bright Brands', name: 'Ana Lima', email: 'ana@example.com' };
const password = 'correct horse battery';

describe('a workspace that the operator makes', () => {
  let linkage: WorkspacesUnderTest;
  beforeEach(async () => {
    linkage = await workspacesUnderTest({ registration: 'closed' });
  });
  afterEach(() => linkage.close());

  const create = (given?: string, change: object = {}) =>
    linkage.app.get(CommandBus).execute(new CreateWorkspace({ ...asked, ...change }, given));
  const tokenOf = async (): Promise<string> => (await create()).passwordLink?.url.split('#')[1] ?? '';
  const setPassword = (link: string, given = password): Promise<Answered> =>
    linkage.send('POST', '/api/password', { body: { link, password: given } });
  const signIn = (given = password): Promise<Answered> =>
    linkage.send('POST', '/api/session', { body: { email: asked.email, password: given } });

  it('has a first member who chooses a password through the link, is signed in, and signs in with it', async () => {
    const link = await tokenOf();
    expect((await signIn('')).status).toBe(400);
    expect((await signIn()).status).toBe(401);
    const answer = await setPassword(link);
    expect(answer).toMatchObject({
      status: 200,
      body: { member: { name: 'Ana Lima', role: 'owner' }, workspace: { name: 'Bright Brands' } },
    });
    expect((await linkage.send('GET', '/api/session', { cookie: answer.cookie })).status).toBe(200);
    expect((await signIn()).status).toBe(200);
  });

  it('is recorded as made by the operator', async () => {
    const { workspaceId } = await create(password);
    const facts = await linkage.app.get<EventLog>(EVENT_LOG).readStream(`workspace-${workspaceId}`);
    expect(facts.map(({ type, meta }) => [type, meta.actor.kind]).slice(0, 2)).toEqual([
      ['WorkspaceRegistered', 'operator'],
      ['MemberJoined', 'operator'],
    ]);
  });

  it('opens by the link once', async () => {
    const link = await tokenOf();
    const answers = await Promise.all([setPassword(link), setPassword(link), setPassword(link)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
    expect(await setPassword(link, 'another good battery')).toMatchObject({
      status: 422,
      body: { code: 'link-invalid' },
    });
    expect((await signIn()).status).toBe(200);
  });

  it('keeps the link when the password is weak', async () => {
    const link = await tokenOf();
    expect(await setPassword(link, 'ana@example.com')).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'password' }] },
    });
    expect((await setPassword(link)).status).toBe(200);
  });

  it('gets a new link as long as no password was chosen, and an older link does not undo one', async () => {
    const first = await tokenOf();
    const second = await tokenOf();
    expect(second).not.toBe(first);
    expect((await setPassword(second)).status).toBe(200);
    expect((await setPassword(first, 'another good battery')).status).toBe(422);
    await expect(create()).rejects.toMatchObject({ code: 'email-already-registered' });
  });

  it('is open at once when a password is given', async () => {
    expect((await create(password)).passwordLink).toBeNull();
    expect((await signIn()).status).toBe(200);
    await expect(create('another good battery')).rejects.toMatchObject({ code: 'email-already-registered' });
  });

  it('is refused with the field that is wrong, and leaves nothing behind', async () => {
    await expect(create(undefined, { workspaceName: 'evil.com' })).rejects.toMatchObject({
      details: { field: 'workspaceName' },
    });
    await expect(create('aaaaaaaaaa')).rejects.toMatchObject({ details: { field: 'password' } });
    expect((await create()).passwordLink).not.toBeNull();
  });

  it('keeps no link in the clear', async () => {
    const link = await tokenOf();
    const kept = readdirSync(linkage.directory)
      .map((name) => readFileSync(join(linkage.directory, name), 'latin1'))
      .join('');
    expect(link).toMatch(/^[\w-]{43}$/);
    expect(kept).not.toContain(link);
  });
});
