import type { Subscription } from '../log/subscription';
import type { ConsumerHealth } from './consumer-health';
import { PoisonFactError } from './consumer-trouble';
import { Backoff } from './backoff';

type Subscribe = (worked: () => void) => Promise<Subscription>;

/** Only a `PoisonFactError` ends it. */
export class ResilientSubscription {
  private readonly stopping = new AbortController();
  private readonly backoff = new Backoff();
  private subscription: Subscription | undefined;
  private ended: Promise<void> | undefined;
  private preparing: Promise<Subscription> | undefined;
  private held: Promise<void> | undefined;

  constructor(
    private readonly health: ConsumerHealth,
    private readonly subscribe: Subscribe,
  ) {}

  start(): void {
    this.ended ??= this.keepReading().finally(() => {
      this.ended = undefined;
    });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.subscription?.stop();
    await this.ended;
  }

  async pausedFor(work: () => Promise<void>): Promise<void> {
    let release: () => void = () => undefined;
    this.held = new Promise((resolve) => {
      release = resolve;
    });
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
        if (error instanceof PoisonFactError) return;
        await this.backoff.wait(this.stopping.signal);
      }
    }
  }

  private async untilInterrupted(): Promise<void> {
    await this.held;
    this.preparing = this.subscribe(() => this.backoff.reset());
    const subscription = await this.preparing;
    this.subscription = subscription;
    const { opened, done } = subscription;
    if (this.stopping.signal.aborted || this.held) await subscription.stop();
    else await Promise.race([Promise.resolve(opened).then(() => this.health.running()), done]);
    await done;
  }
}
