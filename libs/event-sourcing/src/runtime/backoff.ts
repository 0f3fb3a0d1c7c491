import { setTimeout as pause } from 'node:timers/promises';

/** From 100 ms, doubling to `longest` (30 s), shortened at random. `idle` pauses do not keep the process alive. */
export class Backoff {
  private next: number;

  constructor(
    private readonly first = 100,
    private readonly longest = 30_000,
    private readonly idle = false,
  ) {
    this.next = first;
  }

  /** Ends early when the signal is aborted, without an error. */
  async wait(signal?: AbortSignal): Promise<void> {
    const milliseconds = this.next * (0.5 + Math.random() / 2);
    this.next = Math.min(this.next * 2, this.longest);
    await pause(milliseconds, undefined, { ref: !this.idle, ...(signal && { signal }) }).catch(() => undefined);
  }

  reset(): void {
    this.next = this.first;
  }
}
