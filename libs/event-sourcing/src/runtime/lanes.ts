/** Runs work in lanes: within a lane one after the other in the order given, and never more than `width` turns at once over all lanes. */
export class Lanes {
  private readonly tails = new Map<string, Promise<void>>();
  private readonly waiting: (() => void)[] = [];
  private free: number;

  constructor(width = Infinity) {
    this.free = width;
  }

  /** `work` starts when everything before it in its lane has ended. It asks for its turn itself, by `inTurn`, as often as it needs one. */
  run<T>(lane: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(lane);
    const ended = before ? before.then(work) : work();
    const leave = (): void => {
      if (this.tails.get(lane) === tail) this.tails.delete(lane);
    };
    const tail = ended.then(leave, leave);
    this.tails.set(lane, tail);
    return ended;
  }

  /** One of `width` turns. Not held while work only waits, so that a pause in one lane does not stop the others. */
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
