import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    expect(generate('thing', 'invitations', 'x').output).toContain('command-slice or platform or read-slice');
  });
});

const touched = ['libs/platform-guide/src', 'libs/platforms/src', 'apps/platform-sandbox/src'];
const read = (path: string): string => readFileSync(join(scratch, path), 'utf8');

describe('the generator of platforms', () => {
  beforeEach(() => {
    for (const folder of touched) cpSync(join(root, folder), join(scratch, folder), { recursive: true });
    const paths = {
      '@linkage/platform-guide': ['./libs/platform-guide/src/index.ts'],
      '@linkage/platforms': ['./libs/platforms/src/index.ts'],
      '@linkage/platforms/wire': ['./libs/platforms/src/wire/index.ts'],
      '@linkage/*': ['../../libs/*/src/index.ts'],
    };
    writeFileSync(
      join(scratch, 'tsconfig.json'),
      JSON.stringify({
        extends: '../../tsconfig.base.json',
        compilerOptions: { types: ['node'], noEmit: true, paths },
        files: ['libs/platforms/src/index.ts', 'libs/platforms/src/wire/index.ts', 'apps/platform-sandbox/src/main.ts'],
      }),
    );
  });

  it('makes a skeleton that compiles, with its lines in the registries', () => {
    const before = read('libs/platforms/src/connectors.ts').split('\n');
    expect(generate('platform', 'pinterest')).toMatchObject({ status: 0 });

    expect(readdirSync(join(scratch, 'libs/platforms/src/pinterest'))).toHaveLength(11);
    expect(readdirSync(join(scratch, 'apps/platform-sandbox/src/pinterest')).sort()).toEqual([
      'people.ts',
      'person.ts',
      'population.ts',
      'routes.ts',
    ]);
    expect(read('libs/platform-guide/src/pinterest.manifest.ts')).toContain("id: 'pinterest'");
    expect(read('libs/platform-guide/src/platforms.ts')).toMatch(/instagram.manifest';\n.*pinterest.manifest';\n/);
    expect(read('libs/platform-guide/src/platforms.ts')).toMatch(/\n {2}pinterest,\n} as const;/);
    expect(read('libs/platform-guide/src/platform-data.ts')).toMatch(/\n {2}pinterest: pinterestData,\n};/);
    expect(read('libs/platforms/src/wire/index.ts')).toContain("'../pinterest/pinterest.wire';\n");
    expect(read('apps/platform-sandbox/src/platforms.ts')).toMatch(
      /\n {2}\{ traits: pinterest, routes: pinterestRoutes \},\n];/,
    );
    const after = read('libs/platforms/src/connectors.ts').split('\n');
    expect(after.filter((line) => !before.includes(line))).toEqual([
      "import { pinterestConnector } from './pinterest/pinterest.connector';",
      "import { pinterestRecorded } from './pinterest/pinterest.recorded';",
      '  pinterest: { create: pinterestConnector, recorded: pinterestRecorded },',
    ]);
    expect(run('tsc', ['-p', join(scratch, 'tsconfig.json')])).toEqual({ status: 0, output: '' });
    const style = run('prettier', [
      '--check',
      '--ignore-path',
      '.no-ignore',
      `${scratch}/**/{pinterest/*,pinterest.*}`,
    ]);
    expect(style).toEqual({ status: 0, output: expect.stringContaining('All matched files') as string });
  }, 120_000);

  it.each([
    ['', 'not an id of a platform'],
    ['Pinterest', 'not an id of a platform'],
    ['../x', 'not an id of a platform'],
    ['tiktok', 'exists already'],
    ['meta', 'exists already'],
  ])('refuses the id "%s", and writes nothing', (id, why) => {
    const before = readdirSync(scratch, { recursive: true });
    expect(generate('platform', id)).toMatchObject({ status: 2, output: expect.stringContaining(why) as string });
    expect(readdirSync(scratch, { recursive: true })).toEqual(before);
  });

  it('says which registry has no place for a line, and writes nothing', () => {
    writeFileSync(join(scratch, 'libs/platforms/src/connectors.ts'), '');
    const { status, output } = generate('platform', 'pinterest');
    expect(status).toBe(2);
    expect(output).toContain('libs/platforms/src/connectors.ts has no line of another platform');
    expect(readdirSync(join(scratch, 'libs/platforms/src'))).not.toContain('pinterest');
  });
});
