import type {
  BatchHandler,
  ReadAllOptions,
  ReadAllPage,
  SubscribeOptions,
  Subscription,
} from '@linkage/event-sourcing';

/** Reads page after page; at the end it sleeps until the log wakes it. Catching up and following live are the same loop: no seam. */
export class SqliteSubscription implements Subscription {
  readonly done: Promise<void>;
  private stopped = false;
  private wakeUp: () => void = () => undefined;

  constructor(
    private readonly read: (options: ReadAllOptions) => ReadAllPage,
    private readonly options: SubscribeOptions,
    private readonly handler: BatchHandler,
  ) {
    this.done = this.run();
    // Who never looks at `done` must not bring the process down; whoever does still sees the rejection.
    this.done.catch(() => undefined);
  }

  wake(): void {
    this.wakeUp();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.done.catch(() => undefined);
  }

  private async run(): Promise<void> {
    let { after } = this.options;
    const { prefixes, batchSize = 500 } = this.options;
    while (!this.stopped) {
      const page = this.read({ after, ...(prefixes && { prefixes }), limit: batchSize });
      if (page.next === null || page.next === after) {
        await this.untilWoken();
        continue;
      }
      await this.handler(page.facts, page.next);
      after = page.next;
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }

  /** Nothing can be appended between the read that found nothing and this: both are in one turn of the event loop. */
  private untilWoken(): Promise<void> {
    return new Promise((resolve) => {
      this.wakeUp = resolve;
    });
  }
}
