import { setTimeout as pause } from 'node:timers/promises';
import {
  Backoff,
  type ConsumeOptions,
  GiveLater,
  type GroupHandler,
  KeyedQueue,
  LeaveGroup,
  ParkFact,
  type StoredFact,
} from '@linkage/event-sourcing';
import { LRUCache } from 'lru-cache';

export interface Delivery {
  /** The same for a redelivery; a new one each time the fact is parked and replayed. */
  readonly id: string;
  readonly fact: StoredFact;
  readonly replayed: boolean;
  acknowledge(): Promise<void>;
  park(reason: string): Promise<void>;
}

/** Finished facts, in case their acknowledgement got lost. */
const MOST_REMEMBERED = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const GRACE_MS = 8_000;
/** A clock may be put forward: what waits for its time looks at it this often. */
const LONGEST_WAIT_MS = 500;

interface Outcome {
  /** Null: acknowledged. */
  readonly parkedFor: string | null;
}

/** What the adapters' groups share: order within a stream, pauses between tries, and what is finished already. */
export class GroupWork {
  private readonly queue: KeyedQueue;
  private readonly underWay = new Set<Promise<void>>();
  private readonly finished = new LRUCache<string, Outcome>({ max: MOST_REMEMBERED });

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
      const known = this.finished.get(delivery.id);
      if (known) return known.parkedFor === null ? delivery.acknowledge() : delivery.park(known.parkedFor);
      if (handedBack.aborted) return;
      try {
        await this.queue.inTurn(async () => {
          if (handedBack.aborted) return;
          await this.handler(delivery.fact, { attempt, replayed: delivery.replayed });
          this.finished.set(delivery.id, { parkedFor: null });
        });
      } catch (error) {
        if (error instanceof LeaveGroup) throw error.cause;
        if (error instanceof GiveLater) await new Backoff(waitFor(error)).wait(handedBack);
        else if (error instanceof ParkFact || attempt >= (this.options.tries ?? Infinity))
          this.finished.set(delivery.id, { parkedFor: error instanceof Error ? error.message : String(error) });
        else await backoff.wait(handedBack);
      }
    }
  }
}

const waitFor = ({ milliseconds }: GiveLater): number => Math.min(Math.max(milliseconds, 1), LONGEST_WAIT_MS);
