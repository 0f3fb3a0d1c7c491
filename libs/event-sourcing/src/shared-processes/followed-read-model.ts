import type { Position } from '../facts/fact';
import type { Projection } from '../read-models/projection';
import type { ConsumerParts } from '../runtime/consumer-parts';
import type { FactOfInterest } from './followed-facts';
import { PendingChanges, type PendingChange } from './pending-changes';
import { PositionWaiters } from '../read-models/position-waiters';

export class FollowedReadModel {
  checkpoint: Position | null | undefined;
  private readonly pending: PendingChanges;
  private readonly waiters: PositionWaiters;
  /** Changes up to the first look are not published. */
  private first: Position | null | undefined;

  constructor(
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any projection will do
    readonly projection: Projection<any, any>,
    private readonly parts: Pick<ConsumerParts, 'log' | 'store'>,
  ) {
    const compare = (a: Position, b: Position): number => parts.log.compare(a, b);
    this.pending = new PendingChanges(compare);
    this.waiters = new PositionWaiters(compare);
  }

  get isAwaited(): boolean {
    return !this.pending.none || !this.waiters.none;
  }

  async look(): Promise<Position | null> {
    this.checkpoint = await this.parts.store.checkpoint(this.projection.collection, 'serving');
    if (this.first === undefined) this.first = this.checkpoint;
    return this.checkpoint;
  }

  take({ fact, keysFor }: FactOfInterest): void {
    if (this.first != null && this.parts.log.compare(fact.position, this.first) <= 0) return;
    const keys = keysFor(this.projection);
    if (keys !== null) this.pending.add({ workspaceId: fact.meta.ws, keys, position: fact.position });
  }

  async news(through: Position | null | undefined): Promise<readonly PendingChange[]> {
    const news = this.pending.take(await this.look());
    this.arrived(through);
    return news;
  }

  arrived(through: Position | null | undefined): void {
    const shown = this.shown(through);
    if (shown !== null) this.waiters.arrivedAt(shown);
  }

  reached(position: Position, timeoutMs: number): Promise<boolean> {
    return this.waiters.wait(position, timeoutMs);
  }

  giveUp(): void {
    this.waiters.giveUp();
  }

  /** A checkpoint stays behind while facts do not matter to the projection. */
  shown(through: Position | null | undefined): Position | null {
    const { checkpoint = null } = this;
    if (!this.pending.none || through == null) return checkpoint;
    return checkpoint === null || this.parts.log.compare(through, checkpoint) > 0 ? through : checkpoint;
  }

  told(through: Position | null | undefined): Position | null | undefined {
    return this.pending.none ? through : this.checkpoint;
  }
}
