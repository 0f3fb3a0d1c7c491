import { Worker } from 'node:worker_threads';

/**
 * Runs in the worker thread. Given as text, because the program is one bundled file: there is no second file to start the worker from.
 * PASSIVE never makes a reader or the writer wait.
 */
const source = `
const { parentPort, workerData } = require('node:worker_threads');
const { DatabaseSync } = require('node:sqlite');
const db = new DatabaseSync(workerData.file, { timeout: 1000 });
const checkpoint = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');
parentPort.on('message', (message) => {
  if (message === 'close') { db.close(); parentPort.close(); return; }
  let left = 0;
  try {
    const { log, checkpointed } = checkpoint.get();
    left = Math.max(0, log - checkpointed);
  } catch (error) {
    if ((error.errcode & 0xff) !== 5) throw error;
  }
  parentPort.postMessage(left);
});
`;

/** Bytes written to the WAL before it is worth moving them into the database. */
const WORTH_IT = 4 * 1024 * 1024;
/** Beyond this the writer waits once for the checkpoint, so that the WAL can start over and does not grow without end. */
const TOO_LONG = 128 * 1024 * 1024;

/** Moves what was committed from the WAL into the database, off the main thread. */
export class WalCheckpoints {
  private worker: Worker | undefined;
  private sinceLast = 0;
  private length = 0;
  private running: Promise<void> | undefined;

  constructor(private readonly file: string) {}

  /** Told by the writer after each commit: about how many bytes it wrote. */
  wrote(bytes: number): void {
    this.sinceLast += bytes;
    this.length += bytes;
    if (this.sinceLast >= WORTH_IT) this.running ??= this.checkpoint();
  }

  /** Resolves at once, unless the WAL has grown too long: then when the running checkpoint has caught up. */
  async room(): Promise<void> {
    if (this.length < TOO_LONG) return;
    await (this.running ??= this.checkpoint());
  }

  get needsRoom(): boolean {
    return this.length >= TOO_LONG;
  }

  async close(): Promise<void> {
    await this.running?.catch(() => undefined);
    const worker = this.worker;
    if (!worker) return;
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    worker.ref();
    worker.postMessage('close');
    await ended;
  }

  private checkpoint(): Promise<void> {
    this.sinceLast = 0;
    const worker = this.start();
    return new Promise<void>((resolve) => {
      const finished = (left?: number): void => {
        worker.off('message', finished);
        worker.off('error', failed);
        this.running = undefined;
        if (left !== undefined) this.length = left * 4096;
        resolve();
      };
      // The WAL stays as it is and keeps every commit; the next checkpoint starts a new worker.
      const failed = (): void => {
        this.worker = undefined;
        finished();
      };
      worker.on('message', finished);
      worker.on('error', failed);
      worker.postMessage('checkpoint');
    });
  }

  private start(): Worker {
    if (this.worker) return this.worker;
    this.worker = new Worker(source, { eval: true, workerData: { file: this.file } });
    this.worker.unref();
    return this.worker;
  }
}
