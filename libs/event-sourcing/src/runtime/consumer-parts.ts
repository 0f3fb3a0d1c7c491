import type { Clock } from '../clock.port';
import type { EventLog } from '../event-log.port';
import type { FactCodec } from '../fact-codec';
import type { ReadStore } from '../read-store.port';
import type { Builds } from '../rebuild/builds';
import type { Report } from './consumer-health';

export interface ConsumerParts {
  readonly log: EventLog;
  readonly store: ReadStore;
  readonly codec: FactCodec;
  readonly clock: Clock;
  readonly report: Report;
  readonly batchSize: number;
  readonly builds: Builds;
}
