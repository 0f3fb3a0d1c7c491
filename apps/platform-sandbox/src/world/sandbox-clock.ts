import { Bell } from '../bell';

/** Times are ms since 1970. `movedBy` is how far the sandbox is from the real time right now. */
export interface ClockReading {
  /** ISO 8601 UTC */
  readonly now: string;
  readonly movedBy: number;
  readonly running: boolean;
}

/** What must outlive a restart, so that time does not run backwards for programs that follow this clock. */
export interface ClockPosition {
  readonly movedBy: number;
  /** null: running. */
  readonly stoppedAt: number | null;
}

const earliest = Date.UTC(2010, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/** The one time of the sandbox: tokens expire by it, figures grow by it. It can be moved and stopped. */
export class SandboxClock {
  /** Rings after each move, stop and start; not with each tick. */
  readonly changed = new Bell();

  constructor(
    private readonly realTime: () => number,
    private position: ClockPosition = { movedBy: 0, stoppedAt: null },
  ) {}

  now(): number {
    return this.position.stoppedAt ?? this.realTime() + this.position.movedBy;
  }

  read(): ClockReading {
    const now = this.now();
    return {
      now: new Date(now).toISOString(),
      movedBy: now - this.realTime(),
      running: this.position.stoppedAt === null,
    };
  }

  save(): ClockPosition {
    return this.position;
  }

  /** @throws RangeError outside 2010 to 2100 */
  set(at: number): void {
    if (!(at >= earliest && at < latest)) throw new RangeError('The clock can be set from 2010 to 2099.');
    this.move(at);
  }

  advance(ms: number): void {
    this.set(this.now() + ms);
  }

  /** Back to the real time, running. */
  reset(): void {
    this.position = { movedBy: 0, stoppedAt: null };
    this.changed.ring();
  }

  pause(): void {
    this.position = { ...this.position, stoppedAt: this.now() };
    this.changed.ring();
  }

  resume(): void {
    this.position = { movedBy: this.now() - this.realTime(), stoppedAt: null };
    this.changed.ring();
  }

  private move(to: number): void {
    const stopped = this.position.stoppedAt !== null;
    this.position = { movedBy: to - this.realTime(), stoppedAt: stopped ? to : null };
    this.changed.ring();
  }
}
