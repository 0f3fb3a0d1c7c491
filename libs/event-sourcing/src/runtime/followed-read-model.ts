import type { Position } from '../fact';
import type { Projection } from '../projection';
import type { ConsumerParts } from './consumer-parts';
import type { FactOfInterest } from './followed-facts';
import { PendingChanges, type PendingChange } from './pending-changes';
import { PositionWaiters } from './position-waiters';

/** One read model that another process keeps: what it shows, and what of the log it does not show yet. */
export class FollowedReadModel {
  /** Of the generation that serves, as last seen; undefined: not looked at yet. */
  checkpoint: Position | null | undefined;
  private readonly pending: PendingChanges;
  private readonly waiters: PositionWaiters;
  /** What it showed when it was looked at first is old news. */
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

  /** Whether somebody waits for what it does not show yet. */
  get isAwaited(): boolean {
    return !this.pending.none || !this.waiters.none;
  }

  /** @throws ReadStoreUnavailable */
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

  /** Looks, and gives what can be read since the last look. `through`: how far the log has been followed. */
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

  /** Up to here the rows show what the log says: a checkpoint stays behind while nothing matters to the projection. */
  shown(through: Position | null | undefined): Position | null {
    const { checkpoint = null } = this;
    if (!this.pending.none || through == null) return checkpoint;
    return checkpoint === null || this.parts.log.compare(through, checkpoint) > 0 ? through : checkpoint;
  }

  told(through: Position | null | undefined): Position | null | undefined {
    return this.pending.none ? through : this.checkpoint;
  }
}
