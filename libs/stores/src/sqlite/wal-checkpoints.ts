import { Worker } from 'node:worker_threads';

/**
 * Runs in the worker thread. Given as text, because the program is one bundled file: there is no second file to start
 * the worker from. PASSIVE blocks neither readers nor the writer.
 */
const source = `
const { parentPort, workerData } = require('node:worker_threads');
const { DatabaseSync } = require('node:sqlite');
const db = new DatabaseSync(workerData.file, { timeout: 1000 });
const checkpoint = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');
parentPort.on('message', (message) => {
  if (message === 'close') { db.close(); parentPort.close(); return; }
  try {
    checkpoint.get();
  } catch (error) {
    if ((error.errcode & 0xff) !== 5) throw error;
  }
  parentPort.postMessage('done');
});
`;

/** Bytes in the WAL that are worth moving into the database. */
const WORTH_IT = 8 * 1024 * 1024;

/**
 * Moves commits from the WAL into the database, off the main thread. In two steps: most of it while the writer goes
 * on, then, with `gate` closed, the rest. Only then can SQLite restart the WAL, and overwriting a file costs the disk
 * much less per commit than growing one.
 */
export class WalCheckpoints {
  /** The writer waits for this before its next commit. */
  gate: Promise<void> | undefined;
  private worker: Worker | undefined;
  private written = 0;
  private running: Promise<void> | undefined;

  constructor(
    private readonly file: string,
    private readonly worthIt = WORTH_IT,
  ) {}

  /** Called by the writer after each commit, with about the bytes it added. */
  wrote(bytes: number): void {
    this.written += bytes;
    if (this.written >= this.worthIt) this.running ??= this.inTwoSteps();
  }

  async close(): Promise<void> {
    await this.running;
    const worker = this.worker;
    if (!worker) return;
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    worker.ref();
    worker.postMessage('close');
    await ended;
  }

  private async inTwoSteps(): Promise<void> {
    this.written = 0;
    await this.checkpoint();
    if (this.written > 0) {
      this.gate = this.checkpoint();
      await this.gate;
      this.gate = undefined;
      this.written = 0;
    }
    this.running = undefined;
  }

  private checkpoint(): Promise<void> {
    const worker = (this.worker ??= this.start());
    worker.ref();
    return new Promise((resolve) => {
      const finish = (): void => {
        worker.unref();
        worker.off('message', finish);
        worker.off('exit', finish);
        resolve();
      };
      worker.once('message', finish);
      worker.once('exit', finish);
      worker.postMessage('checkpoint');
    });
  }

  private start(): Worker {
    const worker = new Worker(source, { eval: true, workerData: { file: this.file } });
    // The WAL keeps every commit until a later checkpoint works, so trouble here loses nothing.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      this.worker = undefined;
    });
    worker.unref();
    return worker;
  }
}
