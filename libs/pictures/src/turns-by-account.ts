/** Waits by key; what is first of each account comes before what is second of any, so that one with thousands holds up none. */
export class TurnsByAccount<Job extends { readonly account: string }> {
  private readonly accounts = new Map<string, Map<string, Job>>();
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
    if (waiting === undefined) this.accounts.set(account, (waiting = new Map()));
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

  /** The first of each account, in the order of their turns. */
  *heads(): Generator<readonly [key: string, job: Job]> {
    for (const waiting of this.accounts.values()) {
      const [first] = waiting;
      if (first) yield first;
    }
  }

  *[Symbol.iterator](): Generator<readonly [key: string, job: Job]> {
    for (const waiting of [...this.accounts.values()]) yield* [...waiting];
  }
}
