import type { Subject } from 'rxjs';
import type { StoredFact } from '../stored-fact';
import type { Fact, Position, Recorded } from '../fact';
import type { Projection } from '../projection';
import { BuildGivenUp } from '../rebuild/builds';
import { catchUp } from './catch-up';
import { ConsumerHealth, troubleOf } from './consumer-health';
import type { ConsumerParts } from './consumer-parts';
import type { ReadModelChange } from './consumers';
import { factsFor } from './facts-for';
import { type FoldedBatch, foldBatch, keysOf } from './fold-batch';
import { PoisonFactError } from './poison-fact-error';
import { PositionWaiters } from './position-waiters';
import { Rate } from './rate';
import { ResilientSubscription } from './resilient-subscription';
import { applyUntilPoison } from './apply-until-poison';

const IDLE_BATCHES = 200;
const IDLE_FACTS = 5_000;

/** Beyond this many facts an empty read model is built in bulk; below, preparing that takes longer than folding. */
const WORTH_BUILDING = 5_000;

const PATIENCE_MS = 5_000;

/**
 * Reads the log in batches, folds each in memory and writes it with its checkpoint in one commit. Uncommitted facts
 * are read again after a crash, so every fact takes effect exactly once.
 */
export class ProjectionRunner<Row extends object = object, F extends Fact = Fact> {
  readonly health: ConsumerHealth;
  readonly rate = new Rate();
  position: Position | null = null;
  private readonly read: (stored: readonly StoredFact[]) => Promise<readonly Recorded<F>[]>;
  private readonly waiters: PositionWaiters;
  private readonly subscription: ResilientSubscription;
  private idleBatches = 0;
  private idleFacts = 0;
  private promoteAt: Position | null | undefined;

  constructor(
    readonly projection: Projection<Row, F>,
    private readonly parts: ConsumerParts,
    private readonly changes: Subject<ReadModelChange>,
  ) {
    this.read = factsFor(parts.codec, projection);
    this.health = new ConsumerHealth(projection.name, parts.clock, parts.report);
    this.waiters = new PositionWaiters((a, b) => parts.log.compare(a, b));
    this.subscription = new ResilientSubscription(this.health, async (worked) =>
      parts.log.subscribe(
        { after: await this.prepare(), prefixes: projection.streams, batchSize: parts.batchSize },
        async (facts, position) => {
          await this.handle(facts, position);
          worked();
        },
      ),
    );
  }

  start(): void {
    this.subscription.start();
  }

  async stop(): Promise<void> {
    await this.subscription.stop();
    this.waiters.giveUp();
    if (this.idleBatches > 0 && this.position !== null)
      await this.commit([], this.position).catch((error: unknown) => this.health.trouble(error));
    this.health.ended();
  }

  get toldUpTo(): Position | null | undefined {
    return this.position === null && this.health.state !== 'running' ? undefined : this.position;
  }

  async reached(position: Position, timeoutMs: number): Promise<boolean> {
    if (this.position !== null && this.parts.log.compare(this.position, position) >= 0) return true;
    return this.health.state === 'stopped' ? false : this.waiters.wait(position, timeoutMs);
  }

  async rebuild(): Promise<void> {
    await this.parts.builds
      .build(this.projection, () => this.serveBuilt())
      .catch((error: unknown) => this.toldOfBuild(error));
  }

  private toldOfBuild(error: unknown): void {
    const { report, clock } = this.parts;
    if (!(error instanceof BuildGivenUp)) report(this.projection.name, troubleOf(error, clock), error);
  }

  /**
   * Swaps when the build shows exactly what the serving generation shows, so that no row vanishes or changes
   * unpublished.
   */
  private async serveBuilt(): Promise<void> {
    const { store } = this.parts;
    const { collection } = this.projection;
    const built = await store.checkpoint(collection, 'building');
    if (built !== null) await this.reached(built, PATIENCE_MS);
    await catchUp(this.projection, this.parts, this.position);
    await this.subscription.pausedFor(async () => {
      await catchUp(this.projection, this.parts, this.position);
      await store.promote(collection);
    });
  }

  private async prepare(): Promise<Position | null> {
    const { log, store } = this.parts;
    const { collection } = this.projection;
    await store.ensure(collection);
    let checkpoint = await store.checkpoint(collection);
    if (checkpoint !== null && (await log.hasReached?.(checkpoint)) === false) {
      this.health.trouble(
        new Error(
          'The read model is ahead of the log, as after restoring an older log. It is built again from the beginning.',
        ),
      );
      await store.clear(collection);
      checkpoint = null;
    }
    if (checkpoint === null && (await this.isWorthBuilding())) {
      this.health.building();
      await this.parts.builds.build(this.projection, () => this.serveWhatIsBuilt());
      checkpoint = await store.checkpoint(collection);
    }
    this.position = checkpoint;
    this.promoteAt = await log.head();
    await this.promoteWhenCaughtUp();
    return checkpoint;
  }

  private async isWorthBuilding(): Promise<boolean> {
    const { log, store } = this.parts;
    if (!store.shadowBuilds) return false;
    const { end } = await log.readAll({ after: null, prefixes: this.projection.streams, limit: WORTH_BUILDING });
    return !end;
  }

  /** At the start, the serving generation is empty or outdated at best, so a finished build may serve at once. */
  private serveWhatIsBuilt(): Promise<void> {
    return this.parts.store.promote(this.projection.collection);
  }

  private async handle(stored: readonly StoredFact[], position: Position): Promise<void> {
    this.rate.add(stored.length);
    try {
      await applyUntilPoison(stored, position, (facts, upTo) => this.apply(facts, upTo));
    } catch (error) {
      if (error instanceof PoisonFactError) this.waiters.giveUp();
      throw error;
    }
    await this.promoteWhenCaughtUp();
  }

  private async apply(stored: readonly StoredFact[], position: Position): Promise<void> {
    const { projection, parts } = this;
    const facts = await this.read(stored);
    const keys = new Set(facts.flatMap((fact) => keysOf(projection, fact)));
    if (keys.size > 0) {
      const loaded = await parts.store.load(projection.collection, [...keys]);
      const folded = foldBatch(projection, facts, loaded, (a, b) => parts.log.compare(a, b));
      await this.commit(folded.changes, position);
      this.arrivedAt(position);
      this.announce(folded, position);
      return;
    }
    this.idleBatches += 1;
    this.idleFacts += stored.length;
    if (this.idleBatches >= IDLE_BATCHES || this.idleFacts >= IDLE_FACTS) await this.commit([], position);
    this.arrivedAt(position);
  }

  private async commit(changes: FoldedBatch['changes'], checkpoint: Position): Promise<void> {
    await this.parts.store.commit({ collection: this.projection.collection, changes, checkpoint });
    this.idleBatches = 0;
    this.idleFacts = 0;
  }

  private arrivedAt(position: Position): void {
    this.position = position;
    this.waiters.arrivedAt(position);
  }

  private announce({ touched }: FoldedBatch, position: Position): void {
    for (const [workspaceId, keys] of touched)
      this.changes.next({ projection: this.projection.name, workspaceId, keys, position });
  }

  private async promoteWhenCaughtUp(): Promise<void> {
    const target = this.promoteAt;
    if (target === undefined) return;
    if (target !== null && (this.position === null || this.parts.log.compare(this.position, target) < 0)) return;
    if (this.idleBatches > 0 && this.position !== null) await this.commit([], this.position);
    await this.parts.store.promote(this.projection.collection);
    this.promoteAt = undefined;
  }
}
