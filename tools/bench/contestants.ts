import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every run of a contestant has a process and a folder of its own, so that none warms up or fills anything for another.
 */
export type Contestant = (folder: string, argument: string) => Promise<object>;

/**
 * In the child process: runs the contestant that was asked for and prints what it measured. Call it first; true means:
 * nothing more to do.
 */
export const ranAsContestant = async (contestants: Readonly<Record<string, Contestant>>): Promise<boolean> => {
  const [name, folder, argument = ''] = process.argv.slice(2);
  if (name === undefined || folder === undefined) return false;
  const contestant = contestants[name];
  if (!contestant) throw new Error(`There is no contestant ${name}.`);
  process.stdout.write(JSON.stringify(await contestant(folder, argument)));
  return true;
};

/**
 * Runs one contestant of this bench in a process of its own, in an empty folder on the disk of the workspace, or in
 * `keptFolder`.
 */
export const run = async <Measured extends object>(
  name: string,
  argument: string | number = '',
  keptFolder?: string,
): Promise<Measured> => {
  const folder = keptFolder ?? freshFolder();
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', process.argv[1] ?? '', name, folder, String(argument)],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (!keptFolder) rmSync(folder, { recursive: true, force: true });
  if (status !== 0) throw new Error(`${name} failed`);
  return JSON.parse(stdout) as Measured;
};

export const freshFolder = (): string => {
  const parent = join(process.cwd(), 'tmp');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, 'bench-'));
};
