import type { Browser } from '../testing/browser';
import { serverUnderTest, type ServerUnderTest } from '../testing/server-under-test';
import { planCommand } from './plan.command-line';
import { runCommandLine } from './run-command-line';

const key = 'an operator key of more than thirty-two characters';

describe('npm run linkage -- plan', () => {
  let linkage: ServerUnderTest;
  let member: Browser;
  let other: Browser;
  beforeAll(async () => {
    linkage = await serverUnderTest({ operatorKey: key, salesUrl: 'https://cal.example.com/sales' });
    [member, other] = [await linkage.member(), await linkage.member()];
  });
  afterAll(() => linkage.close());

  const run = async (...args: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const environment = {
      LINKAGE_PORT: String(linkage.config.port),
      LINKAGE_PUBLIC_URL: linkage.url,
      LINKAGE_DATA: linkage.config.dataDirectory,
      LINKAGE_OPERATOR_KEY: key,
    };
    const lines = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
    const code = await runCommandLine([planCommand], ['plan', ...args], environment, lines);
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
  const workspaceOf = async (browser: Browser): Promise<{ workspaceId: string; name: string }> =>
    (await browser.get('/api/session')).body.workspace;
  const planOf = async (browser: Browser) => (await browser.get('/api/plan')).body;

  it('lists the workspaces', async () => {
    const { workspaceId, name } = await workspaceOf(member);
    const { out } = await run();
    expect(out.split('\n')[0]).toMatch(/^WORKSPACE +NAME +REGISTERED +PLAN +STAGING ENDS$/);
    expect(out).toContain(workspaceId);
    expect(out).toContain(name);
    const listed = JSON.parse((await run('--json', '--workspace', workspaceId)).out);
    expect(listed.workspaces).toEqual([expect.objectContaining({ workspaceId, name, plan: 'staging' })]);
  });

  it('prolongs staging access of one workspace', async () => {
    const { workspaceId } = await workspaceOf(other);
    const { code, out } = await run('prolong', 'staging', '--workspace', workspaceId, '--days', '90');
    expect([code, out]).toEqual([0, expect.stringMatching(/^Staging access of .+ ends at \d{4}-\d\d-\d\dT/)]);
    expect(await planOf(other)).toMatchObject({ plan: 'staging', daysLeft: 90 });
    expect(await planOf(member)).toMatchObject({ daysLeft: 30, salesUrl: 'https://cal.example.com/sales' });
  });

  it('grants production access, which does not end', async () => {
    const { workspaceId, name } = await workspaceOf(member);
    expect(await run('grant', 'production', '--workspace', workspaceId)).toMatchObject({
      code: 0,
      out: `${name} has production access.`,
    });
    expect(await planOf(member)).toMatchObject({ plan: 'production', accounts: { limit: null }, daysLeft: null });
    expect(await run('grant', 'production', '--workspace', workspaceId)).toMatchObject({ code: 0 });
    await expect(run('prolong', 'staging', '--workspace', workspaceId)).rejects.toThrow(/production access/);
  });

  it.each([
    [['grant', 'production'], 'Give --workspace'],
    [['grant', 'gold', '--workspace', 'x'], 'Say "grant production"'],
    [['grant', 'production', '--workspace', 'Nowhere Inc'], 'There is no workspace called Nowhere Inc'],
    [['prolong', 'staging', '--workspace', 'x', '--days', 'many'], 'days: Give'],
  ])('says what is wrong with %j', async (args, cure) => {
    const { code, err } = await run(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(cure)]);
  });
});
