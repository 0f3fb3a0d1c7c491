import { EVENT_LOG, type EventLog } from '@linkage/event-sourcing';
import { eventually } from '@linkage/event-sourcing/testing';
import { CommandBus } from '@nestjs/cqrs';
import { v7 } from 'uuid';
import { CreatePasswordLink } from '../create-password-link/create-password-link.command';
import { CreateWorkspace } from '../create-workspace/create-workspace.command';
import { workspacesUnderTest, type Answered, type WorkspacesUnderTest } from '../workspaces.harness';
import { Credentials } from './credentials.service';

const [email, former] = ['ben@example.com', 'ana@example.com'];
const password = 'correct horse battery';

describe('an e-mail whose credential is newer than the log', () => {
  let linkage: WorkspacesUnderTest;
  let credentials: Credentials;
  let ana: Answered;

  const register = (as: string, given = password): Promise<Answered> =>
    linkage.send('POST', '/api/registration', {
      body: { workspaceName: 'Bright Brands', name: 'Ana Lima', email: as, password: given },
    });
  const signIn = async (as: string, given = password): Promise<number> =>
    (await linkage.send('POST', '/api/session', { body: { email: as, password: given } })).status;
  const choose = (url: string): Promise<Answered> =>
    linkage.send('POST', '/api/password', { body: { link: url.split('#')[1], password: 'four herons on a pier' } });
  const run = <T>(command: CreateWorkspace | CreatePasswordLink): Promise<T> =>
    linkage.app.get(CommandBus).execute(command) as Promise<T>;

  beforeEach(async () => {
    linkage = await workspacesUnderTest();
    credentials = linkage.app.get(Credentials);
    ana = await register(former);
  });
  afterEach(() => linkage.close());

  describe('and whose workspace the log has lost', () => {
    const lost = async (passwordHash: string | null = 'of a password that was lost'): Promise<void> => {
      const credential = { workspaceId: v7(), memberId: v7(), passwordHash, pending: null };
      expect(await credentials.putNew(await credentials.placeOf(email), credential)).toBe(true);
    };

    it('can be registered again, by exactly one', async () => {
      await lost();
      const answers = await Promise.all(
        Array.from({ length: 5 }, (_, index) => register(email, `four herons ${index} x`)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
      const won = answers.findIndex(({ status }) => status === 201);
      expect(await signIn(email, `four herons ${won} x`)).toBe(200);
      const log = linkage.app.get<EventLog>(EVENT_LOG);
      const facts = await log.readStream(`workspace-${answers[won]?.body.workspace.workspaceId}`);
      expect(facts.map(({ type }) => type)).toEqual(['WorkspaceRegistered', 'MemberJoined']);
    });

    it.each([
      ['with', 'of a password that was lost'],
      ['without', null],
    ])('gets a workspace from the operator, %s a password before', async (_, passwordHash) => {
      await lost(passwordHash);
      await expect(run(new CreatePasswordLink(email))).rejects.toMatchObject({ code: 'not-found' });
      const asked = { workspaceName: 'Fjord', name: 'Ben', email };
      const { passwordLink } = await run<{ passwordLink: { url: string } }>(new CreateWorkspace(asked, undefined));
      expect((await choose(passwordLink.url)).body).toMatchObject({ member: { email } });
    });

    it('can become the e-mail of another member', async () => {
      await lost();
      const { cookie } = ana;
      await linkage.send('POST', '/api/account/email', { body: { email, current: password }, cookie });
      for (const address of [email, former]) {
        const link = await eventually(async () => {
          const text = linkage.mails
            .filter(({ to }) => to.address === address)
            .map((mail) => mail.text)
            .join();
          return /\/change-email#([\w-]+)/.exec(text)?.[1] ?? Promise.reject(new Error(`no link for ${address} yet`));
        });
        expect((await linkage.send('POST', '/api/email-change', { body: { link } })).status).toBe(200);
      }
      expect([await signIn(email), await signIn(former)]).toEqual([200, 401]);
    });
  });

  describe('and whose member the log knows by a former e-mail', () => {
    beforeEach(async () => {
      const there = await credentials.placeOf(former);
      const credential = await credentials.get(there);
      if (credential) await credentials.putNew(await credentials.placeOf(email), credential);
      await credentials.remove(there);
    });

    it('leads the operator to the former one', async () => {
      expect([await signIn(email), await signIn(former)]).toEqual([401, 401]);
      const { url } = await run<{ url: string }>(new CreatePasswordLink(email));
      expect((await choose(url)).body).toMatchObject({ member: { email: former } });
      expect(await signIn(former, 'four herons on a pier')).toBe(200);
    });

    it('can be registered again, and the member signs in by the former one', async () => {
      const { status, body } = await register(email, 'four herons on a pier');
      expect([status, await signIn(former), await signIn(email, 'four herons on a pier')]).toEqual([201, 200, 200]);
      expect(body.workspace.workspaceId).not.toBe(ana.body.workspace.workspaceId);
    });
  });

  it('stays with its member while the log has them, also when the operator tries', async () => {
    expect((await register(former, 'four herons on a pier')).status).toBe(409);
    const asked = { workspaceName: 'Fjord', name: 'Ben', email: former };
    await expect(run(new CreateWorkspace(asked, undefined))).rejects.toMatchObject({
      code: 'email-already-registered',
    });
    expect(await signIn(former)).toBe(200);
  });
});
