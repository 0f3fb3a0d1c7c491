import type { StreamingRead } from '@eventstore/db-client';
import { setTimeout as pause } from 'node:timers/promises';
import { isPassing, NoAnswer } from './eventstoredb.errors';

/** Longer than a busy server takes, and less than the grace of a running request when its process ends. */
const PATIENCE_MS = 6_000;
const WAITS_MS = [50, 200, 800];

/** One question until its answer or its end. Lighter than an abort signal: every append has one. */
export class Asking {
  givenUp = false;
  private readonly ends: ((reason: Error) => void)[] = [];

  /** A read that is cancelled, here and at the server, when the question is given up. */
  read<E>(events: StreamingRead<E>): StreamingRead<E> {
    this.ends.push((reason) => {
      events.destroy(reason);
      // A read that could not begin needs no end.
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
 * Asks the server, and again after 50, 200 and 800 ms while that may help. Gives up in the end: the client itself
 * would wait for ever on a server that accepts connections and does not answer.
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
