import type { Appended, EventLog, ExpectedRevision, ReadStreamOptions } from './event-log.port';
import type { StoredFact } from './stored-fact';
import type { Fact, FactContext, Position, Recorded } from './fact';

/** What `FactLog.append` needs besides the facts. */
export interface Append<F extends Fact> {
  readonly stream: string;
  readonly facts: readonly F[];
  readonly expected: ExpectedRevision;
  readonly context: FactContext;
  /** One id per fact; UUIDv7 when absent. */
  readonly ids?: readonly string[];
}

/**
 * The log as the contexts see it: facts in, facts out. Between it and the `EventLog` port stands the codec:
 * personal fields are encrypted, versions written and, on the way back, upcast and decrypted.
 */
export abstract class FactLog {
  abstract readonly port: EventLog;
  abstract append<F extends Fact>(append: Append<F>): Promise<Appended & { readonly facts: readonly Recorded<F>[] }>;
  abstract readStream<F extends Fact>(stream: string, options?: ReadStreamOptions): Promise<readonly Recorded<F>[]>;
  /** Decodes facts as the port gave them. @throws UnknownFact for a type or version that no catalog names */
  abstract decode(stored: readonly StoredFact[]): Promise<readonly Recorded[]>;
  abstract head(): Promise<Position | null>;
}
