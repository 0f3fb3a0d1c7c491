import type { StreamingRead } from '@eventstore/db-client';
import { setTimeout as pause } from 'node:timers/promises';
import { isPassing, NoAnswer } from './eventstoredb.errors';

/** Longer than a busy server takes, and less than what a running request gets when its process ends. */
const PATIENCE_MS = 6_000;

/**
 * Asks the server, and again after 50, 200 and 800 ms while that may help. Without an answer after all this time it is given up, and `givenUp` aborted: the
 * client would wait for ever on a server that takes connections and says nothing.
 * @throws NoAnswer
 */
export const retrying = async <T>(ask: (givenUp: AbortSignal) => Promise<T>): Promise<T> => {
  const given = new AbortController();
  const late = new Promise<never>((_, reject) => given.signal.addEventListener('abort', () => reject(given.signal.reason), { once: true }));
  const timer = setTimeout(() => given.abort(new NoAnswer(PATIENCE_MS)), PATIENCE_MS);
  try {
    return await Promise.race([askAgain(ask, given.signal), late]);
  } finally {
    clearTimeout(timer);
  }
};

const askAgain = async <T>(ask: (givenUp: AbortSignal) => Promise<T>, givenUp: AbortSignal): Promise<T> => {
  for (const wait of [50, 200, 800]) {
    try {
      return await ask(givenUp);
    } catch (error) {
      if (!isPassing(error) || givenUp.aborted) throw error;
      await pause(wait);
    }
  }
  return ask(givenUp);
};

/** A read that ends, here and at the server, when it is given up. */
export const read = <E>(events: StreamingRead<E>, givenUp: AbortSignal): StreamingRead<E> => {
  givenUp.addEventListener('abort', () => {
    events.destroy(givenUp.reason);
    // What could not be begun needs no end.
    events.cancel().catch(() => undefined);
  }, { once: true });
  return events;
};
