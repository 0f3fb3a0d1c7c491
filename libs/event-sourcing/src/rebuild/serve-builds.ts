import { parentPort } from 'node:worker_threads';
import { type FromBuilder, tell, tellFailure, type ToBuilder } from './builder-messages';
import type { BuildProgress, BuildTask, ReadModelBuilder } from './read-model-builder.port';

const TELL_MS = 100;

/** Runs in the thread, one build after the other; `open` is called with the first. */
export const serveBuilds = (open: () => Promise<ReadModelBuilder>): void => {
  const port = parentPort;
  if (!port) throw new Error('This file runs in a worker thread only.');
  const send = (message: FromBuilder): void => port.postMessage(message);
  let builder: Promise<ReadModelBuilder> | undefined;

  const build = async (tasks: readonly BuildTask[]): Promise<FromBuilder> => {
    let told = 0;
    let last: BuildProgress = { facts: {}, position: null };
    const onProgress = (progress: BuildProgress): void => {
      last = progress;
      if (performance.now() - told < TELL_MS) return;
      told = performance.now();
      send({ progress });
    };
    builder ??= open();
    const failed = await (await builder).build(tasks, onProgress, new AbortController().signal);
    return { built: last, failures: failed.map(tellFailure) };
  };

  port.on('message', (message: ToBuilder) => {
    if ('close' in message) {
      void builder?.then((opened) => opened.close());
      port.close();
      return;
    }
    build(message.build).then(send, (error: unknown) => send({ failed: tell(error) }));
  });
};
