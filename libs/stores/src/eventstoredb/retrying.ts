import type { StreamingRead } from '@eventstore/db-client';
import { setTimeout as pause } from 'node:timers/promises';
import { isPassing, NoAnswer } from './eventstoredb.errors';

/** Longer than a busy server takes, and less than what a running request gets when its process ends. */
const PATIENCE_MS = 6_000;
const WAITS_MS = [50, 200, 800];

/** What is being asked, until it is answered or given up. Lighter than an abort signal: every append has one. */
export class Asking {
  givenUp = false;
  private readonly ends: ((reason: Error) => void)[] = [];

  /** A read that ends, here and at the server, when it is given up. */
  read<E>(events: StreamingRead<E>): StreamingRead<E> {
    this.ends.push((reason) => {
      events.destroy(reason);
      // What could not be begun needs no end.
      events.cancel().catch(() => undefined);
    });
    return events;
  }

  giveUp(reason: Error): void {
    this.givenUp = true;
    for (const end of this.ends) end(reason);
  }
}

/**
 * Asks the server, and again after 50, 200 and 800 ms while that may help. Without an answer after all this time it is given up: the client would wait
 * for ever on a server that takes connections and says nothing.
 * @throws NoAnswer
 */
export const retrying = <T>(ask: (asking: Asking) => Promise<T>): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const asking = new Asking();
    const timer = setTimeout(() => {
      const reason = new NoAnswer(PATIENCE_MS);
      asking.giveUp(reason);
      reject(reason);
    }, PATIENCE_MS);
    const tryIt = (tries: number): void =>
      void ask(asking).then(
        (answer) => {
          clearTimeout(timer);
          resolve(answer);
        },
        (error: unknown) => {
          const wait = WAITS_MS[tries];
          if (wait !== undefined && isPassing(error) && !asking.givenUp)
            return void pause(wait).then(() => tryIt(tries + 1));
          clearTimeout(timer);
          reject(error);
        },
      );
    tryIt(0);
  });
