import { EVENT_LOG, fold, type EventLog } from '@linkage/event-sourcing';
import { CommandBus } from '@nestjs/cqrs';
import { CreateWorkspace } from '../create-workspace/create-workspace.command';
import { workspace } from '../workspace/workspace';
import { memberId, ownerJoined, workspaceId, workspaceRegistered } from '../workspace/workspace.fixtures';
import { workspacesUnderTest, type Answered, type WorkspacesUnderTest } from '../workspaces.harness';
import { CreatePasswordLink } from './create-password-link.command';
import { createPasswordLink } from './create-password-link';

describe('create a link for a forgotten password', () => {
  const state = fold(workspace, [workspaceRegistered, ownerJoined]);

  it('given the member: told', () =>
    expect(createPasswordLink({ workspaceId, memberId }, state)).toEqual([
      { type: 'PasswordLinkMade', data: { workspaceId, memberId } },
    ]));
  it('given no such member: refused', () =>
    expect(() => createPasswordLink({ workspaceId, memberId: 'another' }, state)).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    ));
});

describe('a link for a forgotten password, from the operator', () => {
  const email = 'ana@example.com';
  const [password, another] = ['correct horse battery', 'four herons on a pier'];
  let linkage: WorkspacesUnderTest;
  let registered: Answered;
  beforeEach(async () => {
    linkage = await workspacesUnderTest({ mode: 'production' });
    registered = await linkage.send('POST', '/api/registration', {
      body: { workspaceName: 'Bright Brands', name: 'Ana Lima', email, password },
    });
  });
  afterEach(() => linkage.close());

  const create = (of = email) => linkage.app.get(CommandBus).execute(new CreatePasswordLink(of));
  const choose = (url: string, given = another): Promise<Answered> =>
    linkage.send('POST', '/api/password', { body: { link: url.split('#')[1], password: given } });
  const signIn = async (given: string): Promise<number> =>
    (await linkage.send('POST', '/api/session', { body: { email, password: given } })).status;
  const facts = async () =>
    (await linkage.app.get<EventLog>(EVENT_LOG).readStream(`workspace-${registered.body.workspace.workspaceId}`)).map(
      ({ type, data, meta }) => [type, meta.actor.kind, data['by']],
    );

  it('opens the page for another password once, ends all sessions, and says in the history whose link it was', async () => {
    const { url } = await create(' ANA@example.com ');
    expect(url).toMatch(new RegExp(`^${linkage.url}/reset-password#[\\w-]{43}$`));
    const chosen = await choose(url);
    expect(chosen).toMatchObject({ status: 200, body: { member: { email } } });
    expect((await linkage.send('GET', '/api/session', { cookie: registered.cookie })).status).toBe(401);
    expect([await signIn(password), await signIn(another)]).toEqual([401, 200]);
    expect((await choose(url, 'still another four words')).body.code).toBe('link-invalid');
    expect((await facts()).slice(2)).toEqual([
      ['PasswordLinkMade', 'operator', undefined],
      ['PasswordChanged', 'member', 'operator'],
    ]);
  });

  it('does not confirm the e-mail, for it came by another way', async () => {
    expect(registered.body.member.mustConfirmEmail).toBe(true);
    expect((await choose((await create()).url)).body.member.mustConfirmEmail).toBe(true);
  });

  it('opens nothing after the password was changed in another way', async () => {
    const [first, second] = [await create(), await create()];
    expect((await choose(second.url)).status).toBe(200);
    expect((await choose(first.url, 'still another four words')).body.code).toBe('link-invalid');
  });

  it('is the link to choose a first one as long as none was chosen', async () => {
    const asked = { workspaceName: 'Fjord', name: 'Ben', email: 'ben@example.com' };
    await linkage.app.get(CommandBus).execute(new CreateWorkspace(asked, undefined));
    const { url } = await create('ben@example.com');
    expect(url).toContain('/set-password#');
    expect((await choose(url)).status).toBe(200);
  });

  it('is refused for an e-mail that signs in nowhere', async () =>
    expect(create('stranger@example.com')).rejects.toMatchObject({ code: 'not-found' }));
});
