/** So many calls in any span of this length. */
export interface MostCalls {
  readonly calls: number;
  readonly everyMs: number;
}

/**
 * Percent that are kept for the calls that name an account, renew access or connect: without these a refresh would
 * fail, rather than wait.
 */
const keptBack = 5;
/** Percent: a refresh sets out only while so much more is left, so that few are cut short in the middle. */
const toSetOut = 10;

/**
 * The calls that this installation allows itself to one platform, whatever makes them in this process. Never more in
 * any span, wherever it begins.
 */
export class CallBudget {
  /** When calls were made that still count, ms, the oldest first. */
  private made: number[] = [];

  constructor(readonly most: MostCalls) {}

  /** null: the call may be made, and is counted; otherwise when there is room again. */
  take(now: Date, call: 'usual' | 'essential'): Date | null {
    const roomAt = this.roomAt(now, call === 'essential' ? 1 : 1 + this.share(keptBack));
    if (roomAt === null) this.made.push(now.getTime());
    return roomAt;
  }

  /** How many calls are left now. */
  left(now: Date): number {
    this.forget(now.getTime());
    return this.most.calls - this.made.length;
  }

  /** When a refresh may set out; null: now. */
  opensAt(now: Date): Date | null {
    return this.roomAt(now, 1 + this.share(keptBack + toSetOut));
  }

  private roomAt(now: Date, wanted: number): Date | null {
    const missing = Math.min(wanted, this.most.calls) - this.left(now);
    const last = this.made[missing - 1];
    return last === undefined ? null : new Date(last + this.most.everyMs);
  }

  private share(percent: number): number {
    return Math.ceil((this.most.calls * percent) / 100);
  }

  private forget(now: number): void {
    // Calls that seem to be yet to come were made before the clock was set back.
    if ((this.made.at(-1) ?? 0) > now) this.made = this.made.map((at) => Math.min(at, now));
    const counting = this.made.findIndex((at) => at > now - this.most.everyMs);
    this.made.splice(0, counting < 0 ? this.made.length : counting);
  }
}
