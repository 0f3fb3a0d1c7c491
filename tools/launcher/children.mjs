import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Linkage itself gives up after 10 s. */
const PATIENCE_MS = 12_000;
const onWindows = process.platform === 'win32';

/** The processes of one start. Once it is stopping, no more are begun, and all that run are ended. */
export class Children {
  #running = new Set();
  #stopping = new AbortController();

  get stopping() {
    return this.#stopping.signal.aborted;
  }

  /** Aborted as soon as it is stopping. */
  get signal() {
    return this.#stopping.signal;
  }

  /**
   * Runs a file with this Node, line by line to `hear`. `ended` resolves with the exit code, null where a signal ended
   * it. undefined: it is stopping.
   * @param {{env?: object, group?: boolean, hear: (line: string) => void}} options group: what it starts itself is
   *   ended with it
   */
  begin(args, { env = {}, group = false, hear }) {
    if (this.stopping) return undefined;
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: group && !onWindows,
    });
    const end = (signal) => {
      try {
        if (group && !onWindows) process.kill(-child.pid, signal);
        else child.kill(signal);
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
    };
    this.#running.add(end);
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', hear);
    const ended = new Promise((resolve) => {
      child.on('error', (error) => hear(error.message));
      child.on('close', (code) => {
        this.#running.delete(end);
        resolve(code);
      });
    });
    return { ended };
  }

  /** The first code counts. */
  stop(code) {
    if (this.stopping) return;
    this.#stopping.abort();
    process.exitCode = code;
    for (const end of this.#running) end('SIGTERM');
    setTimeout(() => {
      for (const end of this.#running) end('SIGKILL');
    }, PATIENCE_MS).unref();
  }
}
