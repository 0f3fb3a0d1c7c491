import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { freePort, serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';
import { createPasswordLink } from './create-password-link.command-line';
import { createRegistrationLink } from './create-registration-link.command-line';
import { createWorkspaceCommand } from './create-workspace.command-line';
import { runCommandLine } from './run-command-line';

const key = 'an operator key of more than thirty-two characters';
const asked = ['--workspace', 'Bright Brands', '--name', 'Ana Lima', '--email', 'ana@example.com'];
const password = 'correct horse battery';

const run = async (
  args: readonly string[],
  environment: Record<string, string>,
  input = '',
): Promise<{ code: number; out: string; err: string }> => {
  const [out, err]: [string[], string[]] = [[], []];
  const commands = [createWorkspaceCommand(Readable.from([input])), createRegistrationLink, createPasswordLink];
  const code = await runCommandLine(commands, args, environment, {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
};

describe('the operator, beside a running server where registration is closed', () => {
  let linkage: ServerUnderTest;
  let environment: Record<string, string>;
  beforeAll(async () => {
    linkage = await serverUnderTest({ operatorKey: key, registration: 'closed' });
    environment = {
      LINKAGE_PORT: String(linkage.config.port),
      LINKAGE_PUBLIC_URL: linkage.url,
      LINKAGE_DATA: linkage.config.dataDirectory,
      LINKAGE_OPERATOR_KEY: key,
      LINKAGE_REGISTRATION: 'closed',
    };
  });
  afterAll(() => linkage.close());

  it('makes a workspace, whose member chooses a password through the printed link', async () => {
    const stranger = await linkage.browser().post('/api/registration', {
      workspaceName: 'Fjord',
      name: 'Ben',
      email: 'ben@example.com',
      password,
    });
    expect(stranger).toMatchObject({ status: 403, body: { code: 'registration-closed' } });
    const { code, out, err } = await run(['create-workspace', ...asked], environment);
    expect([code, out]).toEqual([0, expect.stringMatching(new RegExp(`^${linkage.url}/set-password#[\\w-]{43}$`))]);
    expect(err).toContain('ana@example.com');
    const member = linkage.browser();
    expect((await member.post('/api/password', { link: out.split('#')[1], password })).status).toBe(200);
    expect((await member.get('/api/session')).body.workspace.name).toBe('Bright Brands');
    await expect(run(['create-workspace', ...asked], environment)).rejects.toThrow(/registered already/);
  });

  it('gives a member who has forgotten the password a link to choose another one', async () => {
    const { code, out, err } = await run(['create-password-link', '--email', 'Ana@example.com'], environment);
    expect([code, out]).toEqual([0, expect.stringMatching(new RegExp(`^${linkage.url}/reset-password#[\\w-]{43}$`))]);
    expect(err).toContain('works once');
    const member = linkage.browser();
    const chosen = { link: out.split('#')[1], password: 'four herons on a pier' };
    expect((await member.post('/api/password', chosen)).status).toBe(200);
    expect((await member.get('/api/session')).body.workspace.name).toBe('Bright Brands');
    const unknown = run(['create-password-link', '--email', 'stranger@example.com'], environment);
    await expect(unknown).rejects.toThrow(/No member signs in with this e-mail/);
    expect(await run(['create-password-link'], environment)).toMatchObject({ code: 2 });
  });

  it('is told that a registration link would open nothing', async () => {
    await expect(run(['create-registration-link'], environment)).rejects.toThrow(/LINKAGE_REGISTRATION=invite/);
  });

  it('is told which field is wrong', async () => {
    expect(await run(['create-workspace', ...asked.slice(0, 4), '--email', 'ana@'], environment)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^email: /),
    });
    expect(await run(['create-workspace', ...asked.slice(0, 4)], environment)).toMatchObject({
      code: 2,
      err: expect.stringContaining('Give --workspace, --name and --email.'),
    });
    expect(await run(['create-registration-link', '--days', 'many'], environment)).toMatchObject({ code: 2 });
  });
});

describe('the operator, before the first start', () => {
  it('makes a workspace and a registration link, which work as soon as the server runs', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'linkage-first-'));
    const environment = {
      LINKAGE_PORT: String(await freePort()),
      LINKAGE_DATA: directory,
      LINKAGE_REGISTRATION: 'invite',
    };
    try {
      const made = await run(['create-workspace', ...asked, '--password-stdin'], environment, `${password}\n`);
      expect([made.code, made.out]).toEqual([0, expect.stringContaining('ana@example.com can sign in at')]);
      const link = await run(['create-registration-link', '--days', '2', '--json'], environment);
      expect(link.code).toBe(0);
      const linkage = await serverUnderTest({ dataDirectory: directory, registration: 'invite' });
      try {
        const signedIn = await linkage.browser().post('/api/session', { email: 'ana@example.com', password });
        expect(signedIn).toMatchObject({ status: 200, body: { workspace: { name: 'Bright Brands' } } });
        const registered = await linkage.browser().post('/api/registration', {
          workspaceName: 'Fjord & Friends',
          name: 'Ben',
          email: 'ben@example.com',
          password,
          invitation: JSON.parse(link.out).url.split('#')[1],
        });
        expect(registered.status).toBe(201);
      } finally {
        await linkage.close();
      }
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});
