import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Suffix {
  readonly suffix: string;
  readonly pure: boolean;
}

/** The table as documented: `| \`suffix\` | … | pure |`. */
const documented = (): Suffix[] => {
  const [, section = ''] = readFileSync(join(__dirname, '../../docs/architecture.md'), 'utf8').split('## File names');
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => {
      const [names = '', , pure = ''] = line.split('|').slice(1);
      return [...names.matchAll(/`\.([\w-]+)`/gu)].map(([, suffix = '']) => ({ suffix, pure: pure.trim() === 'yes' }));
    });
};

/** A process of its own: jest's CommonJS sandbox does not import ES modules. */
const enforced = (): Suffix[] => {
  const script = `import('./file-names.mjs').then((m) => console.log(JSON.stringify(
    [...m.suffixes, ...m.specKinds].map((suffix) => ({ suffix, pure: m.pureSuffixes.includes(suffix) })))))`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: __dirname, encoding: 'utf8' });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as Suffix[];
};

const sorted = (list: Suffix[]): Suffix[] => list.sort((a, b) => a.suffix.localeCompare(b.suffix));

describe('suffixes of files', () => {
  it('are those that docs/architecture.md explains', () => {
    expect(sorted(documented())).toEqual(sorted(enforced()));
  });
});
