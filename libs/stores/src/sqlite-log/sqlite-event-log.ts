import {
  type Appended,
  type BatchHandler,
  type EventLog,
  type ExpectedRevision,
  type Extent,
  type FactToStore,
  LogUnavailable,
  type Position,
  type ReadAllOptions,
  type ReadAllPage,
  type ReadStreamOptions,
  type StoredFact,
  type SubscribeOptions,
  type Subscription,
} from '@linkage/event-sourcing';
import {
  type DatabaseSync,
  markClosed,
  openDatabase,
  sentenceOf,
  type StatementSync,
  troubleOf,
  DatabaseFileWatcher,
} from '@linkage/sqlite';
import { storePragmas } from '../store-pragmas';
import { WriterLock } from '../writer-lock';
import { GroupTable } from '../sqlite-groups/group-table';
import { SqliteConsumerGroups } from '../sqlite-groups/sqlite-consumer-groups';
import { FactReader } from './fact-reader';
import { type FactRow, toExactFact, toStoredFact, toUnplacedRow } from './fact-row';
import { RecentFacts } from './recent-facts';
import { LOG_VERSION, logSchema, logUpgrades } from './schema';
import { toPlace, toPosition } from './sqlite-position';
import { SqliteSubscription } from './sqlite-subscription';
import { Streams } from './streams';
import { LogWriter } from './log-writer';

/** Read-only processes scan the log sequentially. */
const ONE_PASS_CACHE_KIB = 8 * 1024;

export interface SqliteLogOptions {
  readonly readOnly?: boolean;
  /** Also treats a fact as damaged whose text differs from what was written but means the same. */
  readonly exact?: boolean;
}

/** Every acknowledged fact is on the disk. One process writes, others may read. */
export class SqliteEventLog implements EventLog {
  /** Up to this many facts of one turn are written in that order, all or none (except for conflicts). */
  static readonly IN_ONE_TURN = 1_500;

  readonly groups: SqliteConsumerGroups;
  private readonly streams: Streams;
  private readonly recent = new RecentFacts();
  private readonly reader: FactReader;
  private readonly writing: LogWriter | undefined;
  private readonly elsewhere: DatabaseFileWatcher | undefined;
  private readonly newest: StatementSync;
  private readonly subscriptions = new Set<SqliteSubscription>();
  private closed = false;
  private ending: Promise<void> | undefined;

  private constructor(
    private readonly file: string,
    private readonly db: DatabaseSync,
    lock: WriterLock | undefined,
    exact: boolean,
  ) {
    this.streams = new Streams(db);
    this.reader = new FactReader(db, this.streams, this.recent, exact ? toExactFact : toStoredFact);
    this.newest = db.prepare('SELECT coalesce(max(position), 0) AS head FROM facts');
    if (lock)
      this.writing = new LogWriter(
        file,
        db,
        this.streams,
        lock,
        (error) => this.explained(error),
        (rows) => this.committed(rows),
      );
    else {
      this.elsewhere = new DatabaseFileWatcher(file);
      this.elsewhere.add(() => this.wakeAll());
    }
    this.groups = new SqliteConsumerGroups({
      table: new GroupTable(db),
      write: async (work) => this.writable().write(work),
      head: () => this.reading(() => this.headPlace()),
      factAt: (place) =>
        this.reading(() => this.reader.all({ after: toPosition(place - 1), limit: 1 }, this.headPlace()).facts[0]),
      subscribe: (after, prefixes, handler) => this.subscribe({ after, prefixes }, handler),
    });
  }

  /** @throws DatabaseUnusable when the file is damaged, or when another process writes to it */
  static open(file: string, { readOnly = false, exact = false }: SqliteLogOptions = {}): SqliteEventLog {
    const lock = readOnly ? undefined : new WriterLock(file);
    try {
      const db = openDatabase(file, {
        readOnly,
        synchronous: 'FULL',
        pragmas: storePragmas({ cacheKib: readOnly ? ONE_PASS_CACHE_KIB : undefined }),
        version: LOG_VERSION,
        create: logSchema,
        upgrades: logUpgrades,
        table: 'facts',
        guardsWal: true,
        wayBack:
          'Stop Linkage and restore the newest backup of the data folder (docs/running.md, Restore). The read models follow the log by themselves.',
      });
      return new SqliteEventLog(file, db, lock, exact);
    } catch (error) {
      lock?.release();
      throw error;
    }
  }

  async append(stream: string, facts: readonly FactToStore[], expected: ExpectedRevision): Promise<Appended> {
    if (facts.length === 0) throw new TypeError('An append needs at least one fact.');
    return this.writable().append({ stream, rows: facts.map(toUnplacedRow), expected });
  }

  async readStream(stream: string, options: ReadStreamOptions = {}): Promise<readonly StoredFact[]> {
    return this.reading(() => this.reader.stream(stream, options));
  }

  async readAll(options: ReadAllOptions): Promise<ReadAllPage> {
    return this.reading(() => this.reader.all(options, this.headPlace()));
  }

  subscribe(options: SubscribeOptions, handler: BatchHandler): Subscription {
    const subscription = new SqliteSubscription(
      (page) => this.reading(() => this.reader.all(page, this.headPlace())),
      options,
      handler,
    );
    this.subscriptions.add(subscription);
    const forget = (): void => void this.subscriptions.delete(subscription);
    subscription.done.then(forget, forget);
    return subscription;
  }

  async head(): Promise<Position | null> {
    const place = this.reading(() => this.headPlace());
    return place === 0 ? null : toPosition(place);
  }

  compare(a: Position, b: Position): number {
    return toPlace(a) - toPlace(b);
  }

  async hasReached(position: Position): Promise<boolean> {
    return this.reading(() => toPlace(position) <= this.headPlace());
  }

  extent(after: Position | null, upTo: Position | null): Extent {
    return { amount: Math.max(0, toPlace(upTo) - toPlace(after)), unit: 'facts' };
  }

  trouble(): string | null {
    return this.writing?.trouble ?? null;
  }

  close(): Promise<void> {
    this.ending ??= this.end();
    return this.ending;
  }

  private async end(): Promise<void> {
    await this.groups.close();
    this.closed = true;
    this.elsewhere?.close();
    await this.writing?.close();
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    this.db.close();
    if (this.writing) markClosed(this.file);
    this.writing?.release();
  }

  private writable(): LogWriter {
    if (this.closed) throw this.isClosed();
    if (!this.writing) throw new LogUnavailable(`${this.file} is opened for reading only.`, false);
    return this.writing;
  }

  private headPlace(): number {
    return this.writing ? this.writing.head : (this.newest.get()?.['head'] as number);
  }

  private committed(rows: readonly FactRow[]): void {
    this.recent.add(rows);
    this.wakeAll();
  }

  private wakeAll(): void {
    for (const subscription of this.subscriptions) subscription.wake();
  }

  private reading<T>(read: () => T): T {
    if (!this.db.isOpen) throw this.isClosed();
    try {
      return read();
    } catch (error) {
      throw this.explained(error);
    }
  }

  /** Nothing of a failed append is in the log: repeat it once there is room; a damaged file needs the operator. */
  private explained(error: unknown): unknown {
    const trouble = troubleOf(error);
    return trouble
      ? new LogUnavailable(sentenceOf(trouble, this.file), trouble !== 'corrupt', { cause: error })
      : error;
  }

  private isClosed(): LogUnavailable {
    return new LogUnavailable(`${this.file} is closed.`, true);
  }
}
