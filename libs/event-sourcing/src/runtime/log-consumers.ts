import { Subject } from 'rxjs';
import { DomainError } from '../domain-error';
import type { Fact, Position } from '../fact';
import type { Projection } from '../projection';
import type { ConsumerParts } from './consumer-parts';
import {
  Consumers,
  type ConsumerStatus,
  type ContextParts,
  type ParkedReaction,
  type ReadModelChange,
} from './consumers';
import { factsWaiting } from './facts-waiting';
import { hasNoFactsBetween } from './has-no-facts-between';
import { parkedReactions } from './parked-reactions';
import { Backoff } from './backoff';
import { ProjectionFollower } from './projection-follower';
import { ProjectionRunner } from './projection-runner';
import { ReactorRunner } from './reactor-runner';
import { earliestPosition } from './earliest-position';

const LOOK_AFTER_MS = 30;

export interface ConsumerRoles {
  readonly projections: boolean;
  readonly reactors: boolean;
}

/** Runs the consumers. One process folds the read models; others follow it and take over when it is gone. */
export class LogConsumers extends Consumers {
  override readonly changes = new Subject<ReadModelChange>();
  readonly projections = new Map<string, ProjectionRunner>();
  readonly reactors = new Map<string, ReactorRunner>();
  private readonly follower: ProjectionFollower;
  private readonly stopping = new AbortController();
  private started = false;
  private standingBy: Promise<void> | undefined;
  private folds: boolean;

  constructor(
    private readonly parts: ConsumerParts,
    private readonly roles: ConsumerRoles,
  ) {
    super();
    this.follower = new ProjectionFollower(parts, this.changes);
    this.folds = roles.projections && !parts.store.turnToWrite;
  }

  override add({ facts, projections, reactors = [] }: ContextParts): void {
    this.parts.codec.learn(facts);
    for (const projection of projections) {
      this.refuseTwice(projection.name);
      this.projections.set(projection.name, new ProjectionRunner(projection, this.parts, this.changes));
      this.follower.add(projection);
    }
    for (const reactor of reactors) {
      this.refuseTwice(reactor.name);
      this.reactors.set(reactor.name, new ReactorRunner(reactor, this.parts));
    }
    if (this.started) this.start();
  }

  start(): void {
    this.started = true;
    for (const runner of this.running()) runner.start();
    if (!this.folds) this.standingBy ??= this.standBy();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([
      this.follower.stop(),
      ...this.running().map((runner) => runner.stop()),
      this.parts.builds.stop(),
    ]);
    this.changes.complete();
  }

  get foldsHere(): boolean {
    return this.folds;
  }

  override async status(): Promise<readonly ConsumerStatus[]> {
    const head = await this.parts.log.head();
    const waits = factsWaiting(this.parts.log, head);
    const projections = [...this.projections.values()].map((runner) => this.statusOfProjection(runner, head, waits));
    return Promise.all([
      ...projections,
      ...(this.roles.reactors ? [...this.reactors.values()].map((runner) => this.statusOfReactor(runner, head)) : []),
    ]);
  }

  override rebuild(projection: string): void {
    const runner = this.foldedHere(projection);
    if (!runner) throw unknown(projection);
    if (!this.parts.builds.isUnderWay(projection)) void runner.rebuild();
  }

  override retry(consumer: string): void {
    const runner = this.foldedHere(consumer) ?? (this.roles.reactors ? this.reactors.get(consumer) : undefined);
    if (!runner) throw unknown(consumer);
    runner.start();
  }

  override parked(reactor: string, limit = 100): Promise<readonly ParkedReaction[]> {
    return parkedReactions(this.parts.log, this.known(reactor), limit);
  }

  override replayParked(reactor: string): Promise<number> {
    return this.parts.log.groups.replayParked(this.known(reactor));
  }

  override publishedThrough(projections: readonly string[]): Position | null | undefined {
    const told = this.folds
      ? projections
          .flatMap((name) => this.projections.get(name) ?? [])
          .filter(({ health }) => health.state !== 'stopped')
          .map((runner) => runner.toldUpTo)
      : projections.map((name) => this.follower.toldUpTo(name));
    return earliestPosition(told, (a, b) => this.parts.log.compare(a, b));
  }

  /**
   * Resolves true once the read model shows `position`, false after `timeoutMs`, whichever process folds it. A log
   * that filters at its server reports progress late while nothing matters, so this reads the log itself.
   */
  async reached<Row extends object, F extends Fact>(
    { name, streams }: Projection<Row, F>,
    position: Position,
    timeoutMs: number,
  ): Promise<boolean> {
    const runner = this.folds ? this.projections.get(name) : undefined;
    const reached = runner ? runner.reached(position, timeoutMs) : this.follower.reached(name, position, timeoutMs);
    const answered = new AbortController();
    const soon = await Promise.race([reached, new Backoff(LOOK_AFTER_MS).wait(answered.signal)]);
    answered.abort();
    if (soon !== undefined) return soon;
    const shown = runner ? runner.position : this.follower.positionOf(name);
    return (await hasNoFactsBetween(this.parts.log, streams, shown, position).catch(() => false)) || reached;
  }

  private async standBy(): Promise<void> {
    const { store } = this.parts;
    const turn = this.roles.projections ? store.turnToWrite?.() : undefined;
    const atOnce = await Promise.race([
      turn?.catch(() => false),
      new Promise<false>((resolve) => setImmediate(resolve, false)),
    ]);
    if (this.stopping.signal.aborted) return;
    if (atOnce !== true) this.follower.start();
    if (turn) await this.takeOver(turn, atOnce === true);
  }

  private async takeOver(turn: Promise<boolean>, atOnce: boolean): Promise<void> {
    const backoff = new Backoff();
    let ours: Promise<boolean> | undefined = turn;
    while (!this.stopping.signal.aborted) {
      try {
        if (!(await (ours ?? this.parts.store.turnToWrite?.()))) return;
        if (!atOnce) await this.follower.finish();
        if (this.stopping.signal.aborted) return;
        this.folds = true;
        return this.start();
      } catch (error) {
        this.follower.health.trouble(error);
        ours = undefined;
        await backoff.wait(this.stopping.signal);
      }
    }
  }

  private async statusOfProjection(
    runner: ProjectionRunner,
    head: Position | null,
    waits: ReturnType<typeof factsWaiting>,
  ): Promise<ConsumerStatus> {
    const {
      projection: { name, version, streams },
      health,
      rate,
    } = runner;
    const position = this.folds ? runner.position : this.follower.positionOf(name);
    const behind = await waits(streams, position);
    const lag = this.parts.log.extent?.(behind ? position : head, head) ?? null;
    const known = { name, kind: 'projection' as const, version, position, behind, lag, parked: 0 };
    if (!this.folds) return { ...known, state: 'elsewhere', factsPerSecond: 0, lastError: null, build: null };
    return {
      ...known,
      state: health.state,
      factsPerSecond: rate.perSecond(),
      lastError: health.lastError,
      build: this.parts.builds.statusOf(name),
    };
  }

  private async statusOfReactor(runner: ReactorRunner, head: Position | null): Promise<ConsumerStatus> {
    const {
      reactor: { name },
      health,
    } = runner;
    const { position, behind, parked } = (await runner.state()) ?? { position: null, behind: true, parked: 0 };
    const lag = this.parts.log.extent?.(behind ? position : head, head) ?? null;
    return {
      name,
      kind: 'reactor',
      version: null,
      state: health.state,
      position,
      behind,
      lag,
      factsPerSecond: 0,
      parked,
      lastError: health.lastError,
      build: null,
    };
  }

  private foldedHere(name: string): ProjectionRunner | undefined {
    const runner = this.projections.get(name);
    if (runner && !this.folds) throw foldedElsewhere();
    return runner;
  }

  private known(reactor: string): string {
    if (this.reactors.has(reactor)) return reactor;
    throw new DomainError(
      'not-found',
      'not-found',
      `There is no reactor called ${reactor}. There are: ${[...this.reactors.keys()].join(', ')}.`,
    );
  }

  private running(): readonly (ProjectionRunner | ReactorRunner)[] {
    return [...(this.folds ? this.projections.values() : []), ...(this.roles.reactors ? this.reactors.values() : [])];
  }

  private refuseTwice(name: string): void {
    if (this.projections.has(name) || this.reactors.has(name))
      throw new Error(`There are two consumers called ${name}.`);
  }
}

const foldedElsewhere = (): DomainError =>
  new DomainError(
    'conflict',
    'folded-elsewhere',
    'Another process folds the read models, so only that one can do this. Ask it, at its own LINKAGE_PORT: there "npm run linkage -- projections" does not say "elsewhere".',
  );

const unknown = (name: string): DomainError =>
  new DomainError('not-found', 'not-found', `No consumer of this process is called ${name}.`);
