import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';
import { operatorKeyCommand } from './operator-key.command-line';
import { projections } from './projections.command-line';
import { rebuildCommand } from './rebuild.command-line';
import { retry } from './retry.command-line';
import { runCommandLine } from './run-command-line';

const programs = join(__dirname, '../../../../dist/apps/api');
const commands = [operatorKeyCommand, projections, rebuildCommand(programs), retry];

describe('npm run linkage', () => {
  let linkage: ServerUnderTest;
  let running = true;
  const environment = (): Record<string, string> => ({
    LINKAGE_PORT: new URL(linkage.url).port,
    LINKAGE_PUBLIC_URL: linkage.url,
    LINKAGE_DATA: linkage.config.dataDirectory,
    LINKAGE_SANDBOX_URL: 'http://127.0.0.1:9',
  });
  const run = async (...args: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await runCommandLine(commands, args, environment(), {
      out: (line) => void out.push(line),
      err: (line) => void err.push(line),
    });
    return { code, out, err };
  };
  const stop = async (): Promise<void> => {
    if (running) await linkage.server.close();
    running = false;
  };

  beforeAll(async () => {
    linkage = await serverUnderTest({}, join(programs, '..'));
    const member = await linkage.member();
    const invited = await member.post('/api/invitations', { name: 'Noa', email: 'noa@example.com' });
    await member.get('/api/invitations', { 'X-Linkage-Position': invited.body.position });
  }, 120_000);
  afterAll(async () => {
    await stop();
    rmSync(linkage.config.dataDirectory, { recursive: true, force: true });
  });

  it('prints the key, and where to go with it', async () => {
    const { code, out, err } = await run('operator-key');
    expect({ code, out }).toEqual({ code: 0, out: [expect.stringMatching(/^[\w-]{43}$/)] });
    expect(err).toEqual([expect.stringContaining(`Sign in with it at ${linkage.url}/operator.`)]);
  });

  it('lists what the running server reads, for people and for programs', async () => {
    const { code, out } = await run('projections');
    expect(code).toBe(0);
    expect(out.find((line) => line.startsWith('invitation-list'))).toMatch(
      /^invitation-list +projection +\d+ +running +\d+ .* 1$/,
    );
    expect(out.find((line) => line.startsWith('email-invitation'))).toContain('reactor');
    const parsed = JSON.parse((await run('projections', '--json')).out.join('\n')) as { name: string }[];
    expect(parsed.map(({ name }) => name)).toContain('invitation-list');
  });

  it('rebuilds on the running server, to the end', async () => {
    const { code, out } = await run('rebuild', 'invitation-list');
    expect({ code, out }).toEqual({
      code: 0,
      out: [expect.stringMatching(/^invitation-list: built, \d+ facts at \d+ per second, 1 rows$/)],
    });
  }, 120_000);

  it('says what would make sense', async () => {
    expect(await run('rebuild', 'invitation-lust')).toMatchObject({
      code: 2,
      err: [
        expect.stringContaining('There are: workspace-list, own-preferences, invitation-list, '),
        expect.anything(),
      ],
    });
    expect(await run('rebuild')).toMatchObject({ code: 2 });
    expect(await run('projections', '--yaml')).toMatchObject({
      code: 2,
      err: ["Unknown option '--yaml'.", expect.anything()],
    });
    expect(await run('retry', 'invitation-list')).toMatchObject({ code: 0 });
    await expect(run('retry', 'invitation-lust')).rejects.toThrow('Use one of ');
  });

  it('says whom to ask when the process that it asks does not fold', async () => {
    const web = await serverUnderTest({ roles: ['web'] }, join(programs, '..'));
    const there = {
      ...environment(),
      LINKAGE_PORT: new URL(web.url).port,
      LINKAGE_PUBLIC_URL: web.url,
      LINKAGE_DATA: web.config.dataDirectory,
    };
    const ask = runCommandLine(commands, ['rebuild', 'all'], there, { out: () => undefined, err: () => undefined });
    await expect(ask).rejects.toMatchObject({
      name: 'ServerRefused',
      message: expect.stringMatching(/Another process folds.* LINKAGE_PORT/),
    });
    await web.close();
  });

  it('does it itself when no server runs', async () => {
    await stop();
    const listed = await run('projections');
    expect(listed.err).toEqual([expect.stringContaining('this is how the read models and reactions stand')]);
    expect(listed.out.find((line) => line.startsWith('invitation-list'))).toMatch(/ idle .* 1$/);
    const { code, out, err } = await run('rebuild', 'all', '--json');
    expect({ code, err }).toEqual({ code: 0, err: [] });
    const built = JSON.parse(out.join('\n')) as { name: string; rows: number; build: { state: string } }[];
    expect(built.every(({ build }) => build.state === 'done')).toBe(true);
    expect(built.find(({ name }) => name === 'invitation-list')).toMatchObject({ rows: 1 });
    expect(await run('retry', 'invitation-list')).toMatchObject({
      code: 1,
      err: [expect.stringContaining('Start Linkage')],
    });
  }, 120_000);

  it('says that there is nothing yet where there is nothing', async () => {
    await stop();
    const nowhere = mkdtempSync(join(tmpdir(), 'linkage-nothing-'));
    const err: string[] = [];
    const code = await runCommandLine(
      commands,
      ['projections'],
      { ...environment(), LINKAGE_DATA: nowhere },
      { out: () => undefined, err: (line) => void err.push(line) },
    );
    expect({ code, err }).toEqual({ code: 1, err: [expect.stringContaining('there are no read models in')] });
    rmSync(nowhere, { recursive: true });
  });
});
