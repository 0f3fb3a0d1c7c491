import type { DatabaseSync } from 'node:sqlite';
import { WalCheckpoints } from '../sqlite/wal-checkpoints';
import type { WriterLock } from '../sqlite/writer-lock';
import type { FactRow } from './fact-row';
import { FactWriter } from './fact-writer';
import { GroupCommit } from './group-commit';
import type { Streams } from './streams';

/** The parts of the single writing process: its lock, the queue of appends and the checkpoints of the WAL. */
export class LogWriter {
  readonly appends: GroupCommit;
  private readonly writer: FactWriter;
  private readonly wal: WalCheckpoints;

  constructor(
    file: string,
    db: DatabaseSync,
    streams: Streams,
    private readonly lock: WriterLock,
    explain: (error: unknown) => unknown,
    onCommitted: (rows: readonly FactRow[]) => void,
  ) {
    this.writer = new FactWriter(db, streams);
    this.wal = new WalCheckpoints(file);
    this.appends = new GroupCommit(db, this.writer, this.wal, explain, onCommitted);
  }

  get head(): number {
    return this.writer.head;
  }

  async close(): Promise<void> {
    await this.appends.idle();
    await this.wal.close();
  }

  /** Call it after the database is closed. */
  release(): void {
    this.lock.release();
  }
}
