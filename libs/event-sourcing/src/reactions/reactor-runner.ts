import { GiveLater, type Given, type GroupState, LeaveGroup, ParkFact } from '../log/consumer-groups.port';
import type { StoredFact } from '../facts/stored-fact';
import type { Fact, Position, Recorded } from '../facts/fact';
import { NotYet, type Reactor } from './reactor';
import { ConsumerHealth } from '../runtime/consumer-health';
import type { ConsumerParts } from '../runtime/consumer-parts';
import { decodeFor } from '../read-models/facts-for';
import { PoisonFactError } from '../runtime/consumer-trouble';
import { waitedTooLong, writeReason } from './parked-reason';
import { ResilientSubscription } from '../runtime/resilient-subscription';

/** A waiting fact is tried this often: what it waits for may come sooner than was said, or the clock be put back. */
const LOOK_AGAIN_MS = 60_000;

/** A too old fact is given up and parked, even if its turn never came. */
export class ReactorRunner<F extends Fact = Fact> {
  readonly health: ConsumerHealth;
  private readonly types: ReadonlySet<string>;
  /** They must not be tried before they are recorded as given up. */
  private readonly cameTooLate = new Set<string>();
  /** By fact. The log gives it again far more often, as the clock may be put forward. */
  private readonly notYet = new Map<string, { readonly until: number; readonly lookAt: number }>();
  private readonly subscription: ResilientSubscription;

  constructor(
    readonly reactor: Reactor<F>,
    private readonly parts: ConsumerParts,
  ) {
    this.types = new Set(reactor.on);
    this.health = new ConsumerHealth(reactor.name, parts.clock, parts.report);
    this.subscription = new ResilientSubscription(this.health, async (worked) =>
      parts.log.groups.consume(
        {
          group: reactor.name,
          prefixes: reactor.streams,
          from: await this.firstPosition(),
          concurrency: reactor.concurrency ?? 4,
        },
        async (stored, given) => {
          this.refuseBeforeItsTime(stored);
          await this.handle(stored, given);
          worked();
        },
      ),
    );
  }

  start(): void {
    this.subscription.start();
    this.reactor.afterwork?.start();
  }

  async stop(): Promise<void> {
    await Promise.all([this.subscription.stop(), this.reactor.afterwork?.stop()]);
    this.health.ended();
  }

  async state(): Promise<GroupState | undefined> {
    const state = await this.parts.log.groups.state(this.reactor.name);
    return state && { ...state, behind: state.behind || ((await this.reactor.afterwork?.isBusy()) ?? false) };
  }

  /** Now on first deployment, since history is not acted on; older installations have a checkpoint to go on from. */
  private async firstPosition(): Promise<Position | null | 'now'> {
    const { log, store } = this.parts;
    const stored = await store.loadPosition(`reactor:${this.reactor.name}`);
    if (stored === null) return 'now';
    if (stored === 'beginning') return null;
    if ((await log.hasReached?.(stored)) !== false) return stored;
    this.health.trouble(
      new Error('The log is older than the checkpoint, as after restoring a backup. The reactor goes on from now.'),
    );
    return 'now';
  }

  private async handle(stored: StoredFact, given: Given): Promise<void> {
    const { attempt, replayed } = given;
    const fact = await this.decoded(stored);
    if (!fact) return;
    if (!replayed && (this.cameTooLate.has(fact.id) || (attempt === 1 && !this.reactor.lateToo && this.isTooOld(fact))))
      return this.giveUpUntried(fact);
    try {
      await this.reactor.react(fact, given);
    } catch (error) {
      if (error instanceof NotYet) throw this.later(fact.id, error.until.getTime());
      this.health.trouble(error, fact);
      if (!this.isTooOld(fact)) throw error;
      await this.giveUp(fact, attempt, error instanceof Error ? error.message : String(error));
    }
  }

  /** @throws GiveLater */
  private refuseBeforeItsTime({ id }: StoredFact): void {
    const { until, lookAt } = this.notYet.get(id) ?? { until: 0, lookAt: 0 };
    const left = until - this.parts.clock.now().getTime();
    if (left > 0 && lookAt > performance.now()) throw new GiveLater(left);
    this.notYet.delete(id);
  }

  private later(id: string, until: number): GiveLater {
    this.notYet.set(id, { until, lookAt: performance.now() + LOOK_AGAIN_MS });
    return new GiveLater(until - this.parts.clock.now().getTime());
  }

  private async giveUpUntried(fact: Recorded<F>): Promise<void> {
    this.cameTooLate.add(fact.id);
    const why = waitedTooLong(this.reactor.maxAgeMs);
    this.health.trouble(new Error(why), fact);
    await this.giveUp(fact, 0, why);
  }

  /** @throws ParkFact, unless there was nothing left to do */
  private async giveUp(fact: Recorded<F>, attempts: number, why: string): Promise<void> {
    const parked = (await this.reactor.giveUp?.(fact)) !== false;
    this.cameTooLate.delete(fact.id);
    if (parked) throw new ParkFact(writeReason(attempts, why));
  }

  /** A fact that this program does not know is left to one that does. */
  private async decoded(stored: StoredFact): Promise<Recorded<F> | undefined> {
    try {
      return (await decodeFor<F>(this.parts.codec, this.types, [stored]))[0];
    } catch (error) {
      throw error instanceof PoisonFactError ? new LeaveGroup(error) : error;
    }
  }

  private isTooOld({ at }: Recorded<F>): boolean {
    return this.parts.clock.now().getTime() - Date.parse(at) > this.reactor.maxAgeMs;
  }
}
