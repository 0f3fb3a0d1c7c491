import type { Subject } from 'rxjs';
import type { Fact, Position, Recorded } from '../facts/fact';
import type { StoredFact } from '../facts/stored-fact';
import { type Committing, committing, type FoldedBatch, foldInto, type FoldTarget } from './fold-into';
import { factsFor } from './facts-for';
import { PositionWaiters } from './position-waiters';
import type { Projection } from './projection';
import type { ReadModelChange, RowChange } from './row-change';
import { ConsumerHealth } from '../runtime/consumer-health';
import type { ConsumerParts } from '../runtime/consumer-parts';
import { PoisonFactError } from '../runtime/consumer-trouble';
import { Rate } from '../runtime/rate';
import { ResilientSubscription } from '../runtime/resilient-subscription';

const IDLE_BATCHES = 200;
const IDLE_FACTS = 5_000;

/** Rows and checkpoint go in one commit, so that after a crash every fact still takes effect exactly once. */
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
  private committed: Committing;
  private readonly rows: FoldTarget = {
    load: (keys) => this.committed.load(keys),
    save: (changes, checkpoint) => this.save(changes, checkpoint),
  };

  constructor(
    readonly projection: Projection<Row, F>,
    private readonly parts: ConsumerParts,
    private readonly changes: Subject<ReadModelChange>,
  ) {
    this.read = factsFor(parts.codec, projection);
    this.committed = committing(parts.store, projection.collection, null);
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

  async pausedFor(work: () => Promise<void>): Promise<void> {
    await this.subscription.pausedFor(async () => {
      await work();
      const { store } = this.parts;
      const { collection } = this.projection;
      this.committed = committing(store, collection, await store.checkpoint(collection));
    });
  }

  private async prepare(): Promise<Position | null> {
    const { log, store, builds } = this.parts;
    const { collection } = this.projection;
    let written = await store.ensure(collection);
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
    if (checkpoint === null && (await builds?.isWorthIt())) {
      this.health.building();
      await builds?.fill(this.projection);
      written = await store.ensure(collection);
      checkpoint = await store.checkpoint(collection);
    }
    this.committed = committing(store, collection, checkpoint);
    this.position = checkpoint;
    // One of the same version is for its rebuild to promote, once it shows as much.
    this.promoteAt = written === 'building' ? await log.head() : undefined;
    await this.promoteWhenCaughtUp();
    return checkpoint;
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
    const { log } = this.parts;
    const facts = await this.read(stored);
    this.idleFacts += stored.length;
    const folded = await foldInto(this.rows, this.projection, facts, position, (a, b) => log.compare(a, b));
    this.arrivedAt(position);
    this.announce(folded, position);
  }

  private async commit(changes: readonly RowChange[], checkpoint: Position): Promise<void> {
    await this.committed.save(changes, checkpoint);
    this.idleBatches = 0;
    this.idleFacts = 0;
  }

  /** A checkpoint alone is written seldom. */
  private async save(changes: readonly RowChange[], position: Position): Promise<void> {
    this.idleBatches += 1;
    const isDue = changes.length > 0 || this.idleBatches >= IDLE_BATCHES || this.idleFacts >= IDLE_FACTS;
    if (isDue) await this.commit(changes, position);
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

/** The facts before a poison fact still take effect. @throws PoisonFactError at that fact */
const applyUntilPoison = async (
  stored: readonly StoredFact[],
  position: Position,
  handle: (stored: readonly StoredFact[], position: Position) => Promise<void>,
): Promise<void> => {
  try {
    await handle(stored, position);
  } catch (error) {
    if (!(error instanceof PoisonFactError)) throw error;
    const before = stored.slice(
      0,
      stored.findIndex(({ id }) => id === error.fact.id),
    );
    const last = before.at(-1);
    if (last) await applyUntilPoison(before, last.position, handle);
    throw error;
  }
};
