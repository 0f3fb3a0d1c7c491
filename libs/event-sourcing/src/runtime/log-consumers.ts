import { Subject } from 'rxjs';
import type { ParkedFact } from '../consumer-groups.port';
import { DomainError } from '../domain-error';
import type { Fact, Position } from '../fact';
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
    await Promise.all(this.running().map((runner) => runner.stop()));
    this.changes.complete();
  }

  override async status(): Promise<readonly ConsumerStatus[]> {
    const head = await this.parts.log.head();
    return Promise.all(this.running().map((runner) => (runner instanceof ProjectionRunner ? this.statusOfProjection(runner, head) : this.statusOfReactor(runner))));
  }

  override parked(reactor: string, limit = 100): Promise<readonly ParkedFact[]> {
    return this.parts.log.groups.parked(this.known(reactor), limit);
  }

  override replayParked(reactor: string): Promise<number> {
    return this.parts.log.groups.replayParked(this.known(reactor));
  }

  /** The runner of this projection, if this process runs projections. */
  runnerOf<Row extends object, F extends Fact>({ name }: Projection<Row, F>): ProjectionRunner | undefined {
    return this.roles.projections ? this.projections.get(name) : undefined;
  }

  private statusOfProjection({ projection: { name }, health, position }: ProjectionRunner, head: Position | null): ConsumerStatus {
    const behind = head !== null && (position === null || this.parts.log.compare(position, head) < 0);
    return { name, kind: 'projection', state: health.state, position, behind, parked: 0, lastError: health.lastError };
  }

  private async statusOfReactor(runner: ReactorRunner): Promise<ConsumerStatus> {
    const { reactor: { name }, health } = runner;
    const { position, behind, parked } = (await runner.state()) ?? { position: null, behind: true, parked: 0 };
    return { name, kind: 'reactor', state: health.state, position, behind, parked, lastError: health.lastError };
  }

  private known(reactor: string): string {
    if (this.reactors.has(reactor)) return reactor;
    throw new DomainError('not-found', 'not-found', `There is no reactor called ${reactor}. There are: ${[...this.reactors.keys()].join(', ')}.`);
  }

  private running(): readonly (ProjectionRunner | ReactorRunner)[] {
    return [...(this.roles.projections ? this.projections.values() : []), ...(this.roles.reactors ? this.reactors.values() : [])];
  }

  private refuseTwice(name: string): void {
    if (this.projections.has(name) || this.reactors.has(name)) throw new Error(`There are two consumers called ${name}.`);
  }
}
