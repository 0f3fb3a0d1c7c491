import { parentPort } from 'node:worker_threads';
import { type FromBuilder, tell, type ToBuilder } from './builder-messages';
import type { BuildProgress, BuildTask, ReadModelBuilder } from './read-model-builder.port';

const TELL_MS = 100;

/**
 * Runs in the thread: builds what the main thread asks for, one after the other. `open` is called once, with the
 * first task.
 */
export const serveBuilds = (open: () => Promise<ReadModelBuilder>): void => {
  const port = parentPort;
  if (!port) throw new Error('This file runs in a worker thread only.');
  const send = (message: FromBuilder): void => port.postMessage(message);
  let builder: Promise<ReadModelBuilder> | undefined;

  const build = async (task: BuildTask): Promise<BuildProgress> => {
    let told = 0;
    let last: BuildProgress = { facts: 0, position: null };
    const onProgress = (progress: BuildProgress): void => {
      last = progress;
      if (performance.now() - told < TELL_MS) return;
      told = performance.now();
      send({ progress });
    };
    builder ??= open();
    await (await builder).build(task, onProgress, new AbortController().signal);
    return last;
  };

  port.on('message', (message: ToBuilder) => {
    if ('close' in message) {
      void builder?.then((opened) => opened.close());
      port.close();
      return;
    }
    build(message.build).then(
      (built) => send({ built }),
      (error: unknown) => send({ failed: tell(error) }),
    );
  });
};
