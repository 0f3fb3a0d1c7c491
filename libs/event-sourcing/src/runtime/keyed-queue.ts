/** Runs the work of one key in order, and at most `width` turns at once over all keys. */
export class KeyedQueue {
  private readonly tails = new Map<string, Promise<void>>();
  private readonly waiting: (() => void)[] = [];
  private free: number;

  constructor(width = Infinity) {
    this.free = width;
  }

  /** `work` starts when everything before it under its key has ended. It takes its turns itself, by `inTurn`. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key);
    const ended = before ? before.then(work) : work();
    const leave = (): void => {
      if (this.tails.get(key) === tail) this.tails.delete(key);
    };
    const tail = ended.then(leave, leave);
    this.tails.set(key, tail);
    return ended;
  }

  /** Takes one of `width` turns. Work that only waits holds none, so that a pause under one key does not stop the others. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.free === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.free -= 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
