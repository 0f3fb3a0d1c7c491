import type { BatchHandler, EventLog, Subscription } from '../event-log.port';
import type { Position } from '../fact';
import type { ConsumerHealth } from './consumer-health';
import { Halted } from './halted';
import { Pauses } from './pauses';

export interface ReadingOptions {
  readonly prefixes: readonly string[];
  /** Where to go on; asked again after every interruption. Its failure is an interruption, too. */
  readonly from: () => Promise<Position | null>;
  readonly handle: BatchHandler;
  readonly batchSize: number;
}

/**
 * Keeps a consumer subscribed: when the log or the store fails, it waits a little longer each time and subscribes again from where the
 * consumer stands. Only a `Halted` ends it.
 */
export class Reading {
  private readonly stopping = new AbortController();
  private readonly pauses = new Pauses();
  private subscription: Subscription | undefined;
  private ended: Promise<void> | undefined;
  private preparing: Promise<Position | null> | undefined;
  private held: Promise<void> | undefined;

  constructor(private readonly log: EventLog, private readonly health: ConsumerHealth, private readonly options: ReadingOptions) {}

  /** Also once more after it has ended at a fact. */
  start(): void {
    this.ended ??= this.keepReading().finally(() => { this.ended = undefined; });
  }

  /** No batch starts after this; resolves when the running one has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.subscription?.stop();
    await this.ended;
  }

  /** Reads nothing while `work` runs, then goes on from where the consumer stands by then. */
  async pausedFor(work: () => Promise<void>): Promise<void> {
    let release: () => void = () => undefined;
    this.held = new Promise((resolve) => { release = resolve; });
    try {
      await this.preparing?.catch(() => undefined);
      await this.subscription?.stop();
      await work();
    } finally {
      this.held = undefined;
      release();
    }
  }

  private async keepReading(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.untilInterrupted();
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        this.health.failed(error);
        if (error instanceof Halted) return;
        await this.pauses.wait(this.stopping.signal);
      }
    }
  }

  private async untilInterrupted(): Promise<void> {
    const { prefixes, from, handle, batchSize } = this.options;
    await this.held;
    this.preparing = from();
    const after = await this.preparing;
    if (this.stopping.signal.aborted || this.held) return;
    this.health.running();
    this.subscription = this.log.subscribe({ after, prefixes, batchSize }, async (facts, position) => {
      await handle(facts, position);
      this.pauses.reset();
    });
    await this.subscription.done;
  }
}
