import { type Given, type GroupState, LeaveGroup, ParkFact } from '../consumer-groups.port';
import type { StoredFact } from '../stored-fact';
import type { Fact, Position, Recorded } from '../fact';
import type { Reactor } from '../reactor';
import { Checkpoint } from './checkpoint';
import { ConsumerHealth } from './consumer-health';
import type { ConsumerParts } from './consumer-parts';
import { decodeFor } from './decode-for';
import { durationInWords } from './duration-in-words';
import { PoisonFactError } from './poison-fact-error';
import { writeReason } from './parked-reason';
import { ResilientSubscription } from './resilient-subscription';

/**
 * Gives facts to a reactor, as one consumer of the group with its name, which all processes share. A rejection is
 * retried with growing pauses; a fact that has become too old is given up and parked, even if its turn never came.
 */
export class ReactorRunner<F extends Fact = Fact> {
  readonly health: ConsumerHealth;
  private readonly types: ReadonlySet<string>;
  /** Facts that came too late and are not recorded as given up yet: they must not be tried meanwhile. */
  private readonly cameTooLate = new Set<string>();
  private readonly subscription: ResilientSubscription;

  constructor(
    readonly reactor: Reactor<F>,
    private readonly parts: ConsumerParts,
    firstPauseMs = 200,
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
          firstPauseMs,
        },
        async (stored, given) => {
          await this.handle(stored, given);
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
    this.health.ended();
  }

  state(): Promise<GroupState | undefined> {
    return this.parts.log.groups.state(this.reactor.name);
  }

  /**
   * Starts at now on first deployment, since history is not acted on. Before consumer groups existed, a reactor kept
   * a checkpoint in the read store: the group goes on from there.
   */
  private async firstPosition(): Promise<Position | null | 'now'> {
    const { log, store } = this.parts;
    const stored = await new Checkpoint(store, `reactor:${this.reactor.name}`).load();
    if (stored === undefined) return 'now';
    if (stored === null || (await log.hasReached?.(stored)) !== false) return stored;
    this.health.trouble(
      new Error('The log is older than the checkpoint, as after restoring a backup. The reactor goes on from now.'),
    );
    return 'now';
  }

  private async handle(stored: StoredFact, { attempt, replayed }: Given): Promise<void> {
    const fact = await this.decoded(stored);
    if (!fact) return;
    if (!replayed && (this.cameTooLate.has(fact.id) || (attempt === 1 && !this.reactor.lateToo && this.isTooOld(fact))))
      return this.giveUpUntried(fact);
    try {
      await this.reactor.react(fact);
    } catch (error) {
      this.health.trouble(error, fact);
      if (!this.isTooOld(fact)) throw error;
      await this.giveUp(fact, attempt, error instanceof Error ? error.message : String(error));
    }
  }

  private async giveUpUntried(fact: Recorded<F>): Promise<void> {
    this.cameTooLate.add(fact.id);
    const why = `It waited for longer than ${durationInWords(this.reactor.maxAgeMs)} before it came to its turn.`;
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
