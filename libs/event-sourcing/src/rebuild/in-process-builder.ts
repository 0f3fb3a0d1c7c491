import { setImmediate as breathe } from 'node:timers/promises';
import type { EventLog } from '../log/event-log.port';
import type { Position } from '../facts/fact';
import type { FactCodec } from '../facts/fact-codec';
import type { Projection } from '../read-models/projection';
import type { ShadowBuilds } from '../read-models/generations.port';
import { BuildingReadModel } from './building-read-model';
import type { BuildProgress, BuildTask, FailedBuild, ReadModelBuilder } from './read-model-builder.port';

interface BuilderParts {
  readonly log: EventLog;
  readonly codec: FactCodec;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- differently typed projections
  readonly projectionOf: (name: string) => Projection<any, any> | undefined;
  readonly open: ShadowBuilds['open'];
  /** Default 200, so that a serving thread stays responsive. */
  readonly pageSize?: number;
}

/** Reads the log once, whatever the number of read models. */
export class InProcessBuilder implements ReadModelBuilder {
  constructor(private readonly parts: BuilderParts) {}

  async build(
    tasks: readonly BuildTask[],
    onProgress: (progress: BuildProgress) => void,
    signal: AbortSignal,
  ): Promise<readonly FailedBuild[]> {
    const models: BuildingReadModel[] = [];
    const unopened: FailedBuild[] = [];
    try {
      for (const task of tasks)
        await this.open(task, tasks.length).then(
          (model) => models.push(model),
          (error: Error) => unopened.push({ projection: task.projection, error }),
        );
      const position = await this.readInto(models, onProgress, signal);
      for (const model of models) await model.finish(position);
      const failed = models.flatMap(({ projection, failed: error }) =>
        error ? [{ projection: projection.name, error }] : [],
      );
      return [...unopened, ...failed];
    } finally {
      for (const model of models) await model.abandon();
    }
  }

  async close(): Promise<void> {
    // It has no resources of its own.
  }

  private async open({ projection: name, place }: BuildTask, together: number): Promise<BuildingReadModel> {
    const { log, codec, open } = this.parts;
    const projection = this.parts.projectionOf(name);
    if (!projection) throw new Error(`The builder knows no projection ${name}.`);
    const into = await open(projection.collection, place);
    return new BuildingReadModel(projection, into, codec, (a, b) => log.compare(a, b), together);
  }

  private async readInto(
    models: readonly BuildingReadModel[],
    onProgress: (progress: BuildProgress) => void,
    signal: AbortSignal,
  ): Promise<Position | null> {
    const { log, pageSize = 200 } = this.parts;
    const prefixes = [...new Set(models.flatMap(({ projection }) => projection.streams))];
    let position: Position | null = null;
    for (let end = false; !end && models.some(({ failed }) => !failed);) {
      signal.throwIfAborted();
      const page = await log.readAll({ after: position, prefixes, limit: pageSize });
      ({ next: position, end } = page);
      for (const model of models) await model.take(page.facts, position);
      const facts = Object.fromEntries(models.map(({ projection, facts }) => [projection.name, facts]));
      onProgress({ facts, position });
      await breathe();
    }
    signal.throwIfAborted();
    return position;
  }
}
