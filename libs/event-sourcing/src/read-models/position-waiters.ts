import type { Position } from '../facts/fact';

interface Waiter {
  readonly position: Position;
  readonly resolve: (reached: boolean) => void;
}

export class PositionWaiters {
  private waiting: Waiter[] = [];

  constructor(private readonly compare: (a: Position, b: Position) => number) {}

  get none(): boolean {
    return this.waiting.length === 0;
  }

  wait(position: Position, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => {
          this.waiting = this.waiting.filter((other) => other !== waiter);
          resolve(false);
        },
        Math.max(0, timeoutMs),
      );
      const waiter: Waiter = {
        position,
        resolve: (reached) => {
          clearTimeout(timer);
          resolve(reached);
        },
      };
      this.waiting.push(waiter);
    });
  }

  arrivedAt(position: Position): void {
    if (this.waiting.length === 0) return;
    const [served, left] = [[] as Waiter[], [] as Waiter[]];
    for (const waiter of this.waiting) (this.compare(position, waiter.position) >= 0 ? served : left).push(waiter);
    this.waiting = left;
    for (const { resolve } of served) resolve(true);
  }

  giveUp(): void {
    const left = this.waiting;
    this.waiting = [];
    for (const { resolve } of left) resolve(false);
  }
}
