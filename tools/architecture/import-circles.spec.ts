import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { circlesIn, folderGraph, importGraph } from './import-graph';

const root = join(__dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const files = globSync(['apps/**/*.{ts,mts}', 'libs/**/*.{ts,mts}', 'tools/**/*.{ts,mts}'], {
  cwd: root,
  exclude: (name) => ['node_modules', 'dist', '.angular'].includes(name),
});
const { compilerOptions } = JSON.parse(read('tsconfig.base.json')) as {
  compilerOptions: { paths: Record<string, [string]> };
};
const aliases = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([name, [file]]) => [name, file.replace('./', '')]),
);
const workspace = importGraph(files, aliases, read);

describe('imports', () => {
  it('make no circle of files', () => {
    expect(circlesIn(workspace)).toEqual([]);
  });

  it('make no circle of folders in the dashboard', () => {
    const folderOf = (file: string) =>
      /^apps\/dashboard\/src\/app\/((?:shared\/)?[^/]+)\/.+(?<!\.spec)\.ts$/u.exec(file)?.[1];
    expect(circlesIn(folderGraph(workspace, folderOf))).toEqual([]);
  });
});

describe('a circle is seen', () => {
  const graphOf = (sources: Record<string, string>) =>
    importGraph(Object.keys(sources), { '@linkage/b': 'b/index.ts' }, (file) => sources[file] ?? '');

  it.each([
    ['of values', `import { a } from './a';`],
    ['of types', `import type { A } from './a';`],
    ['of what is exported again', `export * from './a';`],
    ['of what is loaded later', `export const a = () => import('./a');`],
  ])('%s', (_, back) => {
    expect(circlesIn(graphOf({ 'x/a.ts': `import { b } from './b';`, 'x/b.ts': back }))).toEqual([
      'x/a.ts → x/b.ts → x/a.ts',
    ]);
  });

  it('through the front door of a lib', () => {
    const sources = { 'a.ts': `import { b } from '@linkage/b';`, 'b/index.ts': `import { a } from '../a';` };
    expect(circlesIn(graphOf(sources))).toEqual(['a.ts → b/index.ts → a.ts']);
  });

  it('of folders whose files make none', () => {
    const sources = {
      'a/one.ts': `import { b } from '../b/two';`,
      'b/two.ts': '',
      'b/three.ts': `import { a } from '../a/one';`,
    };
    const graph = graphOf(sources);
    expect(circlesIn(graph)).toEqual([]);
    expect(circlesIn(folderGraph(graph, (file) => file.split('/')[0]))).toEqual(['a → b → a']);
  });

  it('and two ways to one file are none', () => {
    const sources = {
      'a.ts': `import './b'; import './c';`,
      'b.ts': `import './d';`,
      'c.ts': `import './d';`,
      'd.ts': '',
    };
    expect(circlesIn(graphOf(sources))).toEqual([]);
  });
});
