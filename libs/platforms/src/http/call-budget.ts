import { passingLedger, type CallLedger, type SetAside } from './call-ledger';

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
/** Percent that a process sets aside at once, so that the ledger is not written for each call. */
const setAsideAtOnce = 1;
/** Percent of the span in which these have to be made: they count until the last that may be made with them. */
const madeWithin = 5;

const none = { calls: 0, until: 0 } as const;

/**
 * The calls that this installation allows itself to one platform, whatever makes them. Never more in any span, wherever
 * it begins, whichever of its processes makes them: each sets some aside in the ledger before it makes them, and lets
 * lapse what it does not need.
 */
export class CallBudget {
  /** As the ledger stood when it was looked at last: there may be less room, never more. */
  private there: readonly SetAside[] = [];
  private own: { calls: number; readonly until: number } = none;
  private settingAside: Promise<void> | undefined;
  private readonly atOnce: number;
  private readonly lapseMs: number;

  constructor(
    readonly most: MostCalls,
    private readonly ledger: CallLedger = passingLedger(),
  ) {
    this.atOnce = Math.max(1, Math.floor((most.calls * setAsideAtOnce) / 100));
    this.lapseMs = this.atOnce === 1 ? 0 : (most.everyMs * madeWithin) / 100;
  }

  /** What other processes have set aside, for `left` and `opensAt`. */
  async look(): Promise<void> {
    this.there = await this.ledger.read();
  }

  /** null: the call may be made, and is counted; otherwise when there is room again. */
  async take(now: Date, call: 'usual' | 'essential'): Promise<Date | null> {
    const wanted = call === 'essential' ? 1 : 1 + this.share(keptBack);
    for (;;) {
      if (!this.isAhead(now)) {
        const roomAt = this.roomAt(now, wanted);
        if (roomAt !== null) return roomAt;
        if (this.ownLeft(now) > 0) {
          this.own.calls -= 1;
          return null;
        }
      }
      await (this.settingAside ??= this.setAside(now).finally(() => (this.settingAside = undefined)));
    }
  }

  /** How many calls are left now. */
  left(now: Date): number {
    return Math.max(0, this.room(now));
  }

  /** When a refresh may set out; null: now. */
  opensAt(now: Date): Date | null {
    return this.roomAt(now, 1 + this.share(keptBack + toSetOut));
  }

  private async setAside(now: Date): Promise<void> {
    let [calls, there]: [number, readonly SetAside[]] = [0, []];
    await this.ledger.change((stood) => {
      const counting = this.counting(stood, now);
      calls = Math.max(0, Math.min(this.atOnce, this.most.calls - sumOf(counting)));
      there = calls > 0 ? [...counting, { at: now.getTime(), calls }] : counting;
      return there;
    });
    this.there = there;
    this.own = { calls, until: now.getTime() + this.lapseMs };
  }

  /** Below 0 when the operator has made it smaller. */
  private room(now: Date): number {
    return this.most.calls - sumOf(this.counting(this.there, now)) + this.ownLeft(now);
  }

  private ownLeft(now: Date): number {
    return now.getTime() <= this.own.until ? this.own.calls : 0;
  }

  private roomAt(now: Date, wanted: number): Date | null {
    const missing = Math.min(wanted, this.most.calls) - this.room(now);
    if (missing <= 0) return null;
    const counting = this.counting(this.there, now);
    const last = counting.find((_, index) => sumOf(counting.slice(0, index + 1)) >= missing) ?? counting.at(-1);
    return new Date((last?.at ?? now.getTime()) + this.lapseMs + this.most.everyMs);
  }

  private share(percent: number): number {
    return Math.ceil((this.most.calls * percent) / 100);
  }

  /** Calls that seem to be yet to come were made before the clock was set back. */
  private isAhead(now: Date): boolean {
    return this.there.some(({ at }) => at > now.getTime());
  }

  private counting(there: readonly SetAside[], now: Date): readonly SetAside[] {
    const from = now.getTime() - this.most.everyMs - this.lapseMs;
    return there.map(({ at, calls }) => ({ at: Math.min(at, now.getTime()), calls })).filter(({ at }) => at > from);
  }
}

const sumOf = (there: readonly SetAside[]): number => there.reduce((sum, { calls }) => sum + calls, 0);
