import { Worker } from 'node:worker_threads';
import { type FromBuilder, type ToBuilder, toError, toFailure } from './builder-messages';
import type { BuildProgress, BuildTask, FailedBuild, ReadModelBuilder } from './read-model-builder.port';

/** Starting a thread takes longer than a small read model. */
const IDLE_MS = 5_000;
/** Rows too large for this end the thread, not the server. */
const HEAP_MB = 192;
/** Without this limit the thread takes a hundred megabytes more before its garbage is collected. */
const YOUNG_MB = 64;

export class ThreadBuilder implements ReadModelBuilder {
  private thread: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly file: string,
    private readonly data: unknown,
  ) {}

  async build(
    tasks: readonly BuildTask[],
    onProgress: (progress: BuildProgress) => void,
    signal: AbortSignal,
  ): Promise<readonly FailedBuild[]> {
    signal.throwIfAborted();
    clearTimeout(this.idle);
    const thread = (this.thread ??= this.start());
    thread.ref();
    try {
      return await this.finished(thread, tasks, onProgress, signal);
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
    tasks: readonly BuildTask[],
    onProgress: (progress: BuildProgress) => void,
    signal: AbortSignal,
  ): Promise<readonly FailedBuild[]> {
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
          settle(() => resolve(message.failures.map(toFailure)));
        } else settle(() => reject(toError(message.failed)));
      };
      const fail = (error: unknown): void =>
        settle(() => reject(error instanceof Error ? error : new Error(String(error))));
      const died = (): void => fail(new Error('The thread that builds read models ended before it was done.'));
      const abort = (): void => void this.close().then(() => fail(signal.reason));
      thread.on('message', listen).on('error', fail).on('exit', died);
      signal.addEventListener('abort', abort);
      thread.postMessage({ build: tasks } satisfies ToBuilder);
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
