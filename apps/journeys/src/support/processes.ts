import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { endWithRun } from './run-folder';

const root = join(__dirname, '../../../..');

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

export interface Running {
  readonly child: ChildProcess;
  readonly output: string[];
}

/** Starts a program as a process that ends with the run at the latest. */
export const start = (file: string, args: readonly string[], env: Record<string, string>): Running => {
  const child = spawn(file, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  endWithRun(child);
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(String(chunk)));
  return { child, output };
};

/** Starts a built app. */
export const launch = (app: string, env: Record<string, string>): Running =>
  start(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--enable-source-maps', join(root, `dist/apps/${app}/main.mjs`)],
    env,
  );

/** Resolves when `url` answers. */
export const until = async (url: string, { child, output }: Running): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null)
      throw new Error(`ended with ${child.exitCode} before ${url} answered:\n${output.join('')}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Linkage itself gives up after 10 s. */
const PATIENCE_MS = 12_000;

export const end = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    child.once('exit', () => {
      clearTimeout(late);
      resolve();
    });
    child.kill(signal);
  });
