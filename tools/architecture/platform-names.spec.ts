import { globSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const ids = readdirSync(join(root, 'libs/platform-guide/src'))
  .filter((file) => file.endsWith('.manifest.ts'))
  .map((file) => file.replace('.manifest.ts', ''));
const named = (text: string): boolean => new RegExp(ids.join('|'), 'i').test(text);

/** Lint refuses a platform's name in code; these are the files that it does not read. */
describe('styles and templates', () => {
  it('would be refused with a name in them', () => {
    expect(named('.tile.facebook { --tile: #0866ff; }')).toBe(true);
    expect(named('<p>Sign in to YouTube</p>')).toBe(true);
    expect(named('.tile { color: #fff; }')).toBe(false);
  });

  it('name no platform', () => {
    const files = globSync('{apps,libs}/*/src/**/*.{css,scss,html,hbs}', { cwd: root });
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => named(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });
});
