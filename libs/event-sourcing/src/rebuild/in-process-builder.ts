import type { EventLog } from '../event-log.port';
import type { FactCodec } from '../fact-codec';
import type { Projection } from '../projection';
import type { ShadowBuilds } from '../read-store.port';
import { buildReadModel } from './build-read-model';
import type { BuildProgress, BuildTask, ReadModelBuilder } from './read-model-builder.port';

export interface BuilderParts {
  readonly log: EventLog;
  readonly codec: FactCodec;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any projection may be built
  readonly projectionOf: (name: string) => Projection<any, any> | undefined;
  readonly open: ShadowBuilds['open'];
  /** Facts read at once; default 200, so that a serving thread stays responsive. */
  readonly pageSize?: number;
}

export class InProcessBuilder implements ReadModelBuilder {
  constructor(private readonly parts: BuilderParts) {}

  async build(
    { projection: name, place }: BuildTask,
    onProgress: (progress: BuildProgress) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { log, codec, open, pageSize = 200 } = this.parts;
    const projection = this.parts.projectionOf(name);
    if (!projection) throw new Error(`The builder knows no projection ${name}.`);
    const into = await open(projection.collection, place);
    try {
      await buildReadModel({ projection, log, codec, into, pageSize, onProgress, signal });
    } finally {
      await into.abandon();
    }
  }

  async close(): Promise<void> {
    // It has no resources of its own.
  }
}
