import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type Appended, RevisionConflict } from '@linkage/event-sourcing';
import type { WalCheckpoints } from '../sqlite/wal-checkpoints';
import type { FactRow } from './fact-row';
import type { AppendRequest, FactWriter } from './fact-writer';

interface Waiting {
  /** Facts it writes. */
  readonly facts: number;
  /** Runs within the transaction. */
  work(): unknown;
  resolve(outcome: unknown): void;
  reject(error: unknown): void;
}

/** Most facts in one transaction; the rest waits for the next tick, so that other work gets its turn. */
const MOST_FACTS = 2_000;
/** Bytes per commit and per fact besides its text: pages of the tree and of the index. */
const COMMIT_BYTES = 12 * 1024;
const FACT_BYTES = 1024;

/**
 * Appends (and other writes) of one tick share one transaction and one wait for the disk. Each is checked for its own
 * expected revision, so a conflict fails only its caller. Answers come after the commit is on the disk.
 */
export class GroupCommit {
  private queue: Waiting[] = [];
  private scheduled: Promise<void> | undefined;
  private readonly begin: StatementSync;
  private readonly commit: StatementSync;

  constructor(
    private readonly db: DatabaseSync,
    private readonly writer: FactWriter,
    private readonly wal: WalCheckpoints,
    private readonly explain: (error: unknown) => unknown,
    private readonly onCommitted: (rows: readonly FactRow[]) => void,
  ) {
    this.begin = db.prepare('BEGIN IMMEDIATE');
    this.commit = db.prepare('COMMIT');
  }

  append(request: AppendRequest): Promise<Appended> {
    return this.join(request.rows.length, () => this.writer.append(request));
  }

  /** Runs another write in the next transaction. */
  write<T>(work: () => T): Promise<T> {
    return this.join(1, work);
  }

  /** Resolves when every request is answered. */
  async idle(): Promise<void> {
    while (this.scheduled) await this.scheduled;
  }

  private join<T>(facts: number, work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.queue.push({ facts, work, resolve: resolve as Waiting['resolve'], reject });
      this.schedule();
    });
  }

  private schedule(): void {
    this.scheduled ??= this.flushSoon();
  }

  private async flushSoon(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (this.wal.gate) await this.wal.gate;
    this.flush();
    this.scheduled = undefined;
    if (this.queue.length > 0) this.schedule();
  }

  private flush(): void {
    const group = this.takeGroup();
    let outcomes: unknown[];
    try {
      this.begin.run();
      outcomes = group.map(({ work }) => this.outcomeOf(work));
      this.commit.run();
    } catch (error) {
      this.rollBack();
      for (const { reject } of group) reject(this.explain(error));
      return;
    }
    const rows = this.writer.committed();
    group.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index];
      if (outcome instanceof RevisionConflict) reject(outcome);
      else resolve(outcome);
    });
    this.wal.wrote(rows.reduce((sum, { data, meta }) => sum + data.length + meta.length + FACT_BYTES, COMMIT_BYTES));
    if (rows.length > 0) this.onCommitted(rows);
  }

  private takeGroup(): Waiting[] {
    let [end, facts] = [0, 0];
    while (end < this.queue.length && (end === 0 || facts < MOST_FACTS)) {
      facts += this.queue[end]?.facts ?? 0;
      end += 1;
    }
    return this.queue.splice(0, end);
  }

  private outcomeOf(work: () => unknown): unknown {
    try {
      return work();
    } catch (error) {
      if (error instanceof RevisionConflict) return error;
      throw error;
    }
  }

  private rollBack(): void {
    this.writer.rolledBack();
    // Some failures (a full disk) have rolled back already.
    if (this.db.isTransaction) this.db.exec('ROLLBACK');
  }
}
