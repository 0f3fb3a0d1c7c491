import type { BatchHandler, EventLog, Subscription } from '../event-log.port';
import type { Position } from '../fact';
import type { ConsumerHealth } from './consumer-health';
import { Halted } from './halted';
import { Pauses } from './pauses';

export interface ReadingOptions {
  /** Absent: the whole log. */
  readonly prefixes?: readonly string[];
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

  constructor(private readonly log: EventLog, private readonly health: ConsumerHealth, private readonly options: ReadingOptions) {}

  start(): void {
    this.ended ??= this.keepReading();
  }

  /** No batch starts after this; resolves when the running one has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.subscription?.stop();
    await this.ended;
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
    const after = await from();
    if (this.stopping.signal.aborted) return;
    this.health.running();
    this.subscription = this.log.subscribe({ after, ...(prefixes && { prefixes }), batchSize }, async (facts, position) => {
      await handle(facts, position);
      this.pauses.reset();
    });
    await this.subscription.done;
  }
}
