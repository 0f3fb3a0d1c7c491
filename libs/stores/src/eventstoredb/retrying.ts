import type { StreamingRead } from '@eventstore/db-client';
import { setTimeout as pause } from 'node:timers/promises';
import { isPassing, NoAnswer } from './eventstoredb.errors';

/** Longer than a busy server takes, less than the grace of a running request. */
const PATIENCE_MS = 6_000;
const WAITS_MS = [50, 200, 800];

/** Lighter than an abort signal: every append has one. */
export class Asking {
  givenUp = false;
  /** A read that goes on is not given up, however long it takes. */
  heard = 0;
  private readonly ends: ((reason: Error) => void)[] = [];

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

/** Again after up to 50, 200 and 800 ms; gives up when nothing is heard for `patienceMs`. @throws NoAnswer */
export const retrying = <T>(ask: (asking: Asking) => Promise<T>, patienceMs = PATIENCE_MS): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const asking = new Asking();
    let [timer, heard] = [setTimeout(() => giveUpIfSilent(), patienceMs), 0];
    const giveUpIfSilent = (): void => {
      if (asking.heard > heard) {
        heard = asking.heard;
        timer = setTimeout(giveUpIfSilent, patienceMs);
        return;
      }
      const reason = new NoAnswer(patienceMs);
      asking.giveUp(reason);
      reject(reason);
    };
    const tryIt = (tries: number): void =>
      void ask(asking).then(
        (answer) => {
          clearTimeout(timer);
          resolve(answer);
        },
        (error: unknown) => {
          const wait = WAITS_MS[tries];
          if (wait !== undefined && isPassing(error) && !asking.givenUp)
            return void pause(wait * (0.5 + Math.random() / 2)).then(() => tryIt(tries + 1));
          clearTimeout(timer);
          reject(error);
        },
      );
    tryIt(0);
  });
