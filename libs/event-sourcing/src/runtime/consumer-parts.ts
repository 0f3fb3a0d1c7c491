import type { Clock } from '../facts/clock.port';
import type { EventLog } from '../log/event-log.port';
import type { FactCodec } from '../facts/fact-codec';
import type { ReadStore } from '../read-models/read-store.port';
import type { ReadModelBuilds } from './read-model-builds.port';
import type { Report } from './consumer-health';

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
