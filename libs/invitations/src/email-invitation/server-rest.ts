const FIRST_MS = 5_000;
const LONGEST_MS = 60_000;
/** In a row, before no more are tried for a while. */
const FAILURES = 4;

/**
 * Our own mail server does not answer: one mail at a time finds out whether it is back, so that the others keep their
 * tries.
 */
export class ServerRest {
  private failures = 0;
  private until = Number.NEGATIVE_INFINITY;
  private pause = FIRST_MS;

  /** How many mails may be under way at `now`; Infinity: as many as there are places. */
  places(now: Date): number {
    if (this.failures < FAILURES) return Infinity;
    return now.getTime() < this.until ? 0 : 1;
  }

  answered(): void {
    this.failures = 0;
    this.pause = FIRST_MS;
  }

  failed(now: Date): void {
    this.failures += 1;
    if (this.failures < FAILURES) return;
    this.until = now.getTime() + this.pause;
    this.pause = Math.min(this.pause * 2, LONGEST_MS);
  }
}
