interface Waiting {
  start(): void;
  sendAway(): void;
}

interface QueueLimits {
  readonly perLane: number;
  readonly inAll: number;
}

/** There is no room to wait in any more. */
export class QueueFull extends Error {
  constructor() {
    super('Too many wait already.');
    this.name = 'QueueFull';
  }
}

/**
 * Does one piece of work at a time. The lanes take turns, so that a lane with much to do delays the others by one piece
 * each turn; when no more may wait, the longest lane gives up its newest.
 */
export class FairQueue {
  /** In the order of their turns. */
  private readonly lanes = new Map<string, Waiting[]>();
  private waiting = 0;
  private isBusy = false;

  constructor(private readonly limits: QueueLimits) {}

  /** @throws QueueFull, also later: to make room for a lane that has nothing waiting yet */
  run<T>(lane: string, work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const start = (): void => {
        const ended = (): void => this.next();
        // `then` of the same promise: the next one starts whatever became of this one.
        void work().then(resolve, reject).then(ended, ended);
      };
      if (!this.isBusy) {
        this.isBusy = true;
        start();
        return;
      }
      const sendAway = (): void => reject(new QueueFull());
      if (this.hasRoomFor(lane)) this.add(lane, { start, sendAway });
      else sendAway();
    });
  }

  private hasRoomFor(lane: string): boolean {
    const length = this.lanes.get(lane)?.length ?? 0;
    if (length >= this.limits.perLane) return false;
    if (this.waiting < this.limits.inAll) return true;
    const longest = [...this.lanes.values()].reduce((a, b) => (b.length > a.length ? b : a), []);
    if (longest.length <= length + 1) return false;
    this.waiting -= 1;
    longest.pop()?.sendAway();
    return true;
  }

  private add(lane: string, one: Waiting): void {
    const line = this.lanes.get(lane);
    if (line) line.push(one);
    else this.lanes.set(lane, [one]);
    this.waiting += 1;
  }

  private next(): void {
    const turn = this.lanes.entries().next().value;
    if (turn === undefined) {
      this.isBusy = false;
      return;
    }
    const [lane, line] = turn;
    const one = line.shift();
    this.lanes.delete(lane);
    if (line.length > 0) this.lanes.set(lane, line);
    this.waiting -= 1;
    one?.start();
  }
}
