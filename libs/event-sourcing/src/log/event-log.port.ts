import type { ConsumerGroups } from './consumer-groups.port';
import type { Position } from '../facts/fact';
import type { FactToStore, StoredFact } from '../facts/stored-fact';
import type { BatchHandler, Subscription } from './subscription';

/** `no-stream`: must not exist yet. A number: its last revision must be exactly that. `any`: no check. */
export type ExpectedRevision = 'no-stream' | 'any' | number;

export interface Appended {
  /** Of the last fact appended, or of the one that a repeated append found. */
  readonly position: Position;
  readonly revision: number;
}

export interface ReadStreamOptions {
  readonly from?: number;
  /** Newest first; `from` then defaults to the end. */
  readonly backwards?: boolean;
  readonly limit?: number;
}

export interface ReadAllOptions {
  /** Exclusive; null or absent: from the beginning. */
  readonly after?: Position | null;
  /** Absent, or with an empty one among them: all streams. */
  readonly prefixes?: readonly string[];
  readonly limit: number;
}

export interface ReadAllPage {
  readonly facts: readonly StoredFact[];
  /** Where to go on, even if nothing matched; null only for an empty log. */
  readonly next: Position | null;
  readonly end: boolean;
}

export interface SubscribeOptions {
  readonly after: Position | null;
  readonly prefixes?: readonly string[];
  /** Default 500. */
  readonly batchSize?: number;
}

/** In facts where the log counts them, else in bytes. */
export interface Extent {
  readonly amount: number;
  readonly unit: 'facts' | 'bytes';
}

/** The single source of truth. Adapters run `eventLogContract`. */
export interface EventLog {
  /**
   * All facts or none. A repeated append (same fact ids, same stream) changes nothing, returns the first result.
   * @throws RevisionConflict when the stream is not at `expected`
   * @throws LogUnavailable
   */
  append(stream: string, facts: readonly FactToStore[], expected: ExpectedRevision): Promise<Appended>;
  /** In order; empty for an unknown stream. @throws DamagedFact, like every other read */
  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredFact[]>;
  readAll(options: ReadAllOptions): Promise<ReadAllPage>;
  /** Catches up from `after`, then goes on live, without gap or duplicate. No position lies behind the newest fact. */
  subscribe(options: SubscribeOptions, handler: BatchHandler): Subscription;
  readonly groups: ConsumerGroups;
  head(): Promise<Position | null>;
  /** Negative when a is before b. @throws TypeError for a string that is no position of this log */
  compare(a: Position, b: Position): number;
  /** False after restoring an older backup, for example. Absent: the log cannot tell. */
  hasReached?(position: Position): Promise<boolean>;
  /** Null as `after`: before the first fact. */
  extent?(after: Position | null, upTo: Position | null): Extent;
  /** For the operator; null: nothing is wrong. Absent: it has no upkeep of its own. */
  trouble?(): string | null;
  close(): Promise<void>;
}

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

interface LogUnavailableOptions extends ErrorOptions {
  /** Sent and not answered: the facts may be in the log. Default false. */
  readonly perhapsWritten?: boolean;
}

/** `retrySafe`: repeating the same append (same ids) does no harm. */
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

/** No longer JSON: the store was changed from outside. */
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
