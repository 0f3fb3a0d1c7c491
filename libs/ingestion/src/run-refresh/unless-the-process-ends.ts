import { RunStopped } from './run-stopped.errors';

/** A run gets so long to come to its next stop by itself. */
const PATIENCE_MS = 2_000;

/**
 * What `work` gives; but when `signal` says that the process ends, a platform that keeps it waiting is not waited for.
 * @throws RunStopped
 */
export const unlessTheProcessEnds = async <T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> => {
  if (!signal) return work;
  let timer: NodeJS.Timeout | undefined;
  let giveUp: () => void = () => undefined;
  const end = new Promise<never>((_, reject) => {
    giveUp = () => {
      timer = setTimeout(() => reject(new RunStopped('the process ends')), PATIENCE_MS);
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
