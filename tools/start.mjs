// `npm start`: builds what is not built yet, starts everything that the main job needs (Linkage and the platform sandbox), says where to go.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

process.chdir(new URL('..', import.meta.url).pathname);

const production = process.env.LINKAGE_MODE === 'production';
const port = Number(process.env.LINKAGE_PORT ?? 3000);
const host = process.env.LINKAGE_HOST ?? '127.0.0.1';
const sandboxPort = Number(process.env.SANDBOX_PORT ?? 3100);
const publicUrl = process.env.LINKAGE_PUBLIC_URL ?? `http://localhost:${port}`;
const sandboxUrl = process.env.LINKAGE_SANDBOX_URL ?? `http://127.0.0.1:${sandboxPort}`;
const ownSandbox = !production && !process.env.LINKAGE_SANDBOX_URL;

const fail = (message) => {
  console.error(`\n${message}\n`);
  process.exit(1);
};
if (Number(process.versions.node.split('.')[0]) < 24) {
  fail(
    `This is Node ${process.versions.node}; Linkage needs 24. It comes with "npm ci" on Linux; elsewhere install Node 24. Start with "npm start", not with "node".`,
  );
}

const free = (at, on) =>
  new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .once('listening', () => probe.close(() => resolve(true)));
    probe.listen(at, on);
  });
if (!(await free(port, host)))
  fail(`Port ${port} is in use. Stop what runs there, or choose another: LINKAGE_PORT=3001 npm start`);
if (ownSandbox && !(await free(sandboxPort, '127.0.0.1')))
  fail(`Port ${sandboxPort} is in use. Choose another for the platform sandbox: SANDBOX_PORT=3101 npm start`);

const projects = ['api', 'dashboard', 'microsite', ...(ownSandbox ? ['platform-sandbox'] : [])];

/** Nx builds only what has changed since it was built last. */
const build = () =>
  new Promise((resolve) => {
    const began = Date.now();
    console.log(`Building what is not built yet: ${projects.join(', ')}`);
    const child = spawn('nx', ['run-many', '-t', 'build', '-p', ...projects, '--output-style=static'], {
      env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', CI: 'true', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const kept = [];
    let done = 0;
    const heartbeat = setInterval(
      () => console.log(`  … ${Math.round((Date.now() - began) / 1000)} s, ${done} of ${projects.length} built`),
      5000,
    );
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        kept.push(line);
        // In this style Nx prints what a task said when the task has ended.
        const built = /^> nx run ([\w-]+):build/.exec(line);
        if (built) console.log(`  [${++done}/${projects.length}] ${built[1]}`);
      });
    }
    child.on('close', (code) => {
      clearInterval(heartbeat);
      if (code !== 0) fail(`${kept.join('\n')}\n\nThe build failed; the reason is above.`);
      console.log(`Built in ${Math.round((Date.now() - began) / 1000)} s.`);
      resolve();
    });
  });

const children = [];
let stopping = false;
const stop = (code) => {
  if (stopping) return;
  stopping = true;
  process.exitCode = code;
  for (const child of children) child.kill('SIGTERM');
};
const launch = (name, file, env) => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--enable-source-maps', file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => console.log(`${name.padEnd(8)} ${line}`));
  child.on('exit', (code) => {
    if (!stopping) console.error(`\n${name} stopped by itself (exit ${code}); stopping the rest.`);
    stop(code ?? 1);
  });
  children.push(child);
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(0));

/** Waits until the address answers 2xx, or one of the children has ended. */
const ready = async (url) => {
  while (!stopping) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

await build();
if (ownSandbox) {
  launch('sandbox', 'dist/apps/platform-sandbox/main.mjs', {
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_REDIRECT_URIS: process.env.SANDBOX_REDIRECT_URIS ?? `${publicUrl}/api/oauth/{platform}/callback`,
    SANDBOX_STATE: process.env.SANDBOX_STATE ?? join(process.env.LINKAGE_DATA ?? '.data', 'sandbox.json'),
  });
  await ready(`${sandboxUrl}/control/api/clock`);
}
launch('linkage', 'dist/apps/api/main.mjs', {
  LINKAGE_PORT: String(port),
  LINKAGE_HOST: host,
  LINKAGE_PUBLIC_URL: publicUrl,
  LINKAGE_LOG_LEVEL: process.env.LINKAGE_LOG_LEVEL ?? (production ? 'info' : 'warn'),
  ...(production ? {} : { LINKAGE_SANDBOX_URL: sandboxUrl }),
});
await ready(`http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/health/ready`);

if (!stopping) {
  const mailbox = !production && !process.env.LINKAGE_SMTP_URL;
  console.log(`
Linkage runs.

  Dashboard         ${publicUrl}/              register a workspace, then Invite Creators
${mailbox ? `  Mailbox           ${publicUrl}/mailbox       every mail that Linkage sends lands here\n` : ''}${production ? '' : `  Platform sandbox  ${sandboxUrl}/              make-believe platforms; move the clock here\n`}
Fill a workspace with 30 creators: npm run demo (in another terminal). Stop with Ctrl+C.
`);
}
