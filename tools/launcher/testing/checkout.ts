import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../../..');

export const freePort = (host = '127.0.0.1'): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, host, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** Writes its process id, so that a spec can look whether it is still there. */
const known = `require('node:fs').appendFileSync(process.env.PIDS, process.pid + '\\n');`;

/** A build that is quick; with BUILD=hangs it and a process of its own go on until they are ended. */
const nx = `${known}
const { spawn } = require('node:child_process');
console.log('> nx run api:build');
if (process.env.BUILD === 'hangs') {
  spawn(process.execPath, ['-e', ${JSON.stringify(`${known} setInterval(() => {}, 1000)`)}], { stdio: 'inherit' });
  setInterval(() => {}, 1000);
}`;

/** Listens as the real ones do, and says what it was given. */
const server = (port: string, host: string, path: string): string => `
import { createServer } from 'node:http';
import { appendFileSync } from 'node:fs';
appendFileSync(process.env.PIDS, process.pid + '\\n');
if (process.env.BREAKS === '${port}') process.exit(3);
createServer((asked, answer) => answer.writeHead(asked.url === '${path}' ? 200 : 404).end()).listen(
  Number(process.env.${port} || 3000), process.env.${host} || '127.0.0.1', () => console.log('STARTED ${port}'));
process.on('SIGTERM', () => process.exit(0));
`;

/**
 * A folder with the launcher and the readers of settings as they are, in a path with a space, an umlaut and signs of
 * URLs and shells. What it builds and starts is made up, so that it can be stopped at any moment.
 */
export class Checkout {
  readonly folder = join(mkdtempSync(join(tmpdir(), 'linkage-start-')), 'Käse & Brot 100% #1');
  private readonly started: ChildProcess[] = [];

  constructor() {
    cpSync(join(root, 'tools'), join(this.folder, 'tools'), { recursive: true });
    for (const name of ['apps', 'libs', 'tsconfig.base.json']) symlinkSync(join(root, name), join(this.folder, name));
    this.write('node_modules/nx/package.json', JSON.stringify({ name: 'nx', bin: { nx: 'nx.js' } }));
    this.write('node_modules/nx/nx.js', nx);
    symlinkSync(join(root, 'node_modules/esbuild'), join(this.folder, 'node_modules/esbuild'));
    this.write('dist/apps/api/main.mjs', server('LINKAGE_PORT', 'LINKAGE_HOST', '/health/ready'));
    this.write('dist/apps/platform-sandbox/main.mjs', server('SANDBOX_PORT', 'SANDBOX_HOST', '/control/api/clock'));
  }

  /** @param byNpm in a shell, to which alone npm passes a signal on */
  start(env: Readonly<Record<string, string>>, { byNpm = false } = {}): Started {
    const script = join(this.folder, 'tools/start.mjs');
    const [program = '', ...args] = byNpm
      ? ['sh', '-c', '"$0" "$1"; true', process.execPath, script]
      : [process.execPath, script];
    const child = spawn(program, args, {
      env: {
        ...(byNpm && { npm_lifecycle_event: 'start' }),
        PATH: process.env['PATH'],
        PIDS: join(this.folder, 'pids'),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.started.push(child);
    return new Started(child);
  }

  /** Of all that was started, what is still there. */
  left(): number[] {
    const pids = join(this.folder, 'pids');
    if (!existsSync(pids)) return [];
    return readFileSync(pids, 'utf8')
      .trim()
      .split('\n')
      .map(Number)
      .filter((id) => {
        try {
          return process.kill(id, 0);
        } catch {
          return false;
        }
      });
  }

  remove(): void {
    for (const child of this.started) child.kill('SIGKILL');
    for (const id of this.left()) process.kill(id, 'SIGKILL');
    rmSync(dirname(this.folder), { recursive: true, force: true });
  }

  private write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }
}

export class Started {
  output = '';
  readonly ended: Promise<number | null>;

  constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (piece: Buffer) => (this.output += String(piece)));
    this.ended = new Promise((resolve) => child.once('close', resolve));
  }

  /** Resolves when it has said so; throws when it ended without. */
  async until(text: string): Promise<void> {
    while (!this.output.includes(text)) {
      if (this.child.exitCode !== null) throw new Error(`It ended without saying "${text}":\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}
