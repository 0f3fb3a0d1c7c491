import type {
  BatchHandler,
  ReadAllOptions,
  ReadAllPage,
  SubscribeOptions,
  Subscription,
} from '@linkage/event-sourcing';

/** One loop for catching up and for live facts. */
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
    // Prevents an unhandled rejection; `done` still rejects.
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

  /** No append can come between the empty read and this: both are in one turn of the event loop. */
  private untilWoken(): Promise<void> {
    return new Promise((resolve) => {
      this.wakeUp = resolve;
    });
  }
}
