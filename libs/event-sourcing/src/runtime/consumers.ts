import { Subject } from 'rxjs';
import type { Fact, Position } from '../facts/fact';
import { ReactorRunner } from '../reactions/reactor-runner';
import { hasNoFactsBetween } from '../read-models/has-no-facts-between';
import type { Projection } from '../read-models/projection';
import { ProjectionRunner } from '../read-models/projection-runner';
import type { ReadModelChange } from '../read-models/row-change';
import { Backoff } from './backoff';
import type { ConsumerParts } from './consumer-parts';
import type { ContextParts } from './context-parts';
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

  get reactorsHere(): readonly ReactorRunner[] {
    return this.roles.reactors ? [...this.reactors.values()] : [];
  }

  /** How far the rows of a read model are, whichever process folds it. */
  positionOf(name: string): Position | null {
    return (this.folds ? this.projections.get(name)?.position : this.elsewhere?.positionOf(name)) ?? null;
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
    return (
      (await hasNoFactsBetween(this.parts.log, streams, this.positionOf(name), position).catch(() => false)) || reached
    );
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- differently typed projections
  private addProjection(projection: Projection<any, any>): void {
    this.projections.set(projection.name, new ProjectionRunner(projection, this.parts, this.changes));
    this.elsewhere?.add(projection);
  }

  private running(): readonly (ProjectionRunner | ReactorRunner)[] {
    return [...(this.folds ? this.projections.values() : []), ...this.reactorsHere];
  }

  private refuseTwice(name: string): void {
    if (this.projections.has(name) || this.reactors.has(name))
      throw new Error(`There are two consumers called ${name}.`);
  }
}

/** Null is before all; undefined (not known) makes the result undefined. */
const earliestPosition = (
  positions: readonly (Position | null | undefined)[],
  compare: (a: Position, b: Position) => number,
): Position | null | undefined => {
  const known = positions.filter((position) => position !== undefined);
  if (known.length < positions.length || known.length === 0) return undefined;
  return known.reduce((a, b) => (a === null || b === null ? null : compare(a, b) <= 0 ? a : b));
};
