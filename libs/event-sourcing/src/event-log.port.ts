import type { ConsumerGroups } from './consumer-groups.port';
import type { Position } from './fact';
import type { FactToStore, StoredFact } from './stored-fact';
import type { BatchHandler, Subscription } from './subscription';

/** `no-stream`: the stream must not exist yet. A number: its last revision must be exactly that. `any`: no check. */
export type ExpectedRevision = 'no-stream' | 'any' | number;

export interface Appended {
  /** Position of the last fact appended (or, for a repeated append, of the one that was there already). */
  readonly position: Position;
  /** Revision of the last fact appended. */
  readonly revision: number;
}

export interface ReadStreamOptions {
  /** First revision to give; default 0. */
  readonly from?: number;
  /** Newest first; then `from` defaults to the end. */
  readonly backwards?: boolean;
  readonly limit?: number;
}

export interface ReadAllOptions {
  /** Exclusive; null or absent: from the beginning. */
  readonly after?: Position | null;
  /** Only streams whose name starts with one of these; absent or with an empty one among them: all. */
  readonly prefixes?: readonly string[];
  readonly limit: number;
}

export interface ReadAllPage {
  readonly facts: readonly StoredFact[];
  /** Where to go on, even if nothing matched; null only for an empty log. */
  readonly next: Position | null;
  /** True when the end of the log was reached. */
  readonly end: boolean;
}

export interface SubscribeOptions {
  readonly after: Position | null;
  /** As for `readAll`. */
  readonly prefixes?: readonly string[];
  /** Most facts in one batch; default 500. */
  readonly batchSize?: number;
}

/** How much of the log lies between two places: in facts where the log counts them, else in bytes. */
export interface Extent {
  readonly amount: number;
  readonly unit: 'facts' | 'bytes';
}

/** The only truth. Two adapters: the embedded SQLite log and EventStoreDB; both run `eventLogContract`. */
export interface EventLog {
  /**
   * Appends all facts or none. A repeated append (the same fact ids in the same stream) changes nothing and answers as the first did.
   * @throws RevisionConflict when the stream is not at `expected`
   * @throws LogUnavailable when the store cannot be reached or written
   */
  append(stream: string, facts: readonly FactToStore[], expected: ExpectedRevision): Promise<Appended>;
  /** The stream's facts in order; empty when there is no such stream. @throws DamagedFact, as every other read does */
  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredFact[]>;
  readAll(options: ReadAllOptions): Promise<ReadAllPage>;
  /** Catches up from `after`, then goes on live: no gap, no double at the seam. */
  subscribe(options: SubscribeOptions, handler: BatchHandler): Subscription;
  /** Work that several consumers share. */
  readonly groups: ConsumerGroups;
  /** Position of the newest fact; null for an empty log. */
  head(): Promise<Position | null>;
  /** Negative when a is before b, 0 when equal. @throws TypeError for what is no position of this log */
  compare(a: Position, b: Position): number;
  /** False when the log has never been as far as `position`: it is an older one, restored from a backup. A log that cannot tell leaves it out. */
  hasReached?(position: Position): Promise<boolean>;
  /** How much there is after `after` up to `upTo`; null stands before the first fact. For progress and for how far behind; 0 when there is nothing. */
  extent?(after: Position | null, upTo: Position | null): Extent;
  close(): Promise<void>;
}

/** Somebody else appended to the stream first. The kernel loads, decides and appends again. */
export class RevisionConflict extends Error {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: number | 'no-stream',
  ) {
    super(`stream is at ${actual}, expected ${expected}`);
    this.name = 'RevisionConflict';
  }
}

export interface LogUnavailableOptions extends ErrorOptions {
  /** An append was sent and not answered: its facts may be in the log. Default false: they are not. */
  readonly perhapsWritten?: boolean;
}

/** The log cannot serve now. `retrySafe`: repeating the same append (same ids) can do no harm. */
export class LogUnavailable extends Error {
  readonly perhapsWritten: boolean;

  constructor(
    message: string,
    readonly retrySafe: boolean,
    { perhapsWritten = false, ...options }: LogUnavailableOptions = {},
  ) {
    super(message, options);
    this.name = 'LogUnavailable';
    this.perhapsWritten = perhapsWritten;
  }
}

/** A fact in the log cannot be read back: its data or metadata is no JSON any more. Somebody or something changed the store. */
export class DamagedFact extends Error {
  constructor(
    readonly place: Pick<StoredFact, 'id' | 'type' | 'stream' | 'revision' | 'position'>,
    options?: ErrorOptions,
  ) {
    super(
      `The fact ${place.id} (revision ${place.revision} of ${place.stream}) is damaged: it is no JSON any more. Run: npm run linkage -- verify-log`,
      options,
    );
    this.name = 'DamagedFact';
  }
}
