import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { eventually } from '@linkage/event-sourcing/testing';
import { temporaryFolder } from './temporary-folder';

/**
 * Starts a server in the foreground, with `{port}` and `{folder}` (for its data) in it. Specs that stop and start a
 * server are skipped without it.
 */
const eventStoreDbCommand = process.env['LINKAGE_EVENTSTORE_COMMAND'];

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

/** An EventStoreDB that a spec starts, stops and kills; acknowledged facts survive. */
export class EventStoreDbProcess {
  private child: ChildProcess | undefined;
  private output = '';

  private constructor(
    private readonly command: string,
    readonly port: number,
    private readonly folder: ReturnType<typeof temporaryFolder>,
  ) {}

  /** Not started yet. */
  static async prepare(): Promise<EventStoreDbProcess> {
    if (!eventStoreDbCommand) throw new Error('Set LINKAGE_EVENTSTORE_COMMAND.');
    return new EventStoreDbProcess(eventStoreDbCommand, await freePort(), temporaryFolder());
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** Resolves when it answers. */
  async start(): Promise<void> {
    const command = this.command
      .replaceAll('{port}', String(this.port))
      .replaceAll('{folder}', this.folder.file('data'));
    const child = spawn('/bin/sh', ['-c', `exec ${command}`], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece: Buffer) => {
        this.output = `${this.output}${String(piece)}`.slice(-4_000);
      });
    this.child = child;
    await eventually(async () => {
      if (child.exitCode !== null) throw new Error(`EventStoreDB ended with ${child.exitCode}:\n${this.output}`);
      return (await fetch(`http://127.0.0.1:${this.port}/health/live`).catch(() => undefined))?.ok === true;
    }, 180_000);
  }

  async end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }

  async remove(): Promise<void> {
    await this.end('SIGKILL');
    this.folder.remove();
  }
}
