import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const root = join(__dirname, '../..');
const notCopied = new Set(['node_modules', 'dist', '.nx', '.git', '.data', '.angular', 'tmp', 'coverage']);

describe('a checkout in a path with a space and an umlaut', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linkage ünusual '));
  const checkout = join(folder, 'link age');
  const linked = join(folder, 'löcation');
  beforeAll(() => {
    cpSync(root, checkout, { recursive: true, filter: (path) => !notCopied.has(basename(path)) });
    symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
    symlinkSync(checkout, linked);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
    spawnSync(process.execPath, args, {
      cwd: tmpdir(),
      encoding: 'utf8',
      env: { ...process.env, NX_DAEMON: 'false', LINKAGE_PORT: '9' },
    });

  it.each([checkout, linked])(
    'is built by Nx and runs what was built: %s',
    (place) => {
      rmSync(join(checkout, 'dist'), { recursive: true, force: true });
      const { status, stdout, stderr } = run(join(place, 'tools/linkage.mjs'), 'help');
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toContain('usage: npm run linkage');
      expect(readdirSync(join(checkout, 'dist/apps/api'))).toContain('main.mjs');
    },
    240_000,
  );

  it('has its settings read, and a demo that says what is missing', () => {
    const { status, stderr } = run(join(checkout, 'tools/demo.mjs'));
    expect(status).toBe(1);
    expect(stderr).toContain('Nothing answers at http://localhost:9.');
  });

  it('is linted', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(checkout, 'tools/architecture/lint-lines.mjs')],
      {
        cwd: checkout,
        encoding: 'utf8',
        input: JSON.stringify([{ file: 'libs/settings/src/x.ts', code: 'export const x: any = 1;' }]),
        env: { ...process.env, NX_DAEMON: 'false' },
      },
    );
    expect([status, stderr]).toEqual([0, expect.any(String)]);
    expect(stdout).toContain('no-explicit-any');
  });
});
