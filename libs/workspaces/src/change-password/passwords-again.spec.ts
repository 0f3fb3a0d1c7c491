import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_LOG, type EventLog } from '@linkage/event-sourcing';
import { eventually } from '@linkage/event-sourcing/testing';
import { workspacesUnderTest, type Answered, type WorkspacesUnderTest } from '../workspaces.harness';

const email = 'ana@example.com';
const password = 'correct horse battery';
const another = 'four herons on a pier';
const firefox = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0' };

describe('a password that was forgotten or changed', () => {
  let linkage: WorkspacesUnderTest;
  let registered: Answered;
  beforeEach(async () => {
    linkage = await workspacesUnderTest({ mode: 'production' });
    registered = await linkage.send('POST', '/api/registration', {
      body: { workspaceName: 'Bright Brands', name: 'Ana Lima', email, password },
    });
  });
  afterEach(() => linkage.close());

  const forget = (who = email): Promise<Answered> =>
    linkage.send('POST', '/api/password-reset', { body: { email: who } });
  const linkOf = (nth = 0): Promise<string> =>
    eventually(async () => {
      const links = linkage.mails.flatMap(({ text }) => /reset-password#([\w-]+)/.exec(text)?.[1] ?? []);
      return links[nth] ?? Promise.reject(new Error('no mail yet'));
    });
  const choose = (link: string, given = another): Promise<Answered> =>
    linkage.send('POST', '/api/password', { body: { link, password: given } });
  const signIn = (given: string, headers = {}): Promise<Answered> =>
    linkage.send('POST', '/api/session', { body: { email, password: given }, headers });
  const isSignedIn = async (cookie: string | undefined): Promise<boolean> =>
    (await linkage.send('GET', '/api/session', { cookie })).status === 200;
  const change = (current: string, given: string, cookie = registered.cookie): Promise<Answered> =>
    linkage.send('POST', '/api/account/password', { body: { current, password: given }, cookie });
  const sessions = async (cookie = registered.cookie) =>
    (await linkage.send('GET', '/api/account/sessions', { cookie })).body.sessions;
  const factTypes = async (): Promise<string[]> => {
    const log = linkage.app.get<EventLog>(EVENT_LOG);
    return (await log.readStream(`workspace-${registered.body.workspace.workspaceId}`)).map(({ type }) => type);
  };

  it('is replaced through the link in an e-mail: all sessions end, the e-mail is confirmed, and the member is told', async () => {
    const elsewhere = await signIn(password);
    expect((await forget()).status).toBe(204);
    const chosen = await choose(await linkOf());
    expect(chosen).toMatchObject({ status: 200, body: { member: { email, mustConfirmEmail: false } } });
    expect(await isSignedIn(chosen.cookie)).toBe(true);
    expect([await isSignedIn(registered.cookie), await isSignedIn(elsewhere.cookie)]).toEqual([false, false]);
    expect([(await signIn(password)).status, (await signIn(another)).status]).toEqual([401, 200]);
    expect(await factTypes()).toEqual([
      'WorkspaceRegistered',
      'MemberJoined',
      'PasswordResetRequested',
      'PasswordChanged',
      'EmailConfirmed',
    ]);
    await eventually(async () =>
      expect(linkage.mails.at(-1)?.subject).toMatch(/^Your password for Linkage at .* was changed$/),
    );
  });

  it('has a link that works once, and not after another one was used', async () => {
    await forget();
    const link = await linkOf();
    const answers = await Promise.all([choose(link), choose(link), choose(link)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
    expect(await choose(link, 'still another four words')).toMatchObject({ body: { code: 'link-invalid' } });
  });

  it('has a link that opens nothing after the password was changed in another way', async () => {
    await forget();
    const link = await linkOf();
    expect((await change(password, another)).status).toBe(204);
    expect(await choose(link)).toMatchObject({ status: 422, body: { code: 'link-invalid' } });
    expect((await signIn(another)).status).toBe(200);
  });

  it('keeps the link when the new one is weak', async () => {
    await forget();
    const link = await linkOf();
    expect(await choose(link, 'ana@example.com')).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'password' }] },
    });
    expect((await choose(link)).status).toBe(200);
  });

  it('answers the same for an e-mail that is not known, and sends nothing', async () => {
    const [known, unknown] = [await forget(), await forget('nobody@example.com')];
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    const [again, unknownAgain] = [await forget(), await forget('nobody@example.com')];
    expect([again.status, unknownAgain.status]).toEqual([429, 429]);
    await linkOf();
    expect(linkage.mails.filter(({ to }) => to.address !== email)).toEqual([]);
  });

  it('keeps no link in the clear', async () => {
    await forget();
    const link = await linkOf();
    const kept = readdirSync(linkage.directory)
      .map((name) => readFileSync(join(linkage.directory, name), 'latin1'))
      .join('');
    expect(kept).not.toContain(link);
  });

  it('is changed by a member who gives the present one; only the session that asks goes on', async () => {
    const elsewhere = await signIn(password);
    expect(await change('not that one', another)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'current', message: 'This is not your current password.' }] },
    });
    expect(await change(password, 'aaaaaaaaaa')).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'password' }] },
    });
    expect(await isSignedIn(elsewhere.cookie)).toBe(true);
    expect((await change(password, another)).status).toBe(204);
    expect([await isSignedIn(registered.cookie), await isSignedIn(elsewhere.cookie)]).toEqual([true, false]);
    expect([(await signIn(password)).status, (await signIn(another)).status]).toEqual([401, 200]);
  });

  it('is not guessed by a session that was stolen', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) expect((await change('a guess', another)).status).toBe(400);
    const statuses = await Promise.all(Array.from({ length: 12 }, () => change('a guess', another)));
    expect(statuses.at(-1)).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
  });

  it('leaves a list of sessions, each of which can be ended', async () => {
    const elsewhere = await signIn(password, firefox);
    const list = await sessions();
    expect(list).toHaveLength(2);
    const other = list.find(({ current }: { current: boolean }) => !current);
    expect(other).toMatchObject({ browser: 'Firefox on Linux', startedAt: expect.any(String) });
    const end = (id: string, cookie = registered.cookie): Promise<Answered> =>
      linkage.send('POST', `/api/account/sessions/${id}/end`, { cookie });
    expect((await end(other.sessionId)).status).toBe(204);
    expect(await isSignedIn(elsewhere.cookie)).toBe(false);
    expect(await sessions()).toMatchObject([{ current: true }]);
    expect(await end(other.sessionId)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('ends no session of another member', async () => {
    const stranger = await linkage.send('POST', '/api/registration', {
      body: { workspaceName: 'Other', name: 'Ben', email: 'ben@example.com', password },
    });
    const [own] = await sessions();
    const refused = await linkage.send('POST', `/api/account/sessions/${own.sessionId}/end`, {
      cookie: stranger.cookie,
    });
    expect(refused).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await isSignedIn(registered.cookie)).toBe(true);
    expect(await sessions(stranger.cookie)).toHaveLength(1);
  });
});
