import { setTimeout as pause } from 'node:timers/promises';
import { type ConsumeOptions, type GroupHandler, LeaveGroup, ParkFact } from '../consumer-groups.port';
import type { StoredFact } from '../stored-fact';
import { KeyedQueue } from './keyed-queue';
import { Backoff } from './backoff';

/** A fact as an adapter hands it to its consumer, with the ways to say what became of it. */
export interface Delivery {
  /** The same for a repeated delivery of the same fact; another one each time it is parked and replayed. */
  readonly id: string;
  readonly fact: StoredFact;
  readonly replayed: boolean;
  acknowledge(): Promise<void>;
  park(reason: string): Promise<void>;
}

/** Facts that are remembered as finished, in case their acknowledgement got lost. */
const MOST_REMEMBERED = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const GRACE_MS = 8_000;

/**
 * What one consumer of a group holds: the facts of a stream one after the other, several streams at once, tried again with growing backoff. Used by
 * every adapter of `ConsumerGroups`, which only brings the facts and takes the answers.
 */
export class GroupWork {
  private readonly queue: KeyedQueue;
  private readonly underWay = new Set<Promise<void>>();
  /** Null: acknowledged; else the reason why it was parked. */
  private readonly finished = new Map<string, string | null>();

  /** @param leave called when the handler wants to leave the group, or when an answer could not be kept */
  constructor(
    private readonly options: ConsumeOptions,
    private readonly handler: GroupHandler,
    private readonly leave: (error: unknown) => void,
  ) {
    this.queue = new KeyedQueue(options.concurrency ?? 4);
  }

  /** Once `handedBack` is aborted, a fact whose handler is not running is let go: somebody else has it. */
  take(delivery: Delivery, handedBack: AbortSignal): void {
    const work = this.queue
      .run(delivery.fact.stream, () => this.work(delivery, handedBack))
      .catch((error: unknown) => this.leave(error));
    this.underWay.add(work);
    void work.finally(() => this.underWay.delete(work));
  }

  /** After everything was handed back: resolves when no handler runs any more and what they did is acknowledged, or after the grace. */
  async ended(): Promise<void> {
    await Promise.race([Promise.all(this.underWay), pause(GRACE_MS, undefined, { ref: false })]);
  }

  private async work(delivery: Delivery, handedBack: AbortSignal): Promise<void> {
    const backoff = new Backoff(this.options.firstPauseMs ?? 200, LONGEST_PAUSE_MS);
    for (let attempt = 1; ; attempt += 1) {
      const reason = this.finished.get(delivery.id);
      if (reason !== undefined) return reason === null ? delivery.acknowledge() : delivery.park(reason);
      if (handedBack.aborted) return;
      try {
        await this.queue.inTurn(async () => {
          if (handedBack.aborted) return;
          await this.handler(delivery.fact, { attempt, replayed: delivery.replayed });
          this.remember(delivery.id, null);
        });
      } catch (error) {
        if (error instanceof LeaveGroup) throw error.cause;
        if (error instanceof ParkFact || attempt >= (this.options.tries ?? Infinity))
          this.remember(delivery.id, error instanceof Error ? error.message : String(error));
        else await backoff.wait(handedBack);
      }
    }
  }

  private remember(id: string, reason: string | null): void {
    this.finished.set(id, reason);
    if (this.finished.size <= MOST_REMEMBERED) return;
    const [oldest] = this.finished.keys();
    if (oldest !== undefined) this.finished.delete(oldest);
  }
}
