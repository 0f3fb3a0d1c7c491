import type { DatabaseSync, StatementSync } from 'node:sqlite';

interface Waiting {
  readonly weight: number;
  work(): unknown;
  resolve(outcome: unknown): void;
  reject(error: unknown): void;
}

interface GroupCommitOptions {
  /** Of one transaction; the rest waits for the next tick, so that other work gets its turn. Default: no limit. */
  readonly mostWeight?: number;
  /** An error of work that has written nothing. Absent: each work has a savepoint, to be taken back alone. */
  readonly isHarmless?: (error: unknown) => boolean;
  /** The next transaction waits for it. */
  readonly gate?: () => Promise<void> | undefined;
  readonly explain?: (error: unknown) => unknown;
  readonly onCommitted?: () => void;
  readonly onRolledBack?: () => void;
}

type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** One wait for the disk per tick. Answers come after the commit is on the disk. */
export class GroupCommit {
  private queue: Waiting[] = [];
  private scheduled: Promise<void> | undefined;
  private readonly begin: StatementSync;
  private readonly commit: StatementSync;
  private readonly savepoint: StatementSync;
  private readonly release: StatementSync;

  constructor(
    private readonly db: DatabaseSync,
    private readonly options: GroupCommitOptions = {},
  ) {
    this.begin = db.prepare('BEGIN IMMEDIATE');
    this.commit = db.prepare('COMMIT');
    this.savepoint = db.prepare('SAVEPOINT one');
    this.release = db.prepare('RELEASE one');
  }

  /**
   * `work` is synchronous and runs alone among all writers of the file, in any process. What it throws fails it alone.
   */
  run<T>(work: () => T, weight = 1): Promise<T> {
    return new Promise((resolve, reject) => {
      this.queue.push({ weight, work, resolve: resolve as Waiting['resolve'], reject });
      this.schedule();
    });
  }

  async idle(): Promise<void> {
    while (this.scheduled) await this.scheduled;
  }

  /** What waits, at once. */
  flush(): void {
    const group = this.takeGroup();
    if (group.length === 0) return;
    const { explain = (error) => error, onCommitted } = this.options;
    let outcomes: readonly Outcome[];
    try {
      this.begin.run();
      outcomes = group.map(({ work }) => this.outcomeOf(work));
      this.commit.run();
    } catch (error) {
      this.rollBack();
      for (const { reject } of group) reject(explain(error));
      return;
    }
    group.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index] as Outcome;
      if ('error' in outcome) reject(explain(outcome.error));
      else resolve(outcome.value);
    });
    onCommitted?.();
  }

  private schedule(): void {
    this.scheduled ??= this.flushSoon();
  }

  private async flushSoon(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    await this.options.gate?.();
    this.flush();
    this.scheduled = undefined;
    if (this.queue.length > 0) this.schedule();
  }

  private takeGroup(): Waiting[] {
    const { mostWeight = Infinity } = this.options;
    let [end, weight] = [0, 0];
    while (end < this.queue.length && (end === 0 || weight < mostWeight)) {
      weight += this.queue[end]?.weight ?? 0;
      end += 1;
    }
    return this.queue.splice(0, end);
  }

  private outcomeOf(work: () => unknown): Outcome {
    const { isHarmless } = this.options;
    if (!isHarmless) this.savepoint.run();
    try {
      const value = work();
      if (!isHarmless) this.release.run();
      return { value };
    } catch (error) {
      if (!(isHarmless?.(error) ?? this.isTakenBack())) throw error;
      return { error };
    }
  }

  /** False when SQLite has taken back the whole transaction itself, as on a full disk. */
  private isTakenBack(): boolean {
    if (!this.db.isTransaction) return false;
    this.db.exec('ROLLBACK TO one; RELEASE one');
    return true;
  }

  private rollBack(): void {
    this.options.onRolledBack?.();
    if (this.db.isOpen && this.db.isTransaction) this.db.exec('ROLLBACK');
  }
}
