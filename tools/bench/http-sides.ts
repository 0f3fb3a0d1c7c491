import autocannon from 'autocannon';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One side of a comparison over HTTP: a server in a process of its own. */
export interface Side {
  readonly url: string;
  stop(): Promise<void>;
}

export interface Measured {
  readonly perSecond: number;
  readonly p99: number;
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

const until = async (url: string): Promise<void> => {
  for (let tries = 0; tries < 600; tries += 1) {
    if (
      await fetch(url).then(
        ({ status }) => status < 500,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} does not answer`);
};

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return;
  child.kill();
  await once(child, 'exit');
};

/** A bare node:http server; `handler` is the text of its request listener. */
export const bareServer = async (handler: string): Promise<Side> => {
  const port = await freePort();
  const source = `require('node:http').createServer(${handler}).listen(${port}, '127.0.0.1');`;
  const child = spawn(process.execPath, ['-e', source], { stdio: 'inherit' });
  const url = `http://127.0.0.1:${port}/`;
  await until(url);
  return { url, stop: () => stop(child) };
};

/** Registers a workspace with one member; gives the cookie of the session. */
export const registered = async (url: string, email: string): Promise<string> => {
  const answer = await fetch(`${url}/api/registration`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ workspaceName: 'Bench', name: 'Bench', email, password: 'a long password' }),
  });
  if (!answer.ok) throw new Error(`registration answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
};

/** Work on a workspace before it is measured: over HTTP first, then in its data folder while no server runs. */
export interface Preparation {
  readonly asMember: (url: string, cookie: string) => Promise<void>;
  readonly inFolder: (data: string) => Promise<void>;
}

/**
 * The whole application, on an empty data folder, with one member signed in. All roles run until the member is there:
 * some make what others read.
 */
export const linkage = async (
  roles: string,
  prepared?: Preparation,
): Promise<Side & { readonly cookie: string; readonly pid: number }> => {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const data = mkdtempSync(join(tmpdir(), 'linkage-bench-'));
  const start = async (wanted: string, ready: string): Promise<ChildProcess> => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'dist/bench/served.mjs'], {
      env: {
        ...process.env,
        LINKAGE_MODE: 'demo',
        LINKAGE_HOST: '127.0.0.1',
        LINKAGE_PORT: String(port),
        LINKAGE_PUBLIC_URL: url,
        LINKAGE_DATA: data,
        BENCH_ROLES: wanted,
        NODE_ENV: 'production',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await until(`${url}${ready}`);
    return child;
  };
  const all = await start('', '/health/ready');
  const asMember = async (): Promise<string> => {
    const made = await registered(url, 'bench@example.com');
    await prepared?.asMember(url, made);
    return made;
  };
  const cookie = await asMember().finally(() => stop(all));
  await prepared?.inFolder(data);
  const child = await start(roles, '/health/live');
  return {
    url,
    cookie,
    pid: child.pid ?? 0,
    stop: async () => {
      await stop(child);
      rmSync(data, { recursive: true, force: true });
    },
  };
};

/** Load from `connections` clients for four seconds; refused requests fail the bench. */
export const fire = async (
  url: string,
  connections: number,
  request: { method: string; headers: Record<string, string>; body?: () => string },
): Promise<Measured> => {
  const { body, ...fixed } = request;
  const result = await autocannon({
    url,
    connections,
    duration: 4,
    requests: [{ ...fixed, ...(body && { setupRequest: (made) => ({ ...made, body: body() }) }) }],
  });
  const refused = result.non2xx + result.errors;
  if (refused > 0) throw new Error(`${refused} of ${result.requests.total} requests failed at ${url}`);
  return { perSecond: result['2xx'] / result.duration, p99: result.latency.p99 };
};
