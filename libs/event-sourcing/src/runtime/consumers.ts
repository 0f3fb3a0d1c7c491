import { Subject } from 'rxjs';
import { DomainError } from '../facts/domain-error';
import type { Fact, Position } from '../facts/fact';
import { parkedReactions } from '../reactions/parked-reactions';
import { ReactorRunner } from '../reactions/reactor-runner';
import { factsWaiting } from '../read-models/facts-waiting';
import { hasNoFactsBetween } from '../read-models/has-no-facts-between';
import type { Projection } from '../read-models/projection';
import { ProjectionRunner } from '../read-models/projection-runner';
import { Backoff } from './backoff';
import type { ConsumerParts } from './consumer-parts';
import type { ConsumerStatus, ContextParts, ParkedReaction, ReadModelChange } from './consumer-status';
import type { FoldingElsewhere } from './folding-elsewhere.port';

const LOOK_AFTER_MS = 30;

interface ConsumerRoles {
  readonly projections: boolean;
  readonly reactors: boolean;
}

/** Projections and reactors of all contexts, as far as this process runs them. */
export class Consumers {
  readonly changes = new Subject<ReadModelChange>();
  readonly projections = new Map<string, ProjectionRunner>();
  readonly reactors = new Map<string, ReactorRunner>();
  /** Given by a plugin. Absent: nothing is known of what another process folds. */
  elsewhere: FoldingElsewhere | undefined;
  private started = false;
  private folds: boolean;

  constructor(
    private readonly parts: ConsumerParts,
    private readonly roles: ConsumerRoles,
  ) {
    this.folds = roles.projections && !parts.store.turn;
  }

  add({ facts, projections, reactors = [] }: ContextParts): void {
    this.parts.codec.learn(facts);
    for (const projection of projections) {
      this.refuseTwice(projection.name);
      this.addProjection(projection);
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
    if (!this.folds) this.elsewhere?.start();
  }

  async stop(): Promise<void> {
    await Promise.all([
      this.elsewhere?.stop(),
      ...this.running().map((runner) => runner.stop()),
      this.parts.builds?.stop(),
    ]);
    this.changes.complete();
  }

  get foldsHere(): boolean {
    return this.folds;
  }

  get mayFold(): boolean {
    return this.roles.projections;
  }

  /** From now on this process folds. */
  fold(): void {
    this.folds = true;
    this.start();
  }

  /** From now on another process folds; what was running here is waited for. */
  async foldNoLonger(): Promise<void> {
    this.folds = false;
    const runners = [...this.projections.values()];
    for (const { projection } of runners) this.addProjection(projection);
    await Promise.all(runners.map((runner) => runner.stop()));
  }

  async status(): Promise<readonly ConsumerStatus[]> {
    const head = await this.parts.log.head();
    const waits = factsWaiting(this.parts.log, head);
    const projections = [...this.projections.values()].map((runner) => this.statusOfProjection(runner, head, waits));
    return Promise.all([
      ...projections,
      ...(this.roles.reactors ? [...this.reactors.values()].map((runner) => this.statusOfReactor(runner, head)) : []),
    ]);
  }

  rebuild(projection: string): void {
    const runner = this.foldedHere(projection);
    if (!runner) throw unknown(projection);
    void this.parts.builds?.rebuild(runner);
  }

  retry(consumer: string): void {
    const runner = this.foldedHere(consumer) ?? (this.roles.reactors ? this.reactors.get(consumer) : undefined);
    if (!runner) throw unknown(consumer);
    runner.start();
  }

  parked(reactor: string, limit = 100): Promise<readonly ParkedReaction[]> {
    return parkedReactions(this.parts.log, this.known(reactor), limit);
  }

  replayParked(reactor: string): Promise<number> {
    return this.parts.log.groups.replayParked(this.known(reactor));
  }

  publishedThrough(projections: readonly string[]): Position | null | undefined {
    const told = this.folds
      ? projections
          .flatMap((name) => this.projections.get(name) ?? [])
          .filter(({ health }) => health.state !== 'stopped')
          .map((runner) => runner.toldUpTo)
      : projections.map((name) => this.elsewhere?.publishedThrough(name));
    return earliestPosition(told, (a, b) => this.parts.log.compare(a, b));
  }

  /** Reads the log itself: one that filters at its server reports progress late while nothing matters. */
  async reached<Row extends object, F extends Fact>(
    { name, streams }: Projection<Row, F>,
    position: Position,
    timeoutMs: number,
  ): Promise<boolean> {
    const runner = this.folds ? this.projections.get(name) : undefined;
    const reached = runner?.reached(position, timeoutMs) ?? this.elsewhere?.reached(name, position, timeoutMs) ?? false;
    const answered = new AbortController();
    const soon = await Promise.race([reached, new Backoff(LOOK_AFTER_MS).wait(answered.signal)]);
    answered.abort();
    if (soon !== undefined) return soon;
    const shown = runner ? runner.position : (this.elsewhere?.positionOf(name) ?? null);
    return (await hasNoFactsBetween(this.parts.log, streams, shown, position).catch(() => false)) || reached;
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- differently typed projections
  private addProjection(projection: Projection<any, any>): void {
    this.projections.set(projection.name, new ProjectionRunner(projection, this.parts, this.changes));
    this.elsewhere?.add(projection);
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
    const position = this.folds ? runner.position : (this.elsewhere?.positionOf(name) ?? null);
    const behind = await waits(streams, position);
    const lag = this.parts.log.extent?.(behind ? position : head, head) ?? null;
    const known = { name, kind: 'projection' as const, version, position, behind, lag, parked: 0 };
    if (!this.folds) return { ...known, state: 'elsewhere', factsPerSecond: 0, lastError: null, build: null };
    return {
      ...known,
      state: health.state,
      factsPerSecond: rate.perSecond(),
      lastError: health.lastError,
      build: this.parts.builds?.statusOf(name) ?? null,
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

/** Null is before all; undefined (not known) makes the result undefined. */
const earliestPosition = (
  positions: readonly (Position | null | undefined)[],
  compare: (a: Position, b: Position) => number,
): Position | null | undefined => {
  const known = positions.filter((position) => position !== undefined);
  if (known.length < positions.length || known.length === 0) return undefined;
  return known.reduce((a, b) => (a === null || b === null ? null : compare(a, b) <= 0 ? a : b));
};
