import { DomainError } from '../facts/domain-error';
import type { Position } from '../facts/fact';
import type { ReactorRunner } from '../reactions/reactor-runner';
import type { ProjectionRunner } from '../read-models/projection-runner';
import type { Rebuilding } from '../rebuild/rebuilding';
import type { Kernel } from '../runtime/kernel';
import type { ConsumerStatus } from './consumer-status';
import { factsWaiting } from './facts-waiting';
import { type ParkedReaction, parkedReactions } from './parked-reactions';

/** What an operator sees of consumers and does with them. */
export class ConsumerOperations {
  constructor(private readonly kernel: Kernel & { readonly rebuilding: Rebuilding }) {}

  async status(): Promise<readonly ConsumerStatus[]> {
    const { consumers, parts } = this.kernel;
    const head = await parts.log.head();
    const waits = factsWaiting(parts.log, head);
    return Promise.all([
      ...[...consumers.projections.values()].map((runner) => this.statusOfProjection(runner, head, waits)),
      ...consumers.reactorsHere.map((runner) => this.statusOfReactor(runner, head)),
    ]);
  }

  rebuild(projection: string): void {
    const runner = this.foldedHere(projection);
    if (!runner) throw unknown(projection);
    void this.kernel.rebuilding.rebuild(runner);
  }

  retry(consumer: string): void {
    const { reactorsHere } = this.kernel.consumers;
    const runner = this.foldedHere(consumer) ?? reactorsHere.find(({ reactor: { name } }) => name === consumer);
    if (!runner) throw unknown(consumer);
    runner.start();
  }

  parked(reactor: string, limit = 100): Promise<readonly ParkedReaction[]> {
    return parkedReactions(this.kernel.parts.log, this.known(reactor), limit);
  }

  replayParked(reactor: string): Promise<number> {
    return this.kernel.parts.log.groups.replayParked(this.known(reactor));
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
    const { consumers, rebuilding } = this.kernel;
    const position = consumers.positionOf(name);
    const behind = await waits(streams, position);
    const lag = this.lagOf(behind ? position : head, head);
    const known = { name, kind: 'projection' as const, version, position, behind, lag, parked: 0 };
    if (!consumers.foldsHere) return { ...known, state: 'elsewhere', factsPerSecond: 0, lastError: null, build: null };
    return {
      ...known,
      state: health.state,
      factsPerSecond: rate.perSecond(),
      lastError: health.lastError,
      build: rebuilding.statusOf(name),
    };
  }

  private async statusOfReactor(runner: ReactorRunner, head: Position | null): Promise<ConsumerStatus> {
    const {
      reactor: { name },
      health: { state, lastError },
    } = runner;
    const { position, behind, parked } = (await runner.state()) ?? { position: null, behind: true, parked: 0 };
    const lag = this.lagOf(behind ? position : head, head);
    const known = { name, kind: 'reactor' as const, version: null, state, position, behind, lag, parked, lastError };
    return { ...known, factsPerSecond: 0, build: null };
  }

  private lagOf(position: Position | null, head: Position | null): ConsumerStatus['lag'] {
    return this.kernel.parts.log.extent?.(position, head) ?? null;
  }

  private foldedHere(name: string): ProjectionRunner | undefined {
    const { projections, foldsHere } = this.kernel.consumers;
    const runner = projections.get(name);
    if (runner && !foldsHere) throw foldedElsewhere();
    return runner;
  }

  private known(reactor: string): string {
    const { reactors } = this.kernel.consumers;
    if (reactors.has(reactor)) return reactor;
    throw new DomainError(
      'not-found',
      'not-found',
      `There is no reactor called ${reactor}. There are: ${[...reactors.keys()].join(', ')}.`,
    );
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

/** Consumers can be watched, and one that stands still can be put right. */
export const consumerOperations =
  () =>
  (kernel: Kernel & { readonly rebuilding: Rebuilding }): { readonly operations: ConsumerOperations } => ({
    operations: new ConsumerOperations(kernel),
  });
