export class KeyedQueue {
  private readonly tails = new Map<string, Promise<void>>();
  private readonly waiting: (() => void)[] = [];
  private free: number;

  constructor(width = Infinity) {
    this.free = width;
  }

  has(key: string): boolean {
    return this.tails.has(key);
  }

  /** `work` takes its turns itself, by `inTurn`. */
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

  /** Work that only waits holds no turn, so that a pause under one key does not stop the others. */
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
