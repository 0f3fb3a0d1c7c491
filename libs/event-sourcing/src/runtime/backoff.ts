/** Growing pauses between tries: 100 ms, 200 ms … up to `longest` (default 30 s). With `idle` a process that has nothing else to do may end in one. */
export class Backoff {
  private next: number;

  constructor(
    private readonly first = 100,
    private readonly longest = 30_000,
    private readonly idle = false,
  ) {
    this.next = first;
  }

  /** Resolves after the next pause, or as soon as `signal` is aborted. */
  wait(signal: AbortSignal): Promise<void> {
    const milliseconds = this.next;
    this.next = Math.min(this.next * 2, this.longest);
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      if (this.idle) timer.unref();
      signal.addEventListener('abort', end);
    });
  }

  /** Something worked: the next trouble starts small again. */
  reset(): void {
    this.next = this.first;
  }
}
