import { CommandBus } from '@nestjs/cqrs';
import { InviteToRegister } from '../invite-to-register/invite-to-register.command';
import { workspacesUnderTest, type Answered, type WorkspacesUnderTest } from '../workspaces.harness';

describe('registering where it is not open', () => {
  let linkage: WorkspacesUnderTest;
  afterEach(() => linkage.close());

  const register = (email: string, change: object = {}): Promise<Answered> =>
    linkage.send('POST', '/api/registration', {
      body: { workspaceName: 'Bright Brands', name: 'Ana Lima', email, password: 'correct horse battery', ...change },
    });
  const invite = async (days = 7): Promise<string> =>
    (await linkage.app.get(CommandBus).execute(new InviteToRegister(days))).url.split('#')[1] ?? '';

  it('is refused when it is closed, with the way to a workspace', async () => {
    linkage = await workspacesUnderTest({ registration: 'closed' });
    for (const invitation of [undefined, 'A'.repeat(43)]) {
      const refused = await register('ana@example.com', { invitation });
      expect(refused).toMatchObject({ status: 403, cookie: undefined, body: { code: 'registration-closed' } });
      expect(refused.body.detail).toContain('Ask the operator');
    }
    await expect(invite()).rejects.toMatchObject({ code: 'registration-closed' });
  });

  it('takes a link of the operator, which works once', async () => {
    linkage = await workspacesUnderTest({ registration: 'invite' });
    expect(await register('ana@example.com')).toMatchObject({ status: 403, body: { code: 'registration-closed' } });
    const invitation = await invite();
    expect((await register('ana@example.com', { invitation })).status).toBe(201);
    expect(await register('ben@example.com', { invitation })).toMatchObject({
      status: 422,
      body: { code: 'link-invalid' },
    });
  });

  it('lets one of several at the same moment have the link', async () => {
    linkage = await workspacesUnderTest({ registration: 'invite' });
    const invitation = await invite();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => register(`member${index}@example.com`, { invitation })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422, 422]);
  });

  it('keeps the link for another try when the e-mail was taken or the password weak', async () => {
    linkage = await workspacesUnderTest({ registration: 'invite' });
    await register('ana@example.com', { invitation: await invite() });
    const invitation = await invite();
    expect((await register('ana@example.com', { invitation, password: 'another good battery' })).status).toBe(409);
    expect((await register('ben@example.com', { invitation, password: 'aaaaaaaaaa' })).status).toBe(400);
    expect((await register('ben@example.com', { invitation })).status).toBe(201);
  });

  it.each([
    ['has expired', async () => invite(-1)],
    ['was made up', async () => 'A'.repeat(43)],
    ['is cut off', async () => (await invite()).slice(0, -1)],
    ['is strange', async () => '../%00'],
  ])('refuses a link that %s', async (_, link) => {
    linkage = await workspacesUnderTest({ registration: 'invite' });
    expect(await register('ana@example.com', { invitation: await link() })).toMatchObject({
      status: 422,
      body: { code: 'link-invalid' },
    });
  });
});
