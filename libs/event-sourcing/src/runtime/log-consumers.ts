import { Subject } from 'rxjs';
import { DomainError } from '../domain-error';
import type { Fact } from '../fact';
import type { Projection } from '../projection';
import type { ConsumerParts } from './consumer-parts';
import { Consumers, type ConsumerStatus, type ContextParts, type ReadModelChange } from './consumers';
import { ProjectionRunner } from './projection-runner';
import { ReactorRunner } from './reactor-runner';

/** Which consumers this process runs. */
export interface ConsumerRoles {
  readonly projections: boolean;
  readonly reactors: boolean;
}

export class LogConsumers extends Consumers {
  override readonly changes = new Subject<ReadModelChange>();
  readonly projections = new Map<string, ProjectionRunner>();
  readonly reactors = new Map<string, ReactorRunner>();
  private started = false;

  constructor(private readonly parts: ConsumerParts, private readonly roles: ConsumerRoles) {
    super();
  }

  override add({ facts, projections, reactors = [] }: ContextParts): void {
    this.parts.codec.learn(facts);
    for (const projection of projections) {
      this.refuseTwice(projection.name);
      this.projections.set(projection.name, new ProjectionRunner(projection, this.parts, this.changes));
    }
    for (const reactor of reactors) {
      this.refuseTwice(reactor.name);
      this.reactors.set(reactor.name, new ReactorRunner(reactor, this.parts));
    }
    if (this.started) this.start();
  }

  /** Starts what is not running yet. */
  start(): void {
    this.started = true;
    for (const runner of this.running()) runner.start();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.running().map((runner) => runner.stop()), this.parts.builds.stop()]);
    this.changes.complete();
  }

  override async status(): Promise<readonly ConsumerStatus[]> {
    const head = await this.parts.log.head();
    return this.running().map((runner) => ({
      ...(runner instanceof ProjectionRunner ? this.ofProjection(runner) : ofReactor(runner)),
      state: runner.health.state,
      position: runner.position,
      behind: head !== null && (runner.position === null || this.parts.log.compare(runner.position, head) < 0),
      lag: this.parts.log.extent?.(runner.position, head) ?? null,
      lastError: runner.health.lastError,
    }));
  }

  override rebuild(projection: string): void {
    const runner = this.roles.projections ? this.projections.get(projection) : undefined;
    if (!runner) throw unknown(projection);
    if (!this.parts.builds.isUnderWay(projection)) void runner.rebuild();
  }

  override retry(consumer: string): void {
    const runner = this.running().find((one) => (one instanceof ProjectionRunner ? one.projection : one.reactor).name === consumer);
    if (!runner) throw unknown(consumer);
    runner.start();
  }

  private ofProjection({ projection: { name, version }, rate }: ProjectionRunner): Pick<ConsumerStatus, 'name' | 'kind' | 'version' | 'factsPerSecond' | 'build'> {
    return { name, kind: 'projection', version, factsPerSecond: rate.perSecond(), build: this.parts.builds.statusOf(name) };
  }

  /** The runner of this projection, if this process runs projections. */
  runnerOf<Row extends object, F extends Fact>({ name }: Projection<Row, F>): ProjectionRunner | undefined {
    return this.roles.projections ? this.projections.get(name) : undefined;
  }

  private running(): readonly (ProjectionRunner | ReactorRunner)[] {
    return [...(this.roles.projections ? this.projections.values() : []), ...(this.roles.reactors ? this.reactors.values() : [])];
  }

  private refuseTwice(name: string): void {
    if (this.projections.has(name) || this.reactors.has(name)) throw new Error(`There are two consumers called ${name}.`);
  }
}

const ofReactor = ({ reactor: { name } }: ReactorRunner): Pick<ConsumerStatus, 'name' | 'kind' | 'version' | 'factsPerSecond' | 'build'> =>
  ({ name, kind: 'reactor', version: null, factsPerSecond: 0, build: null });

const unknown = (name: string): DomainError => new DomainError('not-found', 'not-found', `No consumer of this process is called ${name}.`);
