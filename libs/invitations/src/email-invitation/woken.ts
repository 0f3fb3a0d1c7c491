/** A bell for a loop: rung while nothing listens, it is heard at the next listening. */
export class Woken {
  private rung = false;
  private hear: (() => void) | undefined;

  wake(): void {
    this.rung = true;
    this.hear?.();
  }

  /** Resolves when it is rung, or after `milliseconds`, or at the end. */
  async within(milliseconds: number, end: AbortSignal): Promise<void> {
    if (!this.rung && !end.aborted)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.hear = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.hear = undefined;
    this.rung = false;
  }
}
