import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@linkage/event-sourcing/testing';

const built = (app: string): string => join(__dirname, `../../../../dist/apps/${app}/main.mjs`);

/** A built app as a process of its own, which can be killed without warning. */
export class ChildApp {
  output = '';
  private readonly child: ChildProcess;

  private constructor(app: string, env: Readonly<Record<string, string>>) {
    const file = built(app);
    if (!existsSync(file)) throw new Error(`${app} is not built. Run: npm run nx -- run ${app}:build`);
    this.child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--enable-source-maps', file], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (piece: Buffer) => (this.output += String(piece)));
  }

  /** Resolves when `url` answers 2xx. */
  static async start(app: string, env: Readonly<Record<string, string>>, url: string): Promise<ChildApp> {
    const child = new ChildApp(app, env);
    await eventually(async () => child.hasEnded || (await fetch(url).catch(() => undefined))?.ok === true, 90_000);
    if (child.hasEnded) throw new Error(`${app} ended with ${child.exitCode}:\n${child.output}`);
    return child;
  }

  get exitCode(): number | null {
    return this.child.exitCode;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /**
   * Gives the exit code; null when the signal ended it. A process that is not gone by then is killed, and this fails.
   */
  end(signal: 'SIGKILL' | 'SIGTERM', withinMs?: number): Promise<number | null> {
    return new Promise((resolve, reject) => {
      if (this.hasEnded) return resolve(this.exitCode);
      const late = (): void => {
        this.child.kill('SIGKILL');
        reject(new Error(`It was still there ${withinMs} ms after ${signal}.\n${this.output}`));
      };
      const timer = withinMs === undefined ? undefined : setTimeout(late, withinMs);
      this.child.once('exit', (code) => {
        clearTimeout(timer);
        resolve(code);
      });
      this.child.kill(signal);
    });
  }
}
