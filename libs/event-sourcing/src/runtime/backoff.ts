/** From 100 ms, doubling to `longest` (default 30 s), shortened at random. `idle` pauses do not keep the process alive. */
export class Backoff {
  private next: number;

  constructor(
    private readonly first = 100,
    private readonly longest = 30_000,
    private readonly idle = false,
  ) {
    this.next = first;
  }

  wait(signal?: AbortSignal): Promise<void> {
    const milliseconds = this.next * (0.5 + Math.random() / 2);
    this.next = Math.min(this.next * 2, this.longest);
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      if (this.idle) timer.unref();
      signal?.addEventListener('abort', end);
    });
  }

  reset(): void {
    this.next = this.first;
  }
}
