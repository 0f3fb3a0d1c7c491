import type { Clock } from '../clock.port';
import type { EventLog } from '../event-log.port';
import type { Fact } from '../fact';
import type { Projection } from '../projection';
import type { ReadStore } from '../read-store.port';
import { troubleOf } from '../runtime/consumer-health';
import { type BuildStatus, progressOf, type Reached } from './build-status';
import type { ReadModelBuilder } from './read-model-builder.port';

interface Parts {
  readonly log: EventLog;
  readonly store: ReadStore;
  readonly clock: Clock;
  readonly builder: ReadModelBuilder;
}

export class BuildGivenUp extends Error {
  constructor(projection: string) {
    super(`The building of ${projection} was given up because Linkage is being stopped.`);
    this.name = 'BuildGivenUp';
  }
}

const NOTHING: Reached = { facts: 0, position: null };

/** Shadow builds of read models: one at a time, which bounds their memory. */
export class Builds {
  private readonly statuses = new Map<string, () => BuildStatus>();
  private readonly stopping = new AbortController();
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly parts: Parts) {}

  statusOf(name: string): BuildStatus | null {
    return this.statuses.get(name)?.() ?? null;
  }

  isUnderWay(name: string): boolean {
    const state = this.statusOf(name)?.state;
    return state === 'waiting' || state === 'building';
  }

  /**
   * Waits its turn, builds the generation, then lets `serve` swap it in. Resolves when it serves.
   * @throws PoisonFactError at a fact that the projection cannot fold; after any failure readers see what they saw
   * before
   */
  build<Row extends object, F extends Fact>(projection: Projection<Row, F>, serve: () => Promise<void>): Promise<void> {
    const { name } = projection;
    this.statuses.set(name, () => ({ state: 'waiting', error: null, ...progressOf(NOTHING, 0, 0) }));
    const built = this.last.then(() => this.run(projection, serve));
    this.last = built.catch(() => undefined);
    return built;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.last;
    await this.parts.builder.close();
  }

  private async run<Row extends object, F extends Fact>(
    projection: Projection<Row, F>,
    serve: () => Promise<void>,
  ): Promise<void> {
    const { log, clock } = this.parts;
    const began = performance.now();
    let reached: Reached = NOTHING;
    try {
      this.stopping.signal.throwIfAborted();
      const head = await log.head();
      const progress = () => progressOf(reached, this.share(reached, head), performance.now() - began);
      this.statuses.set(projection.name, () => ({ state: 'building', error: null, ...progress() }));
      await this.buildBeside(projection, (now) => {
        reached = now;
      });
      await serve();
      const done: BuildStatus = { state: 'done', error: null, ...progress(), share: 1, secondsLeft: 0 };
      this.statuses.set(projection.name, () => done);
    } catch (cause) {
      const error = this.stopping.signal.aborted ? new BuildGivenUp(projection.name) : cause;
      const failed: BuildStatus = {
        state: 'failed',
        error: troubleOf(error, clock),
        ...progressOf(reached, null, performance.now() - began),
      };
      this.statuses.set(projection.name, () => failed);
      throw error;
    }
  }

  private async buildBeside<Row extends object, F extends Fact>(
    { name, collection }: Projection<Row, F>,
    onProgress: (reached: Reached) => void,
  ): Promise<void> {
    const { store, builder } = this.parts;
    // `serve` then finds an empty generation and folds everything into it.
    if (!store.shadowBuilds) return store.rebuild(collection);
    const place = await store.shadowBuilds.reserve(collection);
    try {
      await builder.build({ projection: name, place }, onProgress, this.stopping.signal);
      await store.shadowBuilds.adopt(collection, place);
    } catch (error) {
      await store.shadowBuilds.discard(place);
      throw error;
    }
  }

  private share({ position }: Reached, head: Reached['position']): number | null {
    const { log } = this.parts;
    if (!log.extent) return null;
    const whole = log.extent(null, head).amount;
    return whole === 0 ? 1 : Math.min(1, log.extent(null, position).amount / whole);
  }
}
