import { setImmediate as breathe } from 'node:timers/promises';
import type { EventLog } from '../event-log.port';
import type { Fact, Position } from '../fact';
import type { FactCodec } from '../fact-codec';
import type { Projection } from '../projection';
import type { BulkBuild } from '../read-store.port';
import { factsFor } from '../runtime/facts-for';
import { FoldedRows } from './folded-rows';
import type { BuildProgress } from './read-model-builder.port';

export interface Build<Row extends object, F extends Fact> {
  readonly projection: Projection<Row, F>;
  readonly log: EventLog;
  readonly codec: FactCodec;
  readonly into: BulkBuild;
  /** Facts read at once; other work of the thread waits that long. */
  readonly pageSize: number;
  readonly onProgress: (progress: BuildProgress) => void;
  readonly signal: AbortSignal;
}

export const buildReadModel = async <Row extends object, F extends Fact>({
  projection,
  log,
  codec,
  into,
  pageSize,
  onProgress,
  signal,
}: Build<Row, F>): Promise<void> => {
  const read = factsFor(codec, projection);
  const rows = new FoldedRows(projection, into);
  let [position, facts]: [Position | null, number] = [null, 0];
  for (let end = false; !end;) {
    signal.throwIfAborted();
    const page = await log.readAll({ after: position, prefixes: projection.streams, limit: pageSize });
    const decoded = await read(page.facts);
    await rows.fold(decoded);
    facts += decoded.length;
    ({ next: position, end } = page);
    onProgress({ facts, position });
    await breathe();
  }
  await rows.write();
  signal.throwIfAborted();
  await into.finish(position);
};
