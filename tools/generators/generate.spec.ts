import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
let scratch = '';

const run = (command: string, args: string[]): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  return { status, output: stdout + stderr };
};
const generate = (...args: string[]) => run(process.execPath, [join(__dirname, 'generate.mjs'), ...args, scratch]);

beforeEach(() => {
  mkdirSync(join(root, 'tmp'), { recursive: true });
  scratch = mkdtempSync(join(root, 'tmp/generated-'));
  mkdirSync(join(scratch, 'libs/invitations/src'), { recursive: true });
  writeFileSync(
    join(scratch, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../tsconfig.base.json',
      compilerOptions: { types: ['node', 'jest'], emitDecoratorMetadata: true, noEmit: true },
      include: ['libs/**/*.ts', '../../libs/http/src/**/*.d.ts', '../../libs/mail/src/**/*.d.ts'],
    }),
  );
  writeFileSync(
    join(scratch, 'jest.config.cjs'),
    `module.exports = require('../../tools/jest-preset.cjs')({ name: 'generated', root: '../..' });`,
  );
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

describe('the generator', () => {
  it('makes slices that compile and pass', () => {
    expect(generate('command-slice', 'invitations', 'rename-creator')).toMatchObject({ status: 0 });
    expect(generate('read-slice', 'invitations', 'creator-notes')).toMatchObject({ status: 0 });
    expect(readdirSync(join(scratch, 'libs/invitations/src/rename-creator'))).toHaveLength(5);

    expect(run('tsc', ['-p', join(scratch, 'tsconfig.json')])).toEqual({ status: 0, output: '' });
    const specs = run('jest', ['-c', join(scratch, 'jest.config.cjs'), '--rootDir', scratch]);
    expect(specs.output).toContain('3 passed');
    expect(specs.status).toBe(0);
  }, 120_000);

  it('says what is wrong', () => {
    expect(generate('command-slice', 'invitations', 'RenameCreator').output).toContain('not a name in kebab case');
    expect(generate('command-slice', 'nowhere', 'x').output).toContain('no context "nowhere"');
    expect(generate('thing', 'invitations', 'x').output).toContain('command-slice or read-slice');
  });
});
