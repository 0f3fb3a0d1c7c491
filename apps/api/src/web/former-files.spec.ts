import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FormerFiles } from './former-files';
import { WebFiles } from './web-files';

const DAY = 24 * 3_600_000;

describe('parts of a page that an update took away', () => {
  let [build, folder] = ['', ''];
  /** What a build puts in place of the one before. */
  const builds = (...names: string[]): void => {
    rmSync(build, { recursive: true, force: true });
    build = mkdtempSync(join(tmpdir(), 'linkage-build-'));
    for (const name of ['index.html', ...names]) writeFileSync(join(build, name), `// ${name}`);
  };
  const starts = (): WebFiles => {
    const files = new WebFiles(build, new FormerFiles(folder));
    files.keepForLater();
    return files;
  };
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'linkage-former-')), 'former-pages');
  });
  afterEach(() => {
    for (const path of [build, join(folder, '..')]) rmSync(path, { recursive: true, force: true });
  });

  it('are still there, and are what they were', () => {
    builds('history-B1ShGH_S.js', 'styles-B1ShGH_S.css');
    starts();
    builds('history-C2ShGH_S.js');
    const files = starts();
    expect(String(files.find('history-B1ShGH_S.js')?.bytes)).toBe('// history-B1ShGH_S.js');
    expect(files.find('styles-B1ShGH_S.css')?.immutable).toBe(true);
    expect(files.find('history-C2ShGH_S.js')).toBeDefined();
  });

  it('are gone two weeks after they were last served', () => {
    const former = new FormerFiles(folder);
    builds('old-B1ShGH_S.js', 'new-B1ShGH_S.js');
    const [old, young] = ['old-B1ShGH_S.js', 'new-B1ShGH_S.js'].map((name) => [name, starts().find(name)!] as const);
    former.keep([old!, young!], Date.now());
    former.keep([young!], Date.now() + 10 * DAY);
    expect(readdirSync(folder)).toHaveLength(2);
    former.keep([young!], Date.now() + 15 * DAY);
    expect(readdirSync(folder)).toEqual(['new-B1ShGH_S.js']);
  });

  it.each(['index.html', 'theme.js', '../log.db', 'x/../../log.db', 'C:log-B1ShGH_S.js', '.env'])(
    '%s is none',
    (name) => {
      builds('theme.js');
      starts();
      writeFileSync(join(folder, '../log.db'), 'secret');
      expect(new FormerFiles(folder).find(name)).toBeUndefined();
    },
  );
});
