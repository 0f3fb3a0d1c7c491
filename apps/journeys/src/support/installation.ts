import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { endWithRun, runFolder } from './run-folder';

/** A whole Linkage of one's own: server and platform sandbox as processes, on free ports and an empty data folder. */
export interface Installation {
  /** Origin of dashboard, microsite, API and mailbox. */
  readonly url: string;
  /** Origin of the platform sandbox: another host name, so really cross-site. */
  readonly sandboxUrl: string;
  /** Kills the server without warning and starts it again on the same data folder. */
  crashAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

/** Of every installation here. */
export const operatorKey = 'the operator key of all journeys, long enough';

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

/** Starts a built app as a process that ends with the run at the latest. */
export const launch = (app: string, env: Record<string, string>): Running => {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--enable-source-maps', join(root, `dist/apps/${app}/main.mjs`)],
    {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  endWithRun(child);
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => output.push(String(chunk)));
  return { child, output };
};

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

export const startInstallation = async (): Promise<Installation> => {
  const data = await mkdtemp(join(runFolder(), 'data-'));
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const url = `http://localhost:${port}`;
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;

  const sandbox = launch('platform-sandbox', {
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_REDIRECT_URIS: `${url}/api/oauth/{platform}/callback`,
  });
  await until(`${sandboxUrl}/control/api/clock`, sandbox);

  const startServer = async (): Promise<Running> => {
    const server = launch('api', {
      LINKAGE_MODE: 'demo',
      LINKAGE_PORT: String(port),
      LINKAGE_PUBLIC_URL: url,
      LINKAGE_SANDBOX_URL: sandboxUrl,
      LINKAGE_DATA: data,
      LINKAGE_OPERATOR_KEY: operatorKey,
      LINKAGE_SALES_URL: 'https://calendar.example.com/sales',
    });
    await until(`http://127.0.0.1:${port}/health/ready`, server);
    return server;
  };
  let server = await startServer();

  return {
    url,
    sandboxUrl,
    crashAndRestart: async () => {
      await end(server.child, 'SIGKILL');
      server = await startServer();
    },
    stop: async () => {
      await Promise.all([end(server.child, 'SIGTERM'), end(sandbox.child, 'SIGTERM')]);
      if (process.env['JOURNEY_LOGS']) console.log(server.output.join(''), sandbox.output.join(''));
      await rm(data, { recursive: true, force: true });
    },
  };
};
