import { Worker } from 'node:worker_threads';
import { type FromBuilder, type ToBuilder, toError } from './builder-messages';
import type { BuildProgress, BuildTask, ReadModelBuilder } from './read-model-builder.port';

/** An idle thread ends after this long: starting one takes longer than a small read model. */
const IDLE_MS = 5_000;
/** A read model whose rows are too large for this ends the thread, not the server. */
const HEAP_MB = 192;
/** Without this limit the thread takes a hundred megabytes more before its garbage is collected. */
const YOUNG_MB = 64;

/**
 * Builds in a thread that is started on demand. `file` calls `serveBuilds`; `data` is what it opens the log and the
 * keys by.
 */
export class ThreadBuilder implements ReadModelBuilder {
  private thread: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly file: string,
    private readonly data: unknown,
  ) {}

  async build(task: BuildTask, onProgress: (progress: BuildProgress) => void, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    clearTimeout(this.idle);
    const thread = (this.thread ??= this.start());
    thread.ref();
    try {
      await this.finished(thread, task, onProgress, signal);
    } finally {
      thread.unref();
      this.idle = setTimeout(() => void this.close(), IDLE_MS).unref();
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.idle);
    const thread = this.thread;
    this.thread = undefined;
    await thread?.terminate();
  }

  private finished(
    thread: Worker,
    task: BuildTask,
    onProgress: (progress: BuildProgress) => void,
    signal: AbortSignal,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        thread.off('message', listen).off('error', fail).off('exit', died);
        signal.removeEventListener('abort', abort);
        end();
      };
      const listen = (message: FromBuilder): void => {
        if ('progress' in message) onProgress(message.progress);
        else if ('built' in message) {
          onProgress(message.built);
          settle(resolve);
        } else settle(() => reject(toError(message.failed)));
      };
      const fail = (error: unknown): void =>
        settle(() => reject(error instanceof Error ? error : new Error(String(error))));
      const died = (): void => fail(new Error('The thread that builds read models ended before it was done.'));
      const abort = (): void => void this.close().then(() => fail(signal.reason));
      thread.on('message', listen).on('error', fail).on('exit', died);
      signal.addEventListener('abort', abort);
      thread.postMessage({ build: task } satisfies ToBuilder);
    });
  }

  private start(): Worker {
    const thread = new Worker(this.file, {
      workerData: this.data,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    // Callers of `build` get the error; without a listener it would end the process.
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      if (this.thread === thread) this.thread = undefined;
    });
    return thread;
  }
}
