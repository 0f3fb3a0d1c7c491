import { Worker } from 'node:worker_threads';
import { sentenceOf, troubleOf } from './sqlite-trouble';

/** Given as text, because the program is one bundled file. PASSIVE blocks neither readers nor the writer. */
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

const WORTH_IT = 8 * 1024 * 1024;

/** With `gate` closed the rest is moved, so that SQLite restarts the WAL: overwriting costs less than growing. */
export class WalCheckpoints {
  /** The writer waits for this before its next commit. */
  gate: Promise<void> | undefined;
  /** Null while checkpoints work. Nothing is lost: a later one that works takes it all. */
  trouble: string | null = null;
  private worker: Worker | undefined;
  private written = 0;
  private running: Promise<void> | undefined;

  constructor(
    private readonly file: string,
    private readonly worthIt = WORTH_IT,
    private readonly warn = (sentence: string) => process.emitWarning(sentence, { type: 'WalCheckpointFailed' }),
  ) {}

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
        worker.off('message', done);
        worker.off('exit', finish);
        resolve();
      };
      const done = (): void => {
        this.trouble = null;
        finish();
      };
      worker.once('message', done);
      worker.once('exit', finish);
      worker.postMessage('checkpoint');
    });
  }

  private start(): Worker {
    const worker = new Worker(source, { eval: true, workerData: { file: this.file } });
    worker.on('error', (error) => this.failed(error));
    worker.once('exit', () => {
      this.worker = undefined;
    });
    worker.unref();
    return worker;
  }

  private failed(error: unknown): void {
    const isNews = this.trouble === null;
    const known = troubleOf(error);
    const reason = known ? sentenceOf(known, this.file) : `${this.file}: ${String(error)}`;
    this.trouble = `${reason} Commits stay in its WAL, which grows.`;
    if (isNews) this.warn(this.trouble);
  }
}
