import { RunStopped } from './run-stopped.errors';

/** A run gets so long to come to its next stop by itself. */
const PATIENCE_MS = 2_000;

/**
 * What `work` gives; but once `signal` is aborted, a platform that keeps it waiting is not waited for.
 * @throws RunStopped
 */
export const unlessAborted = async <T>(signal: AbortSignal, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  let giveUp: () => void = () => undefined;
  const end = new Promise<never>((_, reject) => {
    giveUp = () => {
      timer = setTimeout(
        () => reject(new RunStopped('it was told to stop, and the platform does not answer')),
        PATIENCE_MS,
      );
    };
  });
  if (signal.aborted) giveUp();
  else signal.addEventListener('abort', giveUp, { once: true });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, end]);
  } finally {
    signal.removeEventListener('abort', giveUp);
    clearTimeout(timer);
  }
};
