import type { Clock } from '../facts/clock.port';

/** A clock that stands still until it is moved. */
export class TestClock implements Clock {
  private time: Date;
  private readonly listeners = new Set<() => void>();

  constructor(start = '2026-01-15T09:00:00.000Z') {
    this.time = new Date(start);
  }

  now(): Date {
    return new Date(this.time);
  }

  onMoved(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  advance(milliseconds: number): void {
    this.set(new Date(this.time.getTime() + milliseconds));
  }

  set(time: Date | string): void {
    this.time = new Date(time);
    for (const listener of this.listeners) listener();
  }
}
