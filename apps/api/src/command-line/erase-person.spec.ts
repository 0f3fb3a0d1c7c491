import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ErasureCertificate } from '@linkage/contracts';
import { FactLog } from '@linkage/event-sourcing';
import { eventually } from '@linkage/event-sourcing/testing';
import { DataSubjectKeys } from '@linkage/vault';
import type { Browser } from '../testing/browser';
import { ChildSandbox } from '../testing/child-sandbox';
import { fillDemoWorkspace } from '../testing/fill-demo-workspace';
import { mailsTo } from '../testing/invited-creator';
import { Line } from '../testing/line';
import { serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';
import { erasePersonCommand } from './erase-person.command-line';
import { runCommandLine } from './run-command-line';

const kwame = { name: 'Kwame Asante', email: 'kwame@asantefilms.example', handles: ['kwameshoots', 'kwamecuts'] };

/** How many there are depends on how many were fetched meanwhile. */
const withoutPictures = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => !/^( {2}- )?\d+ pictures? /.test(line));

describe('npm run linkage -- erase-person', () => {
  let sandbox: ChildSandbox;
  let linkage: ServerUnderTest;
  let desk: Browser;
  let running = true;
  /** Whatever of Kwame's could be read anywhere: names, handles, addresses, ids and titles of posts. */
  let traces: string[];
  let kwameId: string;
  let his: string[];
  let owner: { memberId: string; email: string; workspaceId: string };

  const run = async (args: string[], answer = '') => {
    const [out, err, asked]: [string[], string[], string[]] = [[], [], []];
    const command = erasePersonCommand('/nowhere', async (question) => {
      asked.push(question);
      return answer;
    });
    const environment = {
      LINKAGE_PORT: new URL(linkage.url).port,
      LINKAGE_PUBLIC_URL: linkage.url,
      LINKAGE_DATA: linkage.config.dataDirectory,
      LINKAGE_SANDBOX_URL: sandbox.url,
    };
    const lines = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
    const code = await runCommandLine([command], ['erase-person', ...args], environment, lines);
    return { code, out, err, asked };
  };
  const get = async (path: string): Promise<string> => (await desk.get(path)).text;
  const items = async (path: string) => (await desk.get(path)).body.items;
  const postsOf = async (accountId: string) => {
    const all = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await desk.get(`/api/accounts/${accountId}/content?limit=100&cursor=${cursor}`);
      all.push(...body.items);
      cursor = body.next;
    }
    return all;
  };
  const part = <Part>(token: Parameters<ServerUnderTest['server']['app']['get']>[0]): Part =>
    linkage.server.app.get(token, { strict: false });
  const filesHold = (text: string, but = /^$/): string[] =>
    readdirSync(linkage.config.dataDirectory, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && file.name !== 'older-vault' && !but.test(file.name))
      .filter((file) => readFileSync(join(file.parentPath, file.name)).includes(Buffer.from(text)))
      .map(({ name }) => name);
  const backup = (): string => join(linkage.config.dataDirectory, 'older-vault');
  const inVault = (kind: string): number => {
    const db = new DatabaseSync(join(linkage.config.dataDirectory, 'vault.db'));
    const count = Number(db.prepare('SELECT count(*) AS records FROM sealed WHERE kind = ?').get(kind)?.['records']);
    db.close();
    return count;
  };

  beforeAll(async () => {
    sandbox = await ChildSandbox.start();
    linkage = await serverUnderTest({ sandboxUrl: sandbox.url });
    await sandbox.registers(linkage.url);
    desk = await linkage.member('Ingrid Solheim');
    const { member, workspace } = (await desk.get('/api/session')).body;
    owner = { ...member, workspaceId: workspace.workspaceId };
    await fillDemoWorkspace(linkage, desk, [kwame.name, 'Sana Qureshi']);
    await eventually(async () => {
      const accounts = await items('/api/accounts');
      expect(accounts).toHaveLength(3);
      for (const { lastUpdatedAt } of accounts) expect(lastUpdatedAt).not.toBeNull();
    }, 60_000);
    const accounts = (await items('/api/accounts')).filter(
      ({ creatorName }: { creatorName: string }) => creatorName === kwame.name,
    );
    kwameId = accounts[0].invitationId;
    const posts = new Map<string, { contentId: string; title: string; accountId: string }[]>();
    for (const { accountId } of await items('/api/accounts')) posts.set(accountId, await postsOf(accountId));
    his = accounts.map(({ accountId }: { accountId: string }) => accountId);
    const titles = [...posts].filter(([id]) => !his.includes(id)).flatMap(([, of]) => of.map(({ title }) => title));
    const post = posts.get(his[0] ?? '')?.find(({ title }) => title !== '' && !titles.includes(title));
    if (!post) throw new Error('There is no post with a title of its own.');
    traces = [kwame.name, kwame.email, ...kwame.handles, post.contentId, post.title];
    await eventually(async () => expect(await mailsTo(kwame.email, linkage.url)).toHaveLength(1));
  }, 180_000);
  afterAll(async () => {
    if (running) await linkage.server.close();
    rmSync(linkage.config.dataDirectory, { recursive: true, force: true });
    await sandbox.end();
  });

  it('says what would make sense, and asks for what is typed before anything is erased', async () => {
    expect(await run([])).toMatchObject({
      code: 2,
      err: ['Say whom to erase: the id of a member, an invitation or an account, or --email.', expect.anything()],
    });
    expect((await run(['--help'])).out.join(' ')).toContain('id of a member, an invitation or an account');
    expect(await run(['x', '--email', 'a@b.example'])).toMatchObject({ code: 2 });
    expect(await run(['--email', 'nobody@here.example'])).toMatchObject({
      code: 1,
      err: [expect.stringContaining('There is no such person')],
    });
    expect(await run(['--email', kwame.email, '--workspace', 'Another'])).toMatchObject({ code: 1 });
    const { code, err, asked, out } = await run(
      ['--email', kwame.email.toUpperCase(), '--workspace', "ingrid solheim's brand"],
      'yes',
    );
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(asked).toEqual([`Type ${kwame.email.toUpperCase()} to erase the person: `]);
    expect(withoutPictures(err)).toEqual([
      expect.stringMatching(new RegExp(`^This erases the creator ${kwameId} of Ingrid Solheim's brand`)),
      '  - 2 accounts (Instagram, YouTube) are disconnected.',
      '  - The invitation is withdrawn, and its link does not work any more.',
      '  - 1 mail to the address leaves the mailbox of the demo.',
      expect.stringContaining('cannot be taken back'),
      'That is not what was to be typed. Nothing was erased.',
    ]);
    expect((await run(his.slice(0, 1))).asked).toEqual([`Type ${kwameId} to erase the person: `]);
    expect(await get('/api/accounts')).toContain(kwame.name);
  });

  it('erases on the running server: nothing of the person is left anywhere, and a certificate says what was done', async () => {
    for (const trace of traces) expect(filesHold(trace, /^(log|vault)\.db/)).not.toEqual([]);
    const before = new Date().toISOString();
    const line = await Line.open(desk);
    const db = new DatabaseSync(join(linkage.config.dataDirectory, 'vault.db'));
    db.exec(`VACUUM INTO '${backup()}'`);
    db.close();
    expect(inVault('grant')).toBe(3);

    const { code, out } = await run(['--email', kwame.email, '--json'], kwame.email);
    expect(code).toBe(0);
    const certificate = JSON.parse(out.join('\n')) as ErasureCertificate;
    expect({ ...certificate, done: withoutPictures(certificate.done) }).toMatchObject({
      subject: kwameId,
      kind: 'creator',
      workspaceName: "Ingrid Solheim's brand",
      openFacts: [],
      facts: expect.arrayContaining([
        { type: 'InvitationIssued', count: 1 },
        { type: 'SocialAccountConnected', count: 2 },
        { type: 'ContentMetricsCaptured', count: expect.any(Number) },
      ]),
      done: [
        'The key of the person was deleted from the vault.',
        'An account on Instagram was disconnected.',
        'An account on YouTube was disconnected.',
        'YouTube took the access back.',
        'The invitation was withdrawn.',
        '1 mail to the address left the mailbox of the demo.',
      ],
      remains: expect.arrayContaining([expect.stringContaining('Backups of vault.db')]),
    });
    await line.until(({ event }) => event === 'reset');
    line.close();
    expect(inVault('grant')).toBe(1);

    const paths = [
      '/api/invitations',
      '/api/accounts',
      '/api/attempts?result=all',
      '/api/history?limit=100',
      '/api/history/people',
      `/api/accounts?asOf=${before}`,
      `/api/invitations?asOf=${before}`,
    ];
    const shown = (await Promise.all(paths.map(get))).join('\n');
    for (const trace of traces) {
      expect({ trace, files: filesHold(trace) }).toEqual({ trace, files: [] });
      expect(shown).not.toContain(trace);
      expect(out.join('\n')).not.toContain(trace);
    }
    const erasedOn = { erased: { at: expect.stringMatching(/^\d{4}-/) } };
    expect((await items('/api/invitations?withdrawn=true'))[0]).toMatchObject({ invitationId: kwameId, ...erasedOn });
    const account = JSON.parse(await get(`/api/accounts/${his[0]}`));
    expect(account).toMatchObject({ username: '[erased]', avatarUrl: null, ...erasedOn });
    const then = JSON.parse(await get(`/api/accounts/${his[0]}?asOf=${before}`));
    expect(then).toMatchObject({ username: '[erased]', erased: { at: null } });
    expect(shown).toContain('A person’s data was erased');
    expect(shown).toContain('Sana Qureshi');
    expect((await items('/api/accounts')).map((one: { creatorName: string }) => one.creatorName)).toEqual([
      'Sana Qureshi',
    ]);
    const facts = (await part<FactLog>(FactLog).port.readAll({ limit: 1_000 })).facts;
    expect(
      facts
        .filter(({ type }) => type === 'SocialAccountDisconnected')
        .map(({ meta, data }) => [meta.actor, data['by']]),
    ).toEqual(Array.from({ length: 2 }, () => [{ kind: 'operator', id: 'operator' }, 'operator']));
  }, 120_000);

  it('is done once: asked again by id, it gives the certificate again, to be read', async () => {
    const { code, out, asked } = await run([kwameId]);
    expect({ code, asked }).toEqual({ code: 0, asked: [] });
    expect(out).toEqual(
      expect.arrayContaining([
        'CERTIFICATE OF ERASURE',
        '    SocialAccountConnected: 2',
        `Person:     creator ${kwameId}`,
      ]),
    );
    const facts = (await part<FactLog>(FactLog).port.readAll({ limit: 1_000 })).facts;
    expect(facts.filter(({ type }) => type === 'PersonErased')).toHaveLength(1);
    expect(await run(['--email', kwame.email])).toMatchObject({ code: 1 });
  });

  it('leaves the e-mail free: invited again, the person is a new one, whose accounts can be connected', async () => {
    await fillDemoWorkspace(linkage, desk, [kwame.name]);
    await eventually(async () => {
      const accounts = await items('/api/accounts');
      expect(accounts.filter((one: { creatorName: string }) => one.creatorName === kwame.name)).toHaveLength(2);
    });
    const [invited] = (await items('/api/invitations')).filter((one: { name: string }) => one.name === kwame.name);
    expect(invited.invitationId).not.toBe(kwameId);
    for (const path of ['resend', 'withdraw', 'undo-withdrawal'])
      expect([path, (await desk.post(`/api/invitations/${kwameId}/${path}`)).status]).toEqual([path, 404]);
    expect((await desk.get(`/api/invitations/${kwameId}/link`)).status).toBe(404);
  }, 60_000);

  it('deletes the key again when a backup of the vault brings it back', async () => {
    await linkage.server.close();
    const vault = join(linkage.config.dataDirectory, 'vault.db');
    for (const file of [vault, `${vault}-wal`, `${vault}-shm`]) rmSync(file, { force: true });
    copyFileSync(backup(), vault);
    await linkage.restart();
    await eventually(async () => expect(await part<DataSubjectKeys>(DataSubjectKeys).find(kwameId)).toBeUndefined());
  }, 60_000);

  it('erases a member on a stopped server, by id', async () => {
    await linkage.server.close();
    running = false;
    const { code, out, err } = await run([owner.memberId, '--yes']);
    expect(err).toEqual(
      expect.arrayContaining([
        expect.stringContaining('without a server'),
        '  - This is the only member: the workspace cannot be opened afterwards. Its accounts are still refreshed, and mails that Linkage sends by itself still go out. Erase its creators, too, to end that.',
      ]),
    );
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.arrayContaining(['    MemberJoined: 1', '  - The sign-in of the member was removed.']),
    });
    for (const trace of ['"Ingrid Solheim"', owner.email])
      expect({ trace, files: filesHold(trace, /^(mailbox|log)/) }).toEqual({ trace, files: [] });
    await linkage.restart();
    running = true;
    expect((await desk.get('/api/session')).status).toBe(401);
    const { status } = await linkage
      .browser()
      .post('/api/session', { email: owner.email, password: 'correct horse battery' });
    expect(status).toBe(401);
  }, 120_000);
});
