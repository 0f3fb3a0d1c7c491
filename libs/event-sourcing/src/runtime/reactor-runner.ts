import { setTimeout as pause } from 'node:timers/promises';
import type { StoredFact } from '../event-log.port';
import type { Fact, Position, Recorded } from '../fact';
import type { Reactor } from '../reactor';
import { Checkpoint } from './checkpoints';
import { ConsumerHealth } from './consumer-health';
import type { ConsumerParts } from './consumer-parts';
import { decodeFor } from './decode-for';
import { Lanes } from './lanes';
import { Pauses } from './pauses';
import { Reading } from './reading';
import { Unfinished } from './unfinished';
import { upToTheCulprit } from './up-to-the-culprit';

/** Facts that may be under way before no more are read. */
const MOST_UNDER_WAY = 1_000;
/** Batches in which nothing mattered before the checkpoint is saved all the same. */
const IDLE_BATCHES = 200;
/** How long a stop waits for reactions that are running. What does not end comes again after the next start. */
const GRACE_MS = 8_000;

/**
 * Gives facts to a reactor: those of one stream in order, several streams at once. A rejection is tried again with growing pauses until it
 * works or the fact is too old. The checkpoint never passes a fact that is not finished, so after a crash some facts come twice.
 */
export class ReactorRunner<F extends Fact = Fact> {
  readonly health: ConsumerHealth;
  private readonly types: ReadonlySet<string>;
  private readonly checkpoint: Checkpoint;
  private readonly lanes: Lanes;
  private readonly unfinished = new Unfinished(MOST_UNDER_WAY);
  private readonly stopping = new AbortController();
  private readonly underWay = new Set<Promise<void>>();
  private readonly reading: Reading;
  private idleBatches = 0;
  private seen: Position | null = null;
  private saved: Position | null | undefined;
  private saving: Promise<void> | undefined;

  constructor(readonly reactor: Reactor<F>, private readonly parts: ConsumerParts, private readonly firstPauseMs = 200) {
    this.types = new Set(reactor.on);
    this.health = new ConsumerHealth(reactor.name, parts.clock, parts.report);
    this.checkpoint = new Checkpoint(parts.store, `reactor:${reactor.name}`);
    this.lanes = new Lanes(reactor.concurrency ?? 4);
    this.reading = new Reading(parts.log, this.health, {
      prefixes: reactor.streams, batchSize: parts.batchSize, from: () => this.prepare(),
      handle: (stored, position) => upToTheCulprit(stored, position, (facts, upTo) => this.handle(facts, upTo)),
    });
  }

  start(): void {
    this.reading.start();
  }

  /** Takes no more facts, lets the running reactions end and saves how far it got. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.unfinished.release();
    await this.reading.stop();
    await Promise.race([Promise.all(this.underWay), pause(GRACE_MS, undefined, { ref: false })]);
    await this.saving;
    await this.save().catch((error: unknown) => this.health.trouble(error));
    this.health.ended();
  }

  /** How far everything is finished. */
  get position(): Position | null {
    return this.unfinished.lowWater;
  }

  /** On first deployment it starts at now: history is not acted on. After an interruption it goes on behind what is already under way. */
  private async prepare(): Promise<Position | null> {
    if (this.saved !== undefined) return this.seen;
    const { log } = this.parts;
    const stored = await this.checkpoint.load();
    const lost = stored != null && (await log.hasReached?.(stored)) === false;
    if (lost) this.health.trouble(new Error('The log is older than the checkpoint, as after restoring a backup. The reactor goes on from now.'));
    const start = stored === undefined || lost ? await log.head() : stored;
    if (start !== stored) await this.checkpoint.save(start);
    this.saved = start;
    this.seen = start;
    this.unfinished.startAt(start);
    return start;
  }

  private async handle(stored: readonly StoredFact[], position: Position): Promise<void> {
    const facts = await decodeFor<F>(this.parts.codec, this.types, stored);
    for (const fact of facts) {
      await this.unfinished.room();
      if (this.stopping.signal.aborted) return;
      this.take(fact);
    }
    this.unfinished.lookedThrough(position);
    this.seen = position;
    this.idleBatches = facts.length > 0 ? 0 : this.idleBatches + 1;
    if (this.idleBatches >= IDLE_BATCHES) this.saveSoon();
  }

  private take(fact: Recorded<F>): void {
    const finish = this.unfinished.add(fact.position);
    this.seen = fact.position;
    const done = this.lanes.run(fact.stream, async () => {
      if (!(await this.work(fact))) return;
      finish();
      this.saveSoon();
    });
    this.underWay.add(done);
    void done.finally(() => this.underWay.delete(done));
  }

  /** True when the fact is finished: worked on, or too old. */
  private async work(fact: Recorded<F>): Promise<boolean> {
    const pauses = new Pauses(this.firstPauseMs, 60_000);
    while (!this.stopping.signal.aborted) {
      if (this.isTooOld(fact)) return true;
      try {
        await this.lanes.inTurn(() => this.reactor.react(fact));
        return true;
      } catch (error) {
        this.health.trouble(error, fact);
        await pauses.wait(this.stopping.signal);
      }
    }
    return false;
  }

  private isTooOld({ at }: Recorded<F>): boolean {
    return this.parts.clock.now().getTime() - Date.parse(at) > this.reactor.maxAgeMs;
  }

  private saveSoon(): void {
    this.saving ??= this.save().catch((error: unknown) => this.health.trouble(error)).finally(() => { this.saving = undefined; });
  }

  private async save(): Promise<void> {
    this.idleBatches = 0;
    while (this.saved !== undefined && this.position !== this.saved) {
      const position = this.position;
      await this.checkpoint.save(position);
      this.saved = position;
    }
  }
}
