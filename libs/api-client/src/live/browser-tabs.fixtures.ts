import type { BrowserTabs } from './browser-tabs';

interface Waiting {
  readonly begin: () => void;
}
interface Held {
  readonly lose: (reason: unknown) => void;
}

/** One browser with several tabs in one process: its locks and its channels, without delay. */
export class ImitatedBrowser {
  private readonly queue: Waiting[] = [];
  private held: Held | undefined;
  private readonly channels = new Set<ImitatedChannel>();

  tab(): ImitatedTab {
    return new ImitatedTab(this);
  }

  open(channel: ImitatedChannel): void {
    this.channels.add(channel);
  }

  close(channel: ImitatedChannel): void {
    this.channels.delete(channel);
  }

  send(from: ImitatedChannel, data: unknown): void {
    for (const channel of this.channels) if (channel !== from) channel.take(structuredClone(data));
  }

  readonly locks = {
    request: (_name: string, options: LockOptions, work: () => Promise<void>): Promise<void> =>
      new Promise((resolve, reject) => {
        const begin = (): void => {
          const held: Held = { lose: reject };
          this.held = held;
          void work().then(() => {
            if (this.held === held) this.next();
            resolve();
          }, reject);
        };
        const waiting = { begin };
        options.signal?.addEventListener('abort', () => {
          const place = this.queue.indexOf(waiting);
          if (place === -1) return;
          this.queue.splice(place, 1);
          reject(new DOMException('gave up', 'AbortError'));
        });
        if (options.steal) this.held?.lose(new DOMException('stolen', 'AbortError'));
        if (options.steal || this.held === undefined) begin();
        else this.queue.push(waiting);
      }),
  } as unknown as Pick<LockManager, 'request'>;

  private next(): void {
    this.held = undefined;
    this.queue.shift()?.begin();
  }
}

class ImitatedChannel {
  onmessage: BroadcastChannel['onmessage'] = null;

  constructor(
    private readonly browser: ImitatedBrowser,
    private readonly tab: ImitatedTab,
  ) {
    browser.open(this);
  }

  postMessage(data: unknown): void {
    if (!this.tab.frozen) this.browser.send(this, data);
  }

  take(data: unknown): void {
    if (!this.tab.frozen) this.onmessage?.call(this as never, new MessageEvent('message', { data }));
  }

  close(): void {
    this.browser.close(this);
  }
}

/** A frozen tab neither hears nor says anything, but keeps its lock. */
export class ImitatedTab implements BrowserTabs {
  frozen = false;
  private isHidden = false;
  private readonly watchers = new Set<() => void>();

  constructor(private readonly browser: ImitatedBrowser) {}

  get locks(): Pick<LockManager, 'request'> {
    return this.browser.locks;
  }

  channel(): ReturnType<BrowserTabs['channel']> {
    return new ImitatedChannel(this.browser, this);
  }

  hidden(): boolean {
    return this.isHidden;
  }

  whenTurned(turned: () => void): () => void {
    this.watchers.add(turned);
    return () => this.watchers.delete(turned);
  }

  turn(hidden: boolean): void {
    this.isHidden = hidden;
    for (const turned of [...this.watchers]) turned();
  }
}
