import { Backoff } from '@linkage/event-sourcing';
import { Logger } from '@nestjs/common';
import { serverSentData } from './server-sent-data';
import type { ServerClock } from './server-clock';

/** What the platform sandbox says of its clock; `movedBy` in ms. */
interface Reading {
  readonly now: string;
  readonly movedBy: number;
  readonly running: boolean;
}

const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [250, 5_000];

/** A line that breaks once, as when both programs are being stopped, is no news. */
const FAILURES_TOLD = 2;

/** A smaller difference is the way over the line, not a move. */
const NOTICEABLE_MS = 1_000;

/**
 * The platform sandbox's clock, followed over its stream. While the sandbox is away, time goes on at the last known
 * distance.
 */
export class SandboxClock implements ServerClock {
  private readonly listeners = new Set<() => void>();
  private readonly closing = new AbortController();
  private readonly logger = new Logger('Clock');
  private offset = 0;
  private stoppedAt: number | null = null;

  constructor(private readonly sandboxUrl: string) {}

  get movedBy(): number {
    return this.stoppedAt === null ? this.offset : this.stoppedAt - Date.now();
  }

  now(): Date {
    return new Date(this.stoppedAt ?? Date.now() + this.offset);
  }

  onMoved(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Begins to follow. Resolves with the first reading, with the first failure, or after `patienceMs`; it goes on
   * trying.
   */
  follow(patienceMs = 3_000): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      void this.keepFollowing(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  close(): void {
    this.closing.abort();
    this.listeners.clear();
  }

  private async keepFollowing(onAnswer: () => void): Promise<void> {
    const backoff = new Backoff(FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
    let failures = 0;
    while (!this.closing.signal.aborted) {
      try {
        for await (const data of serverSentData(`${this.sandboxUrl}/control/api/clock/stream`, this.closing.signal)) {
          failures = 0;
          backoff.reset();
          this.take(JSON.parse(data) as Reading);
          onAnswer();
        }
      } catch (error) {
        failures += 1;
        if (failures === FAILURES_TOLD && !this.closing.signal.aborted)
          this.logger.warn(
            `The platform sandbox at ${this.sandboxUrl} does not answer (${String(error)}). Trying again until it does.`,
          );
      }
      onAnswer();
      await backoff.wait(this.closing.signal);
    }
  }

  private take({ now, movedBy, running }: Reading): void {
    const before = this.now().getTime();
    this.offset = movedBy;
    this.stoppedAt = running ? null : Date.parse(now);
    if (Math.abs(this.now().getTime() - before) < NOTICEABLE_MS) return;
    this.logger.log(`The clock was moved; it is ${this.now().toISOString()} now.`);
    for (const listener of [...this.listeners]) listener();
  }
}
