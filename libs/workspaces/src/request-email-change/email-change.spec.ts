import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_LOG, type Clock, type EventLog } from '@linkage/event-sourcing';
import { eventually } from '@linkage/event-sourcing/testing';
import { workspacesUnderTest, type Answered, type WorkspacesUnderTest } from '../workspaces.harness';

const former = 'ana@example.com';
const email = 'ana@lima.example';
const password = 'correct horse battery';
const DAY_MS = 24 * 3_600_000;

describe('a change of e-mail', () => {
  let linkage: WorkspacesUnderTest;
  let registered: Answered;
  let ahead = 0;
  const clock: Clock = { now: () => new Date(Date.now() + ahead), onMoved: () => () => undefined };
  const register = (who = former): Promise<Answered> =>
    linkage.send('POST', '/api/registration', {
      body: { workspaceName: 'Bright Brands', name: 'Ana Lima', email: who, password },
    });
  const start = async (mode: 'demo' | 'production' = 'demo', sendsMail = true): Promise<void> => {
    ahead = 0;
    linkage = await workspacesUnderTest({ mode, clock, sendsMail });
    registered = await register();
  };
  afterEach(() => linkage.close());

  const ask = (to = email, current = password): Promise<Answered> =>
    linkage.send('POST', '/api/account/email', { body: { email: to, current }, cookie: registered.cookie });
  const shown = async (cookie = registered.cookie) =>
    (await linkage.send('GET', '/api/account/email', { cookie })).body;
  const mailsTo = (address: string) => linkage.mails.filter(({ to }) => to.address === address);
  const linkTo = (address: string, page = 'change-email', nth = 0): Promise<string> =>
    eventually(async () => {
      const links = mailsTo(address).flatMap(({ text }) => new RegExp(`/${page}#([\\w-]+)`).exec(text)?.[1] ?? []);
      return links[nth] ?? Promise.reject(new Error(`no ${page} for ${address} yet`));
    });
  const confirm = (link: string): Promise<Answered> => linkage.send('POST', '/api/email-change', { body: { link } });
  const stop = (link: string): Promise<Answered> => linkage.send('POST', '/api/email-change/stop', { body: { link } });
  const signIn = (who: string): Promise<Answered> =>
    linkage.send('POST', '/api/session', { body: { email: who, password } });
  const isSignedIn = async (cookie: string | undefined): Promise<boolean> =>
    (await linkage.send('GET', '/api/session', { cookie })).status === 200;
  const post = (path: string, body?: object): Promise<Answered> =>
    linkage.send('POST', `/api/account/email/${path}`, { cookie: registered.cookie, ...(body && { body }) });
  const factTypes = async (): Promise<string[]> => {
    const log = linkage.app.get<EventLog>(EVENT_LOG);
    return (await log.readStream(`workspace-${registered.body.workspace.workspaceId}`)).map(({ type }) => type);
  };

  it('takes effect when both addresses are confirmed, and ends all sessions but the one that asked', async () => {
    await start();
    const elsewhere = await signIn(former);
    expect((await ask()).status).toBe(204);
    expect(await shown()).toMatchObject({ email: former, change: { email, new: 'waits', former: 'waits' } });
    expect(await confirm(await linkTo(email))).toMatchObject({ status: 200, body: { waitsFor: 'former' } });
    expect(await shown()).toMatchObject({ email: former, change: { new: 'confirmed', former: 'waits' } });
    expect([(await signIn(former)).status, (await signIn(email)).status]).toEqual([200, 401]);
    expect(await confirm(await linkTo(former))).toMatchObject({ status: 200, body: { waitsFor: null } });
    expect([(await signIn(former)).status, (await signIn(email)).status]).toEqual([401, 200]);
    expect([await isSignedIn(registered.cookie), await isSignedIn(elsewhere.cookie)]).toEqual([true, false]);
    const { body } = await linkage.send('GET', '/api/session', { cookie: registered.cookie });
    expect(body.member).toMatchObject({ email, mustConfirmEmail: false });
    expect(await shown()).toMatchObject({ email, change: null });
    await eventually(async () => expect(mailsTo(former).at(-1)?.subject).toMatch(/^Your e-mail .* was changed$/));
    expect((await factTypes()).slice(2)).toEqual([
      'EmailChangeRequested',
      'EmailChangeConfirmed',
      'EmailChangeConfirmed',
      'EmailChanged',
    ]);
  });

  it('leaves the former address free, and can be made back', async () => {
    await start();
    await ask();
    await confirm(await linkTo(former));
    expect(await confirm(await linkTo(email))).toMatchObject({ body: { waitsFor: null } });
    const asking = await register();
    expect(asking.status).toBe(201);
    expect((await signIn(email)).body.member.memberId).toBe(registered.body.member.memberId);
  });

  it('asks for the password, and for another address', async () => {
    await start();
    expect(await ask(email, 'a guess')).toMatchObject({ status: 400, body: { errors: [{ field: 'current' }] } });
    expect(await ask('Ana@Example.com')).toMatchObject({ status: 400, body: { errors: [{ field: 'email' }] } });
    expect((await shown()).change).toBeNull();
    expect(linkage.mails).toEqual([]);
  });

  it('says the same when the new address has an account, whose reader is told and can confirm nothing', async () => {
    await start();
    await register(email);
    const [taken, free] = [await ask(), await linkage.send('GET', '/api/account/email', { cookie: registered.cookie })];
    expect([taken.status, taken.body, free.body.change.new]).toEqual([204, undefined, 'waits']);
    await linkTo(former);
    const [letter] = mailsTo(email);
    expect(letter?.subject).toMatch(/has an account/);
    expect(letter?.text).not.toMatch(/change-email#/);
    await confirm(await linkTo(former));
    expect(await shown()).toMatchObject({ email: former, change: { new: 'waits', former: 'confirmed' } });
  });

  it('is given up when the new address gets an account before it is confirmed', async () => {
    await start();
    await ask();
    await confirm(await linkTo(former));
    await register(email);
    expect(await confirm(await linkTo(email))).toMatchObject({
      status: 409,
      body: { code: 'email-already-registered' },
    });
    expect(await shown()).toMatchObject({ email: former, change: null });
    expect((await signIn(former)).body.member.memberId).toBe(registered.body.member.memberId);
    expect((await signIn(email)).body.member.memberId).not.toBe(registered.body.member.memberId);
  });

  it('is stopped by the reader of the former address: all sessions end, and the links open nothing', async () => {
    await start();
    await ask();
    const [toNew, toFormer] = [await linkTo(email), await linkTo(former)];
    await confirm(toNew);
    expect((await stop(await linkTo(former, 'stop-email-change'))).status).toBe(204);
    expect(await isSignedIn(registered.cookie)).toBe(false);
    for (const link of [toNew, toFormer])
      expect(await confirm(link)).toMatchObject({ status: 422, body: { code: 'link-invalid' } });
    expect(await stop(await linkTo(former, 'stop-email-change'))).toMatchObject({ status: 422 });
    expect([(await signIn(former)).status, (await signIn(email)).status]).toEqual([200, 401]);
  });

  it('is given up by the member, and gives way to another one', async () => {
    await start();
    await ask();
    const link = await linkTo(email);
    expect((await post('cancel')).status).toBe(204);
    expect((await shown()).change).toBeNull();
    expect(await confirm(link)).toMatchObject({ status: 422 });
    expect((await post('cancel')).status).toBe(204);
    expect((await factTypes()).filter((type) => type === 'EmailChangeStopped')).toHaveLength(1);
  });

  it('sends its mails again, once a minute, to those who have not answered; each link works once', async () => {
    await start();
    await ask();
    const first = await linkTo(email);
    expect(await post('mail')).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    const answers = await Promise.all([confirm(first), confirm(first), confirm(first)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await confirm(first)).toMatchObject({ status: 422 });
  });

  it('is finished without the reader of the former address after a week, with the password', async () => {
    await start();
    await ask();
    ahead = 8 * DAY_MS;
    expect(await post('finish', { current: password })).toMatchObject({ status: 409, body: { code: 'conflict' } });
    ahead = 0;
    await confirm(await linkTo(email));
    expect(await post('finish', { current: password })).toMatchObject({ status: 409 });
    ahead = 8 * DAY_MS;
    expect(await post('finish', { current: 'a guess' })).toMatchObject({ status: 400 });
    expect((await post('finish', { current: password })).status).toBe(204);
    expect([(await signIn(former)).status, (await signIn(email)).status]).toEqual([401, 200]);
  });

  it('is over after two weeks', async () => {
    await start();
    await ask();
    const link = await linkTo(former);
    await confirm(await linkTo(email));
    ahead = 13.9 * DAY_MS;
    expect((await shown()).change).not.toBeNull();
    ahead = 14.1 * DAY_MS;
    registered = await signIn(former);
    expect((await shown()).change).toBeNull();
    expect(await confirm(link)).toMatchObject({ status: 422 });
    expect(await post('finish', { current: password })).toMatchObject({ status: 409 });
  });

  it('asks only the new address where the former one was never confirmed; its reader can stop it', async () => {
    await start('production');
    await ask();
    expect((await shown()).change).toMatchObject({ new: 'waits', former: 'not-asked' });
    await linkTo(former, 'stop-email-change');
    expect(await confirm(await linkTo(email))).toMatchObject({ status: 200, body: { waitsFor: null } });
    const { body } = await signIn(email);
    expect(body.member).toMatchObject({ email, mustConfirmEmail: false });
  });

  it('is not kept from its member by a stranger who says to have forgotten the password', async () => {
    await start();
    expect((await linkage.send('POST', '/api/password-reset', { body: { email: former } })).status).toBe(204);
    expect((await ask()).status).toBe(204);
  });

  it('is refused without a mail server, before anything is recorded', async () => {
    await start('demo', false);
    for (const answer of [await ask(), await post('mail')])
      expect(answer).toMatchObject({ status: 422, body: { code: 'no-mail-server' } });
    expect((await shown()).change).toBeNull();
    expect(await factTypes()).toEqual(['WorkspaceRegistered', 'MemberJoined']);
  });

  it('keeps no link and no address in the clear', async () => {
    await start();
    await ask();
    const links = [await linkTo(email), await linkTo(former), await linkTo(former, 'stop-email-change')];
    const kept = readdirSync(linkage.directory)
      .map((name) => readFileSync(join(linkage.directory, name), 'latin1'))
      .join('');
    for (const secret of [...links, email]) expect(kept).not.toContain(secret);
  });
});

describe('the name of a member', () => {
  it('changes at once, everywhere the member is signed in', async () => {
    const linkage = await workspacesUnderTest();
    const body = { workspaceName: 'Bright Brands', name: 'Ana Lima', email: former, password };
    const { cookie } = await linkage.send('POST', '/api/registration', { body });
    const elsewhere = await linkage.send('POST', '/api/session', { body: { email: former, password } });
    const nameAt = async (of: string | undefined) =>
      (await linkage.send('GET', '/api/session', { cookie: of })).body.member.name;
    expect(await nameAt(elsewhere.cookie)).toBe('Ana Lima');
    const rename = (name: string) => linkage.send('POST', '/api/account/name', { body: { name }, cookie });
    expect(await rename(' Ana María ')).toMatchObject({ status: 200, body: { member: { name: 'Ana María' } } });
    expect([await nameAt(cookie), await nameAt(elsewhere.cookie)]).toEqual(['Ana María', 'Ana María']);
    expect(await rename('evil.com')).toMatchObject({ status: 400, body: { errors: [{ field: 'name' }] } });
    await linkage.close();
  });
});
