import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../facts/clock.port';
import type { EventLog } from '../log/event-log.port';
import type { Fact } from '../facts/fact';
import type { Projection } from '../read-models/projection';
import type { ReadStore } from '../read-models/read-store.port';
import { troubleOf } from '../runtime/consumer-health';
import { type BuildStatus, progressOf, type Reached } from './build-status';
import type { BuildProgress, BuildTask, ReadModelBuilder } from './read-model-builder.port';

interface Parts {
  readonly log: EventLog;
  readonly store: ReadStore;
  readonly clock: Clock;
  readonly builder: ReadModelBuilder;
}

/** What is asked for within this time shares one reading of the log. */
const GATHER_MS = 50;

export class BuildGivenUp extends Error {
  constructor(projection: string) {
    super(`The building of ${projection} was given up because Linkage is being stopped.`);
    this.name = 'BuildGivenUp';
  }
}

const NOTHING: Reached = { facts: 0, position: null };

interface Wanted {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- differently typed projections
  readonly projection: Projection<any, any>;
  readonly serve: () => Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
  place?: string;
  reached: Reached;
}

/** What is asked for at about the same time is built in one reading of the log. */
export class Builds {
  private readonly statuses = new Map<string, () => BuildStatus>();
  private readonly stopping = new AbortController();
  private waiting: Wanted[] = [];
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly parts: Parts) {}

  statusOf(name: string): BuildStatus | null {
    return this.statuses.get(name)?.() ?? null;
  }

  isUnderWay(name: string): boolean {
    const state = this.statusOf(name)?.state;
    return state === 'waiting' || state === 'building';
  }

  /** Resolves when the build serves; after a failure readers see what they saw before. @throws PoisonFactError */
  build<Row extends object, F extends Fact>(projection: Projection<Row, F>, serve: () => Promise<void>): Promise<void> {
    this.statuses.set(projection.name, () => ({ state: 'waiting', error: null, ...progressOf(NOTHING, 0, 0) }));
    const served = new Promise<void>((resolve, reject) =>
      this.waiting.push({ projection, serve, resolve, reject, reached: NOTHING }),
    );
    this.last = this.last.then(() => this.buildWaiting());
    return served;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.last;
    await this.parts.builder.close();
  }

  private async buildWaiting(): Promise<void> {
    if (this.waiting.length === 0) return;
    await pause(GATHER_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    const wanted = this.waiting;
    this.waiting = [];
    const began = performance.now();
    const failureOf = await this.buildTogether(wanted, began).then(
      (failed) => (name: string) => failed.get(name),
      (error: unknown) => () => error,
    );
    for (const one of wanted) await this.end(one, began, failureOf(one.projection.name));
  }

  /** By projection; the others are complete. */
  private async buildTogether(wanted: readonly Wanted[], began: number): Promise<ReadonlyMap<string, Error>> {
    const { log, store, builder } = this.parts;
    const { signal } = this.stopping;
    signal.throwIfAborted();
    const head = await log.head();
    for (const one of wanted) {
      const progress = () => progressOf(one.reached, this.share(one.reached, head), performance.now() - began);
      this.statuses.set(one.projection.name, () => ({ state: 'building', error: null, ...progress() }));
    }
    if (!store.shadowBuilds) return this.startEmpty(wanted);
    const tasks: BuildTask[] = [];
    for (const one of wanted) {
      one.place = await store.shadowBuilds.reserve(one.projection.collection);
      tasks.push({ projection: one.projection.name, place: one.place });
    }
    const onProgress = ({ facts, position }: BuildProgress): void => {
      for (const one of wanted) one.reached = { facts: facts[one.projection.name] ?? 0, position };
    };
    const failed = await builder.build(tasks, onProgress, signal);
    return new Map(failed.map(({ projection, error }) => [projection, error]));
  }

  /** `serve` then finds an empty generation and folds everything into it. */
  private async startEmpty(wanted: readonly Wanted[]): Promise<ReadonlyMap<string, Error>> {
    for (const { projection } of wanted) await this.parts.store.rebuild(projection.collection);
    return new Map();
  }

  private async end(one: Wanted, began: number, failure: unknown): Promise<void> {
    const { projection, place, serve, reached } = one;
    const builds = this.parts.store.shadowBuilds;
    const elapsed = performance.now() - began;
    try {
      if (failure !== undefined) throw failure;
      if (place !== undefined) await builds?.adopt(projection.collection, place);
      await serve();
      const done: BuildStatus = {
        state: 'done',
        error: null,
        ...progressOf(reached, 1, elapsed),
        secondsLeft: 0,
      };
      this.statuses.set(projection.name, () => done);
      one.resolve();
    } catch (cause) {
      if (place !== undefined) await builds?.discard(place).catch(() => undefined);
      const error = this.stopping.signal.aborted ? new BuildGivenUp(projection.name) : cause;
      const failed: BuildStatus = {
        state: 'failed',
        error: troubleOf(error, this.parts.clock),
        ...progressOf(reached, null, elapsed),
      };
      this.statuses.set(projection.name, () => failed);
      one.reject(error);
    }
  }

  private share({ position }: Reached, head: Reached['position']): number | null {
    const { log } = this.parts;
    if (!log.extent) return null;
    const whole = log.extent(null, head).amount;
    return whole === 0 ? 1 : Math.min(1, log.extent(null, position).amount / whole);
  }
}
