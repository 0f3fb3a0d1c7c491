import type { Subject } from 'rxjs';
import type { StoredFact } from '../facts/stored-fact';
import type { Position } from '../facts/fact';
import type { Projection } from '../read-models/projection';
import { ConsumerHealth } from '../runtime/consumer-health';
import type { ConsumerParts } from '../runtime/consumer-parts';
import type { ReadModelChange } from '../read-models/row-change';
import { FollowedReadModel } from './followed-read-model';
import { followedFacts } from './followed-facts';
import { PositionWaiters } from '../read-models/position-waiters';
import { ResilientSubscription } from '../runtime/resilient-subscription';

const LOOK_AGAIN_MS = 50;
const LOOK_AGAIN_AT_LEAST_MS = 1_000;

/** Another process folds: a change is published once the log names it and the store's checkpoint shows it. */
export class ProjectionFollower {
  private readonly followed = new Map<string, FollowedReadModel>();
  readonly health: ConsumerHealth;
  private readonly seen: PositionWaiters;
  private subscription: ResilientSubscription | undefined;
  private stopListening: () => void = () => undefined;
  private through: Position | null | undefined;
  private looking: Promise<void> | undefined;
  private lookedAt = 0;
  private wanted = 0;
  private timer: NodeJS.Timeout | undefined;
  private pause = LOOK_AGAIN_MS;
  private stopped = false;

  constructor(
    private readonly parts: ConsumerParts,
    private readonly changes: Subject<ReadModelChange>,
  ) {
    this.seen = new PositionWaiters((a, b) => parts.log.compare(a, b));
    this.health = new ConsumerHealth('read models of another process', parts.clock, parts.report);
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- differently typed projections
  add(projection: Projection<any, any>): void {
    this.followed.set(projection.name, new FollowedReadModel(projection, this.parts));
  }

  start(): void {
    if (this.subscription) return;
    const prefixes = [...new Set([...this.followed.values()].flatMap(({ projection }) => projection.streams))];
    this.stopListening = this.parts.store.onExternalWrite?.(() => void this.look()) ?? this.stopListening;
    this.subscription = new ResilientSubscription(this.health, async (worked) =>
      this.parts.log.subscribe(
        { after: await this.from(), prefixes, batchSize: this.parts.batchSize },
        async (stored, position) => {
          await this.handle(stored, position);
          worked();
        },
      ),
    );
    this.subscription.start();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.stopListening();
    clearTimeout(this.timer);
    await this.subscription?.stop();
    await this.looking;
    clearTimeout(this.timer);
    this.seen.giveUp();
    for (const model of this.followed.values()) model.giveUp();
  }

  async finish(): Promise<void> {
    await this.look();
    const positions = [...this.followed.values()].flatMap(({ checkpoint }) => checkpoint ?? []);
    for (const position of positions) {
      while (!this.stopped && !this.isThrough(position) && !(await this.seen.wait(position, LOOK_AGAIN_AT_LEAST_MS)))
        await this.look();
    }
    await this.look();
    await this.stop();
  }

  positionOf(name: string): Position | null {
    return this.followed.get(name)?.shown(this.through) ?? null;
  }

  toldUpTo(name: string): Position | null | undefined {
    return this.followed.get(name)?.told(this.through);
  }

  async reached(name: string, position: Position, timeoutMs: number): Promise<boolean> {
    const model = this.followed.get(name);
    if (!model) return false;
    const reached = model.reached(position, timeoutMs);
    this.pause = LOOK_AGAIN_MS;
    void this.look();
    return reached;
  }

  private async from(): Promise<Position | null> {
    if (this.through !== undefined) return this.through;
    let oldest: Position | null | undefined;
    for (const model of this.followed.values()) {
      const checkpoint = await model.look();
      if (
        oldest === undefined ||
        checkpoint === null ||
        (oldest !== null && this.parts.log.compare(checkpoint, oldest) < 0)
      )
        oldest = checkpoint;
    }
    this.through = oldest ?? null;
    return this.through;
  }

  private async handle(stored: readonly StoredFact[], position: Position): Promise<void> {
    const types = new Set([...this.followed.values()].flatMap(({ projection: { on } }) => (on === 'any' ? [] : on)));
    for (const of of await followedFacts(this.parts.codec, types, stored)) {
      for (const model of this.followed.values()) model.take(of);
    }
    this.through = position;
    this.seen.arrivedAt(position);
    await this.look();
  }

  private async look(): Promise<void> {
    const mine = (this.wanted += 1);
    while (this.lookedAt < mine) {
      this.looking ??= this.lookOnce(this.wanted).finally(() => {
        this.looking = undefined;
      });
      await this.looking;
    }
  }

  private async lookOnce(asked: number): Promise<void> {
    clearTimeout(this.timer);
    try {
      for (const model of this.followed.values()) {
        if (!model.isAwaited) model.arrived(this.through);
        else
          for (const change of await model.news(this.through))
            this.changes.next({ projection: model.projection.name, ...change });
      }
    } catch (error) {
      this.health.trouble(error);
    }
    this.lookedAt = asked;
    this.lookAgainLater();
  }

  private lookAgainLater(): void {
    const isAwaited = [...this.followed.values()].some((model) => model.isAwaited);
    this.pause = isAwaited ? Math.min(this.pause * 2, LOOK_AGAIN_AT_LEAST_MS) : LOOK_AGAIN_MS;
    if (isAwaited && !this.stopped) this.timer = setTimeout(() => void this.look(), this.pause).unref();
  }

  private isThrough(position: Position): boolean {
    return this.through != null && this.parts.log.compare(this.through, position) >= 0;
  }
}
