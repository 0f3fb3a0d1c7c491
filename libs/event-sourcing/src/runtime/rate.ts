const SPAN = 5;

/** Per second; times are milliseconds of a monotonic clock. */
export class Rate {
  private readonly bySecond = new Map<number, number>();

  add(count: number, now = performance.now()): void {
    const second = Math.floor(now / 1_000);
    this.bySecond.set(second, (this.bySecond.get(second) ?? 0) + count);
    this.forgetBefore(second - SPAN);
  }

  perSecond(now = performance.now()): number {
    const second = Math.floor(now / 1_000);
    this.forgetBefore(second - SPAN);
    let sum = 0;
    for (const [at, count] of this.bySecond) if (at < second) sum += count;
    return Math.round((sum / SPAN) * 10) / 10;
  }

  private forgetBefore(second: number): void {
    for (const at of this.bySecond.keys()) if (at < second) this.bySecond.delete(at);
  }
}
