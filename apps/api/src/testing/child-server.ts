import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser } from './browser';
import { freePort } from './server-under-test';

const built = join(__dirname, '../../../../dist/apps/api/main.mjs');

/** The built server as a process of its own, which can be killed without warning and started again on the same data. */
export class ChildServer {
  private child: ChildProcess | undefined;
  private output = '';

  private constructor(private readonly port: number, readonly directory: string) {}

  static async start(): Promise<ChildServer> {
    if (!existsSync(built)) throw new Error('The server is not built. Run: npm run nx -- run api:build');
    const server = new ChildServer(await freePort(), await mkdtemp(join(tmpdir(), 'linkage-crash-')));
    await server.start();
    return server;
  }

  get browser(): Browser {
    return new Browser(`http://127.0.0.1:${this.port}`);
  }

  /** Resolves when the server is ready: its read models have caught up. */
  async start(): Promise<void> {
    const env = {
      ...process.env, LINKAGE_MODE: 'demo', LINKAGE_PORT: String(this.port), LINKAGE_PUBLIC_URL: `http://127.0.0.1:${this.port}`, LINKAGE_DATA: this.directory,
      LINKAGE_SANDBOX_URL: 'http://127.0.0.1:9', LINKAGE_LOG_LEVEL: 'warn',
    };
    this.output = '';
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--enable-source-maps', built], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (this.output += String(piece)));
    this.child = child;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${this.output}`);
      const ready = await this.browser.get('/health/ready').catch(() => undefined);
      if (ready?.status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    return new Promise((resolve) => {
      const { child } = this;
      if (!child || child.exitCode !== null || child.signalCode !== null) return resolve(child?.exitCode ?? null);
      child.once('exit', resolve);
      child.kill(signal);
    });
  }

  async remove(): Promise<void> {
    await this.end('SIGKILL');
    await rm(this.directory, { recursive: true, force: true });
  }
}
