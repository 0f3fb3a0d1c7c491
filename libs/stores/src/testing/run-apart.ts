import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../../..');

const bundling = `
  import { build } from 'esbuild';
  const [entry, outfile] = process.argv.slice(1);
  await build({
    entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', tsconfig: 'tsconfig.base.json', logLevel: 'error',
  });`;

/** A program to start in processes that can be killed. */
export interface Apart {
  /** The bundle, for a thread. */
  readonly file: string;
  start(args: readonly string[]): ChildProcess;
  remove(): void;
}

/**
 * Bundles a TypeScript file. `entry` is a path from the workspace's root. The bundle is in its `tmp` folder, where
 * packages are found.
 */
export const runApart = (entry: string): Apart => {
  const bundle = join(root, 'tmp', `${entry.replaceAll('/', '-')}.${process.pid}.mjs`);
  execFileSync(process.execPath, ['--input-type=module', '-e', bundling, entry, bundle], { cwd: root });
  return {
    file: bundle,
    start: (args) => spawn(process.execPath, [bundle, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] }),
    remove: () => rmSync(bundle, { force: true }),
  };
};
