import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\n')
  .filter(Boolean);
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const docs = tracked.filter((file) => file.endsWith('.md') && existsSync(join(root, file)));
/** What `wrong` finds in each document, with the document's name. */
const found = (wrong: (text: string, doc: string) => readonly string[]): readonly string[] =>
  docs.flatMap((doc) => wrong(read(doc), doc).map((one) => `${doc}: ${one}`));
const under = (path: string): readonly string[] =>
  tracked.filter((file) => file === path || file.startsWith(path.endsWith('/') ? path : `${path}/`));

describe('the documents name', () => {
  it('no file or folder that is not there', () => {
    const gone = (text: string) =>
      [...text.matchAll(/`((?:apps|libs|tools|docs)\/[\w./@-]+)`/g)]
        .map(([, path = '']) => path)
        .filter((path) => under(path).length === 0);
    expect(found(gone)).toEqual([]);
  });

  it('no source file by its last name that is nowhere', () => {
    const names = new Set(tracked.map((file) => file.split('/').at(-1)));
    const gone = (text: string) =>
      [...text.matchAll(/`([\w.-]+\.(?:ts|mjs|cjs))`/g)]
        .map(([, name = '']) => name)
        .filter((name) => !names.has(name));
    expect(found(gone)).toEqual([]);
  });

  it('nothing in a file that the file does not have', () => {
    const gone = (text: string) =>
      [...text.matchAll(/`((?:apps|libs|tools)\/[\w./@-]+)` → `(\w+)(?:\.(\w+))?`/g)]
        .filter(([, path = '', ...names]) => {
          const sources = under(path).filter((file) => /\.(?:ts|mjs|html)$/.test(file));
          return !names.every((name) => name === undefined || sources.some((file) => read(file).includes(name)));
        })
        .map(([all]) => all);
    expect(found(gone)).toEqual([]);
  });

  it('no place of another document that is not there', () => {
    const gone = (text: string, doc: string) =>
      [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
        .map(([, link = '']) => link)
        .filter((link) => !existsSync(join(root, dirname(doc), link)));
    expect(found(gone)).toEqual([]);
  });

  it('no script that package.json does not have', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const gone = (text: string) =>
      [...text.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !(name in scripts));
    expect(found(gone)).toEqual([]);
  });
});
