import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const support = (file: string): string => JSON.stringify(join(root, 'apps/journeys/src/support', file));

describe('journeys that run out of time', () => {
  let folder: string;
  beforeEach(() => {
    // In the checkout, so that the journeys find Playwright.
    mkdirSync(join(root, 'tmp'), { recursive: true });
    folder = mkdtempSync(join(root, 'tmp', 'journeys-'));
    mkdirSync(join(folder, 'temporary'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs these journeys with a Linkage and a sandbox, and gives what Playwright said. */
  const run = (journeys: string): string => {
    writeFileSync(
      join(folder, 'late.journey.ts'),
      `import { test } from ${support('test.ts')}; import { startInstallation } from ${support('installation.ts')};\n${journeys}`,
    );
    writeFileSync(
      join(folder, 'playwright.config.mjs'),
      `export default { globalSetup: ${support('run-folder.ts')}, testDir: '.', testMatch: '*.journey.ts', workers: 1, reporter: 'line', timeout: 2000 };`,
    );
    const cli = join(root, 'node_modules/@playwright/test/cli.js');
    const { stdout } = spawnSync(process.execPath, [cli, 'test', '-c', folder], {
      encoding: 'utf8',
      // Playwright refuses to run where it believes to be in jest.
      env: { ...process.env, JEST_WORKER_ID: undefined, TMPDIR: join(folder, 'temporary') },
    });
    return stdout;
  };
  const left = (): string[] => readdirSync(join(folder, 'temporary')).filter((name) => name.startsWith('linkage-'));
  const answers = (url: string): Promise<boolean> =>
    fetch(url).then(
      () => true,
      () => false,
    );

  it('leave no process and no folder behind', async () => {
    const output = run(`
      test('one', async ({ linkage }) => {
        console.log('HERE ' + linkage.url + ' ' + linkage.sandboxUrl);
        await new Promise(() => undefined);
      });`);
    const [, ...urls] = /HERE (http\S+) (http\S+)/.exec(output) ?? [];
    expect(urls).toHaveLength(2);
    expect(output).toContain('1 failed');
    for (const url of urls) expect(await answers(url)).toBe(false);
    expect(left()).toEqual([]);
  }, 120_000);

  it('leave nothing of a Linkage that they did not come to stop', async () => {
    const output = run(`
      test('one', async () => {
        test.setTimeout(60_000);
        const own = await startInstallation();
        console.log('HERE ' + own.url + ' ' + own.sandboxUrl);
        test.setTimeout(1);
        await new Promise(() => undefined);
      });`);
    const [, ...urls] = /HERE (http\S+) (http\S+)/.exec(output) ?? [];
    expect(urls).toHaveLength(2);
    for (const url of urls) expect(await answers(url)).toBe(false);
    expect(left()).toEqual([]);
  }, 120_000);
});
