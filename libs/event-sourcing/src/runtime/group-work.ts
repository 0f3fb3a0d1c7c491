import { setTimeout as pause } from 'node:timers/promises';
import { type ConsumeOptions, type GroupHandler, LeaveGroup, ParkFact } from '../consumer-groups.port';
import type { StoredFact } from '../stored-fact';
import { KeyedQueue } from './keyed-queue';
import { Backoff } from './backoff';

export interface Delivery {
  /** The same for a redelivery; a new one each time the fact is parked and replayed. */
  readonly id: string;
  readonly fact: StoredFact;
  readonly replayed: boolean;
  acknowledge(): Promise<void>;
  park(reason: string): Promise<void>;
}

/** Facts remembered as finished, in case their acknowledgement got lost. */
const MOST_REMEMBERED = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const GRACE_MS = 8_000;

/**
 * What one consumer of a group holds: facts of a stream in order, several streams at once, retried with growing
 * pauses. Shared by all adapters of `ConsumerGroups`.
 */
export class GroupWork {
  private readonly queue: KeyedQueue;
  private readonly underWay = new Set<Promise<void>>();
  private readonly finished = new Map<string, string | null>();

  constructor(
    private readonly options: ConsumeOptions,
    private readonly handler: GroupHandler,
    private readonly leave: (error: unknown) => void,
  ) {
    this.queue = new KeyedQueue(options.concurrency ?? 4);
  }

  /** Once `handedBack` is aborted, a fact whose handler is not running is dropped: another consumer has it. */
  take(delivery: Delivery, handedBack: AbortSignal): void {
    const work = this.queue
      .run(delivery.fact.stream, () => this.work(delivery, handedBack))
      .catch((error: unknown) => this.leave(error));
    this.underWay.add(work);
    void work.finally(() => this.underWay.delete(work));
  }

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
