import type { Clock } from '../facts/clock.port';
import type { Fact } from '../facts/fact';
import type { FactCodec } from '../facts/fact-codec';
import type { EventLog } from '../log/event-log.port';
import type { Projection } from '../read-models/projection';
import type { ReadStore } from '../read-models/read-store.port';
import type { Report } from './consumer-health';

export interface ReadModelBuilds {
  /** Whether an empty read model is better built in bulk than fact by fact. */
  isWorthIt(): Promise<boolean>;
  /** Resolves when it serves. @throws PoisonFactError */
  fill<Row extends object, F extends Fact>(projection: Projection<Row, F>): Promise<void>;
  stop(): Promise<void>;
}

export interface ConsumerParts {
  readonly log: EventLog;
  readonly store: ReadStore;
  readonly codec: FactCodec;
  readonly clock: Clock;
  readonly report: Report;
  readonly batchSize: number;
  /** Given by a plugin. Absent: an empty read model is folded like any other. */
  builds?: ReadModelBuilds | undefined;
}
