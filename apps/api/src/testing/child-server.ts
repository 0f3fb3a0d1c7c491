import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser } from './browser';
import { ChildApp } from './child-app';
import { freePort } from './server-under-test';

interface ChildServerOptions {
  /** A data folder that others share; made when absent. */
  readonly directory?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What must answer before it counts as started. */
  readonly until?: '/health/ready' | '/health/live';
}

/** The built server as a process of its own, which can be killed without warning and started again on the same data. */
export class ChildServer {
  private child: ChildApp | undefined;

  private constructor(
    readonly port: number,
    readonly directory: string,
    private readonly options: ChildServerOptions,
  ) {}

  static async start(options: ChildServerOptions = {}): Promise<ChildServer> {
    const server = new ChildServer(
      await freePort(),
      options.directory ?? (await mkdtemp(join(tmpdir(), 'linkage-child-'))),
      options,
    );
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get browser(): Browser {
    return new Browser(this.url);
  }

  /** What it has written to stdout and stderr since its start. */
  get output(): string {
    return this.child?.output ?? '';
  }

  /** Resolves when the server is ready: its read models have caught up. */
  async start(): Promise<void> {
    const { env, until = '/health/ready' } = this.options;
    const settings = {
      LINKAGE_MODE: 'demo',
      LINKAGE_PORT: String(this.port),
      LINKAGE_PUBLIC_URL: this.url,
      LINKAGE_DATA: this.directory,
      LINKAGE_EVENTSTORE_URL: '',
      LINKAGE_SANDBOX_URL: 'http://127.0.0.1:9',
      LINKAGE_LOG_LEVEL: 'warn',
      ...env,
    };
    this.child = await ChildApp.start('api', settings, `${this.url}${until}`);
  }

  /** @param withinMs who is not gone by then is killed, and this fails */
  async end(signal: 'SIGKILL' | 'SIGTERM', withinMs?: number): Promise<number | null> {
    return this.child ? this.child.end(signal, withinMs) : null;
  }

  async remove(): Promise<void> {
    await this.end('SIGKILL');
    await rm(this.directory, { recursive: true, force: true });
  }
}
