import type { Clock } from '@linkage/event-sourcing';

/** Time that goes on only when nothing is left to do at a moment: days pass in seconds, and always in the same way. */
export class VirtualTime implements Clock {
  private readonly waiting: { readonly at: number; readonly order: number; readonly wake: () => void }[] = [];
  private order = 0;

  constructor(private at: number) {}

  now(): Date {
    return new Date(this.at);
  }

  /** It is never moved, it only goes on. */
  onMoved(): () => void {
    return () => undefined;
  }

  pass(ms: number): Promise<void> {
    return new Promise((wake) => {
      this.waiting.push({ at: this.at + ms, order: this.order++, wake });
      this.siftUp(this.waiting.length - 1);
    });
  }

  async runUntil(end: number): Promise<void> {
    for (let next = this.waiting[0]; next !== undefined && next.at <= end; next = this.waiting[0]) {
      this.removeFirst();
      this.at = next.at;
      next.wake();
      await new Promise(setImmediate);
    }
    this.at = end;
  }

  private isBefore(one: number, other: number): boolean {
    const [first, second] = [this.waiting[one], this.waiting[other]];
    if (first === undefined || second === undefined) return first !== undefined;
    return first.at < second.at || (first.at === second.at && first.order < second.order);
  }

  private swap(one: number, other: number): void {
    const [first, second] = [this.waiting[one], this.waiting[other]];
    if (first !== undefined && second !== undefined) [this.waiting[one], this.waiting[other]] = [second, first];
  }

  private siftUp(index: number): void {
    for (let child = index; child > 0;) {
      const parent = (child - 1) >> 1;
      if (!this.isBefore(child, parent)) return;
      this.swap(child, parent);
      child = parent;
    }
  }

  private removeFirst(): void {
    const last = this.waiting.pop();
    if (last === undefined || this.waiting.length === 0) return;
    this.waiting[0] = last;
    for (let parent = 0; ;) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2];
      const child = this.isBefore(right, left) ? right : left;
      if (!this.isBefore(child, parent)) return;
      this.swap(child, parent);
      parent = child;
    }
  }
}
