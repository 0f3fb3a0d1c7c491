import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportLog, importLog, type Position } from '@linkage/event-sourcing';
import { eventually } from '@linkage/event-sourcing/testing';
import { SqliteReadStore } from '@linkage/stores';
import { startServer } from '../server';
import { openLog } from '../storage';
import { Browser } from '../testing/browser';
import { connectedCreator } from '../testing/connected-creator';
import { freePort, serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';
import type { CommandLine } from './command-line';
import { exportLogCommand } from './export-log.command-line';
import { hashReadModelsCommand } from './hash-read-models.command-line';
import { importLogCommand } from './import-log.command-line';
import { rebuildCommand } from './rebuild.command-line';
import { runCommandLine } from './run-command-line';
import { verifyLogCommand } from './verify-log.command-line';

/** Where the thread is that rebuilds. */
const built = join(__dirname, '../../../../dist/apps/api');

const eventStoreUrl = process.env['LINKAGE_EVENTSTORE_URL'];

/** A workspace with a past, taken from one installation to another. */
describe('history taken to another installation', () => {
  let old: ServerUnderTest;
  let folder: string;
  const names = ['Noa', 'Mara', 'Juno'];
  /** Commands that would ask a running server find none. */
  let noServer: number;

  const call = async (command: CommandLine, args: readonly string[], data: string) => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await runCommandLine(
      [command],
      [command.name, ...args],
      { LINKAGE_DATA: data, LINKAGE_PORT: String(noServer) },
      { out: (line) => void out.push(line), err: (line) => void err.push(line) },
    );
    return { code, out, err };
  };
  const hashes = async (data: string) => JSON.parse((await call(hashReadModelsCommand, ['--json'], data)).out[0] ?? '');
  const heads = async (data: string) => JSON.parse((await call(verifyLogCommand, ['--json'], data)).out[0] ?? '');
  const mailsOf = async (browser: Browser, name: string) =>
    (await browser.get(`/mailbox/api/messages?to=${name.toLowerCase()}@example.com`)).body;

  beforeAll(async () => {
    noServer = await freePort();
    old = await serverUnderTest();
    const member = await old.member();
    for (const name of names) await connectedCreator(old, member, name);
    for (const name of names) await eventually(async () => expect(await mailsOf(old.browser(), name)).toHaveLength(1));
    await eventually(async () => {
      const { workspaces, findings } = await heads(old.config.dataDirectory);
      expect(findings).toEqual([]);
      expect(workspaces).toHaveLength(1);
      expect(workspaces[0].sealed).toBe(workspaces[0].head.count);
    });
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'linkage-moved-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  afterAll(() => old.close());

  /** Starts a server on the moved history, and holds that it shows the same and sends no mail. */
  const showsTheSame = async (): Promise<void> => {
    for (const file of ['vault.db', 'vault.db-wal', 'master.key'])
      await copyFile(join(old.config.dataDirectory, file), join(folder, file));
    await eventually(async () => expect((await old.browser().get('/health/ready')).status).toBe(200));
    const port = await freePort();
    const server = await startServer(
      { ...old.config, dataDirectory: folder, port, publicUrl: `http://127.0.0.1:${port}` },
      '/nowhere',
    );
    try {
      const browser = new Browser(server.url);
      await eventually(async () => expect((await browser.get('/health/ready')).status).toBe(200));
      const before = await hashes(old.config.dataDirectory);
      expect(before.find(({ name }: { name: string }) => name === 'account-list').rows).toBe(names.length);
      await eventually(async () => expect(await hashes(folder)).toEqual(before));
      expect(await heads(folder)).toEqual(await heads(old.config.dataDirectory));
      // Reactors have read to the end when a new invitation is mailed; the old ones were not mailed again.
      const session = await browser.post('/api/session', {
        email: 'member.1@example.com',
        password: 'correct horse battery',
      });
      expect(session.status).toBe(200);
      await browser.post('/api/invitations', { name: 'Newcomer', email: 'newcomer@example.com' });
      await eventually(async () => expect(await mailsOf(browser, 'newcomer')).toHaveLength(1));
      for (const name of names) expect(await mailsOf(browser, name)).toEqual([]);
    } finally {
      await server.close();
    }
  };

  it.each(['facts.ndjson', 'facts.ndjson.gz'])(
    'as the file %s: read models are hash-equal, chains hold, no mail is sent again',
    async (name) => {
      const file = join(folder, name);
      const exported = await call(exportLogCommand, [file], old.config.dataDirectory);
      expect(exported).toMatchObject({
        code: 0,
        err: [expect.stringMatching(/^\d+ facts exported\. .*vault\.db and the master key must come along\.$/)],
      });
      expect(await call(importLogCommand, [file], folder)).toMatchObject({
        code: 0,
        err: [expect.stringMatching(/^\d+ facts imported\./)],
      });
      expect(await call(importLogCommand, [file], folder)).toMatchObject({
        code: 0,
        err: [expect.stringMatching(/^0 facts imported, \d+ were there already\./)],
      });
      await showsTheSame();
    },
  );

  it('is compared before the first start, when nothing has been refreshed yet', async () => {
    const file = join(folder, 'facts.ndjson');
    await call(exportLogCommand, [file], old.config.dataDirectory);
    await call(importLogCommand, [file], folder);
    for (const name of ['vault.db', 'vault.db-wal', 'master.key'])
      await copyFile(join(old.config.dataDirectory, name), join(folder, name));
    expect(await call(rebuildCommand(built), ['all'], folder)).toMatchObject({ code: 0 });
    expect(await hashes(folder)).toEqual(await hashes(old.config.dataDirectory));
    expect(await heads(folder)).toEqual(await heads(old.config.dataDirectory));
  });

  it('into a folder where a Linkage ran before: its reactions find that all is done', async () => {
    const port = await freePort();
    await (
      await startServer(
        { ...old.config, dataDirectory: folder, port, publicUrl: `http://127.0.0.1:${port}` },
        '/nowhere',
      )
    ).close();
    const file = join(folder, 'facts.ndjson');
    await call(exportLogCommand, [file], old.config.dataDirectory);
    expect(await call(importLogCommand, [file], folder)).toMatchObject({ code: 0 });
    await rm(join(folder, 'vault.db'));
    await showsTheSame();
  });

  (eventStoreUrl ? it : it.skip)('through EventStoreDB and back', async () => {
    const here = await openLog(
      { dataDirectory: old.config.dataDirectory, eventStoreUrl: undefined },
      { readOnly: true },
    );
    const { PartOfLog } = await import('@linkage/stores/testing');
    const server = await PartOfLog.on(await openLog({ dataDirectory: folder, eventStoreUrl }));
    const there = await openLog({ dataDirectory: folder, eventStoreUrl: undefined });
    const { added } = await importLog(server, exportLog(here));
    expect(await importLog(there, exportLog(server))).toEqual({ there: 0, added });
    for (const log of [here, server, there]) await log.close();
    await showsTheSame();
  });

  it('removes read models that were folded before: they count in positions of another log', async () => {
    const file = join(folder, 'facts.ndjson');
    await call(exportLogCommand, [file], old.config.dataDirectory);
    const port = await freePort();
    await (await startServer({ ...old.config, dataDirectory: folder, port }, '/nowhere')).close();
    expect(existsSync(join(folder, 'documents.db'))).toBe(true);
    expect(await call(importLogCommand, [file], folder)).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'documents.db'))).toBe(false);
  });

  it('is not brought into a data folder that a server uses', async () => {
    const file = join(folder, 'facts.ndjson');
    await call(exportLogCommand, [file], old.config.dataDirectory);
    await expect(call(importLogCommand, [file], old.config.dataDirectory)).rejects.toThrow(
      /documents\.db is in use: another Linkage writes to this data folder/,
    );
    await expect(call(exportLogCommand, [file], old.config.dataDirectory)).rejects.toThrow(
      `${file} is there already. Give another name`,
    );
  });

  it('leaves the read models as they are when the file is refused', async () => {
    const [file, readModels] = [join(folder, 'facts.ndjson'), join(folder, 'documents.db')];
    await mkdir(folder, { recursive: true });
    const store = SqliteReadStore.open(readModels);
    await store.savePosition('anything', '7' as Position);
    await store.close();
    await writeFile(file, 'no export');
    await expect(call(importLogCommand, [file], folder)).rejects.toThrow('this is no export');
    await expect(call(importLogCommand, [join(folder, 'mistyped')], folder)).rejects.toThrow('is not there');
    const kept = SqliteReadStore.open(readModels);
    expect(await kept.loadPosition('anything')).toBe('7');
    await kept.close();
  });

  it('is not taken from a file that is not there, cut off or no export', async () => {
    const file = join(folder, 'facts.ndjson.gz');
    await expect(call(importLogCommand, [file], folder)).rejects.toThrow('facts.ndjson.gz or its folder is not there.');
    await writeFile(file, 'no gzip');
    await expect(call(importLogCommand, [file], folder)).rejects.toThrow('is damaged: it cannot be unpacked');
    await call(exportLogCommand, [join(folder, 'whole.gz')], old.config.dataDirectory);
    await rm(file);
    const whole = await readFile(join(folder, 'whole.gz'));
    await writeFile(file, whole.subarray(0, whole.length / 2));
    await expect(call(importLogCommand, [file], folder)).rejects.toThrow('ends too early: it was cut off');
    await expect(call(verifyLogCommand, [], join(folder, 'nowhere'))).rejects.toThrow(/There is no .*log\.db/);
  });
});

describe('npm run linkage -- verify-log', () => {
  it('compares with a head that was noted, and says in words what it found', async () => {
    const linkage = await serverUnderTest();
    const member = await linkage.member();
    await member.post('/api/invitations', { name: 'Noa', email: 'noa@example.com' });
    const verify = async (...args: string[]) => {
      const out: string[] = [];
      const lines = { out: (line: string) => void out.push(line), err: () => undefined };
      return {
        code: await runCommandLine(
          [verifyLogCommand],
          ['verify-log', ...args],
          { LINKAGE_DATA: linkage.config.dataDirectory },
          lines,
        ),
        out,
      };
    };
    const {
      out: [head = ''],
    } = await eventually(async () => {
      const answer = await verify();
      expect(answer.out[1]).toMatch(/^ {2}\d+ facts, all sealed and unchanged$/);
      return answer;
    });
    expect(head).toMatch(/^[\w-]+:\d+:[\w-]{43}$/);
    expect(await verify('--expect', head)).toMatchObject({
      code: 0,
      out: [head, expect.any(String), expect.stringMatching(/^Nothing is wrong with \d+ facts of 1 workspace\.$/)],
    });
    const [workspaceId] = head.split(':');
    expect(await verify('--expect', `${workspaceId}:1:${'a'.repeat(43)}`)).toMatchObject({
      code: 1,
      out: expect.arrayContaining([
        expect.stringMatching(/^BROKEN .*: rewritten\. The history up to fact 1 is not the one that was noted/),
      ]),
    });
    expect(await verify('--expect', `${workspaceId}:9:short`)).toEqual({ code: 2, out: [] });
    await linkage.close();
  });
});
