import autocannon from 'autocannon';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pairs, report } from './ratios';

/** Goal 1: durable commands over HTTP, 200 clients, the whole application, against a bare node:http JSON echo in a process of its own. */
const CLIENTS = 200;
const SECONDS = 4;
const ROUNDS = 7;

interface Measured { readonly perSecond: number; readonly p99: number }

const freePort = async (): Promise<number> => {
  const probe = createTcpServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

const fire = async (url: string, headers: Record<string, string>, body: () => string): Promise<Measured> => {
  const result = await autocannon({
    url, connections: CLIENTS, duration: SECONDS,
    requests: [{ method: 'POST', headers: { 'content-type': 'application/json', ...headers }, setupRequest: (request) => ({ ...request, body: body() }) }],
  });
  const refused = result.non2xx + result.errors;
  if (refused > 0) throw new Error(`${refused} of ${result.requests.total} requests failed at ${url}`);
  return { perSecond: result['2xx'] / result.duration, p99: result.latency.p99 };
};

const echoServer = `require('node:http').createServer((req, res) => { let body = ''; req.on('data', (c) => (body += c)).on('end', () => {
  res.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(JSON.parse(body))); }); }).listen(Number(process.env.PORT), '127.0.0.1');`;

const until = async (url: string): Promise<void> => {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await fetch(url).then(() => true, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} does not answer`);
};

const [echoPort, port] = [await freePort(), await freePort()];
const data = mkdtempSync(join(tmpdir(), 'linkage-bench-'));
const echo = spawn(process.execPath, ['-e', echoServer], { env: { ...process.env, PORT: String(echoPort) }, stdio: 'inherit' });
const publicUrl = `http://localhost:${port}`;
const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'dist/apps/api/main.mjs'], {
  env: { ...process.env, LINKAGE_PORT: String(port), LINKAGE_PUBLIC_URL: publicUrl, LINKAGE_DATA: data, LINKAGE_ROLES: process.env['BENCH_ROLES'] ?? 'web', NODE_ENV: 'production' },
  stdio: ['ignore', 'ignore', 'inherit'],
});
try {
  await until(`http://127.0.0.1:${echoPort}`);
  await until(`${publicUrl}/health/live`);
  const registered = await fetch(`${publicUrl}/api/registration`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: publicUrl },
    body: JSON.stringify({ workspaceName: 'Bench', name: 'Bench', email: 'bench@example.com', password: 'a long password' }),
  });
  const cookie = registered.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  let count = 0;
  const body = (): string => JSON.stringify({ name: `Creator ${(count += 1)}`, email: `creator-${count}@example.com` });
  const command = (): Promise<Measured> => fire(`${publicUrl}/api/invitations`, { cookie, origin: publicUrl }, body);
  const bare = (): Promise<Measured> => fire(`http://127.0.0.1:${echoPort}/`, {}, body);
  await command();
  await bare();
  const rounds = await pairs(ROUNDS, command, bare);
  report('goal 1: POST /api/invitations per second, to a node:http echo', rounds.map(([ours, base]) => ours.perSecond / base.perSecond), { atLeast: 0.2 });
  report('goal 1: p99 latency, to the echo\'s', rounds.map(([ours, base]) => ours.p99 / base.p99), { atMost: 5 });
} finally {
  server.kill();
  echo.kill();
  rmSync(data, { recursive: true, force: true });
}
