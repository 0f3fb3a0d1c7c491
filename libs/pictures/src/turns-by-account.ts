interface Waits {
  readonly account: string;
  /** ISO 8601 UTC; absent: as if it were the oldest. */
  readonly publishedAt?: string;
}

const timeOf = ({ publishedAt = '' }: Waits): string => publishedAt;

/** What waits of one account, newest first; what is equally new in the order of its coming. */
class NewestFirst<Job extends Waits> {
  private readonly jobs = new Map<string, Job>();
  /** Oldest first. What has been deleted or replaced is passed over when it comes up. */
  private readonly order: (readonly [key: string, job: Job])[] = [];

  get size(): number {
    return this.jobs.size;
  }

  set(key: string, job: Job): void {
    this.jobs.set(key, job);
    this.order.splice(this.olderThan(job), 0, [key, job]);
  }

  delete(key: string): void {
    this.jobs.delete(key);
  }

  first(): readonly [key: string, job: Job] | undefined {
    for (let last = this.order.at(-1); last !== undefined; last = this.order.at(-1)) {
      if (this.jobs.get(last[0]) === last[1]) return last;
      this.order.pop();
    }
    return undefined;
  }

  [Symbol.iterator](): Iterator<readonly [key: string, job: Job]> {
    return this.jobs[Symbol.iterator]();
  }

  private olderThan(job: Job): number {
    let [from, to] = [0, this.order.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      const [, other] = this.order[middle] ?? ['', job];
      if (timeOf(other) < timeOf(job)) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

/**
 * Waits by key; what is first of each account comes before what is second of any, so that one with thousands holds up
 * none.
 */
export class TurnsByAccount<Job extends Waits> {
  private readonly accounts = new Map<string, NewestFirst<Job>>();
  private readonly accountOf = new Map<string, string>();

  get size(): number {
    return this.accountOf.size;
  }

  has(key: string): boolean {
    return this.accountOf.has(key);
  }

  /** Takes the place of another with the same key. */
  set(key: string, job: Job): void {
    const { account } = job;
    let waiting = this.accounts.get(account);
    if (waiting === undefined) this.accounts.set(account, (waiting = new NewestFirst()));
    waiting.set(key, job);
    this.accountOf.set(key, account);
  }

  /** The account whose turn this was comes last from now on. */
  delete(key: string): void {
    const account = this.accountOf.get(key);
    const waiting = account === undefined ? undefined : this.accounts.get(account);
    if (account === undefined || waiting === undefined) return;
    waiting.delete(key);
    this.accountOf.delete(key);
    this.accounts.delete(account);
    if (waiting.size > 0) this.accounts.set(account, waiting);
  }

  clear(): void {
    this.accounts.clear();
    this.accountOf.clear();
  }

  /** The newest of each account, in the order of their turns. */
  *heads(): Generator<readonly [key: string, job: Job]> {
    for (const waiting of this.accounts.values()) {
      const first = waiting.first();
      if (first) yield first;
    }
  }

  *[Symbol.iterator](): Generator<readonly [key: string, job: Job]> {
    for (const waiting of [...this.accounts.values()]) yield* [...waiting];
  }
}
