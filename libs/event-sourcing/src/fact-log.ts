import type { Appended, EventLog, ExpectedRevision, ReadStreamOptions } from './event-log.port';
import type { StoredFact } from './stored-fact';
import type { BoundCommand } from './bound-command';
import type { Fact, FactContext, Position, Recorded } from './fact';

export interface Append<F extends Fact> {
  readonly stream: string;
  readonly facts: readonly F[];
  readonly expected: ExpectedRevision;
  readonly context: FactContext;
  readonly ids?: readonly string[];
  /** The command that the facts are of, if it came with an idempotency key. */
  readonly command?: BoundCommand | undefined;
}

/**
 * The log as contexts see it. It wraps the `EventLog` port with the codec: personal fields are encrypted and versions
 * written on the way in, decrypted and upcast on the way out.
 */
export abstract class FactLog {
  abstract readonly port: EventLog;
  abstract append<F extends Fact>(append: Append<F>): Promise<Appended & { readonly facts: readonly Recorded<F>[] }>;
  abstract readStream<F extends Fact>(stream: string, options?: ReadStreamOptions): Promise<readonly Recorded<F>[]>;
  abstract decode(stored: readonly StoredFact[]): Promise<readonly Recorded[]>;
  abstract head(): Promise<Position | null>;
}
