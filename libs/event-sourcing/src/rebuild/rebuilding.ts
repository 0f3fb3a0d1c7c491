import type { Fact } from '../facts/fact';
import type { Projection } from '../read-models/projection';
import type { BuildStatus } from './build-status';
import { troubleOf } from '../runtime/consumer-health';
import type { ConsumerParts, ReadModelBuilds } from '../runtime/consumer-parts';
import type { Kernel } from '../runtime/kernel';
import { BuildGivenUp, Builds } from './builds';
import { InProcessBuilder } from './in-process-builder';
import { isLogLong } from './is-log-long';
import type { ReadModelBuilder } from './read-model-builder.port';
import { type Rebuildable, swapIn } from './swap-in';

export class Rebuilding implements ReadModelBuilds {
  private readonly isLogLong: () => Promise<boolean>;

  constructor(
    private readonly parts: ConsumerParts,
    private readonly builds: Builds,
  ) {
    this.isLogLong = isLogLong(parts.log);
  }

  async isWorthIt(): Promise<boolean> {
    return this.parts.store.shadowBuilds !== undefined && (await this.isLogLong());
  }

  fill<Row extends object, F extends Fact>(projection: Projection<Row, F>): Promise<void> {
    return this.builds.build(projection, () => this.parts.store.promote(projection.collection));
  }

  /** Beside the one that serves, and in its place when it is complete. A failure is reported. Repeating is harmless. */
  async rebuild(runner: Rebuildable): Promise<void> {
    const { projection } = runner;
    if (this.isUnderWay(projection.name)) return;
    try {
      await this.builds.build(projection, () => swapIn(runner, this.parts));
    } catch (error) {
      const { report, clock } = this.parts;
      if (!(error instanceof BuildGivenUp)) report(projection.name, troubleOf(error, clock), error);
    }
  }

  isUnderWay(name: string): boolean {
    return this.builds.isUnderWay(name);
  }

  /** Null: none since the start. */
  statusOf(name: string): BuildStatus | null {
    return this.builds.statusOf(name);
  }

  stop(): Promise<void> {
    return this.builds.stop();
  }
}

/** Read models are built in bulk and anew. @param builder absent: this thread builds, in between */
export const rebuilding =
  ({ builder }: { readonly builder?: ReadModelBuilder | undefined } = {}) =>
  ({ parts, consumers }: Kernel): { readonly rebuilding: Rebuilding } => {
    const { log, store, clock, codec } = parts;
    const inProcess = (): ReadModelBuilder =>
      new InProcessBuilder({
        log,
        codec,
        projectionOf: (name) => consumers.projections.get(name)?.projection,
        open: (collection, place) =>
          store.shadowBuilds?.open(collection, place) ?? Promise.reject(new Error('This store builds nothing beside.')),
      });
    const rebuilding = new Rebuilding(parts, new Builds({ log, store, clock, builder: builder ?? inProcess() }));
    parts.builds = rebuilding;
    return { rebuilding };
  };
