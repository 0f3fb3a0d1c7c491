import { type Appended, RevisionConflict } from '@linkage/event-sourcing';
import { type DatabaseSync, GroupCommit, WalCheckpoints } from '@linkage/sqlite';
import type { WriterLock } from '../writer-lock';
import type { FactRow } from './fact-row';
import { type AppendRequest, FactWriter } from './fact-writer';
import type { Streams } from './streams';

const MOST_FACTS = 2_000;
/** Besides the text: pages of the tree and of the index. */
const COMMIT_BYTES = 12 * 1024;
const FACT_BYTES = 1024;

/** A conflict fails only its caller. */
export class LogWriter {
  private readonly commits: GroupCommit;
  private readonly writer: FactWriter;
  private readonly wal: WalCheckpoints;

  constructor(
    file: string,
    db: DatabaseSync,
    streams: Streams,
    private readonly lock: WriterLock,
    explain: (error: unknown) => unknown,
    private readonly onCommitted: (rows: readonly FactRow[]) => void,
  ) {
    this.writer = new FactWriter(db, streams);
    this.wal = new WalCheckpoints(file);
    this.commits = new GroupCommit(db, {
      mostWeight: MOST_FACTS,
      isHarmless: (error) => error instanceof RevisionConflict,
      gate: () => this.wal.gate,
      explain,
      onCommitted: () => this.committed(),
      onRolledBack: () => this.writer.rolledBack(),
    });
  }

  append(request: AppendRequest): Promise<Appended> {
    return this.commits.run(() => this.writer.append(request), request.rows.length);
  }

  write<T>(work: () => T): Promise<T> {
    return this.commits.run(work);
  }

  get head(): number {
    return this.writer.head;
  }

  get trouble(): string | null {
    return this.wal.trouble;
  }

  async close(): Promise<void> {
    await this.commits.idle();
    await this.wal.close();
  }

  /** Call it after the database is closed. */
  release(): void {
    this.lock.release();
  }

  private committed(): void {
    const rows = this.writer.committed();
    this.wal.wrote(rows.reduce((sum, { data, meta }) => sum + data.length + meta.length + FACT_BYTES, COMMIT_BYTES));
    if (rows.length > 0) this.onCommitted(rows);
  }
}
