import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../facts/clock.port';
import type { EventLog } from '../log/event-log.port';
import type { StoredFact } from '../facts/stored-fact';
import type { Position } from '../facts/fact';
import type { ReadStore } from '../read-models/read-store.port';
import { ConsumerHealth, type Report } from '../runtime/consumer-health';
import { ResilientSubscription } from '../runtime/resilient-subscription';
import { isSealStream } from './seal';
import { SealWriter } from './seal-writer';

export interface SealerParts {
  readonly log: EventLog;
  readonly store: Pick<ReadStore, 'loadPosition' | 'savePosition'>;
  readonly clock: Clock;
  readonly report: Report;
  readonly batchSize: number;
}

const NAME = 'sealer';
/** Reading stops at this many until they are sealed. */
const MOST_WAITING = 5_000;
/** Reading and sealing take at most one part in this many of the time: under load each seal holds more. */
const SHARE = 20;
const WORTH_A_REST_MS = 5;
const LONGEST_REST_MS = 100;
const LONGEST_PAUSE_MS = 30_000;

/** Any number of processes may run one: the log accepts one of two seals for the same facts, the loser goes on. */
export class Sealer {
  readonly health: ConsumerHealth;
  private readonly writer: SealWriter;
  private readonly subscription: ResilientSubscription;
  private sealedAtStart: Position | null | undefined;
  seen: Position | null = null;
  private timer: NodeJS.Timeout | undefined;
  private sealing: Promise<void> | undefined;
  private pauseMs: number;
  private readonly stopping = new AbortController();
  private restMs = 0;

  constructor(
    private readonly parts: SealerParts,
    private readonly calmMs = 1_000,
  ) {
    this.pauseMs = calmMs;
    this.health = new ConsumerHealth(NAME, parts.clock, parts.report);
    this.writer = new SealWriter(parts.log, parts.clock, (error) => this.health.trouble(error));
    this.subscription = new ResilientSubscription(this.health, async (worked) =>
      parts.log.subscribe({ after: await this.prepare(), batchSize: parts.batchSize }, async (facts, position) => {
        await this.handle(facts, position);
        worked();
      }),
    );
  }

  start(): void {
    this.subscription.start();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.subscription.stop();
    clearTimeout(this.timer);
    await this.seal().catch((error: unknown) => this.health.trouble(error));
    this.health.ended();
  }

  private async prepare(): Promise<Position | null> {
    if (this.sealedAtStart === undefined) {
      const saved = await this.parts.store.loadPosition(NAME);
      const lost = saved !== null && (await this.parts.log.hasReached?.(saved)) === false;
      this.sealedAtStart = lost ? null : saved;
      this.seen = this.sealedAtStart;
    }
    return this.seen;
  }

  private async handle(facts: readonly StoredFact[], position: Position): Promise<void> {
    const began = performance.now();
    await this.writer.take(
      facts.filter(({ stream }) => !isSealStream(stream)),
      this.sealedAtStart ?? null,
    );
    this.seen = position;
    if (this.writer.waiting >= MOST_WAITING) await this.seal();
    else if (this.writer.waiting > 0) this.sealSoon();
    await this.restFrom(performance.now() - began);
  }

  private async restFrom(workedMs: number): Promise<void> {
    this.restMs += SHARE * workedMs;
    if (this.restMs < WORTH_A_REST_MS) return;
    const rest = Math.min(this.restMs, LONGEST_REST_MS);
    this.restMs = 0;
    await pause(rest, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  private sealSoon(): void {
    if (!this.stopping.signal.aborted) this.timer ??= setTimeout(() => void this.sealInTime(), this.pauseMs);
  }

  private async sealInTime(): Promise<void> {
    this.timer = undefined;
    const began = performance.now();
    try {
      await this.seal();
      this.pauseMs = Math.max(this.calmMs, SHARE * (performance.now() - began));
    } catch (error) {
      this.health.trouble(error);
      this.pauseMs = Math.min(2 * this.pauseMs, LONGEST_PAUSE_MS);
      this.sealSoon();
    }
  }

  private seal(): Promise<void> {
    this.sealing ??= this.sealUpToHere().finally(() => {
      this.sealing = undefined;
    });
    return this.sealing;
  }

  private async sealUpToHere(): Promise<void> {
    const position = this.seen;
    await this.writer.sealAll();
    if (position !== null) await this.parts.store.savePosition(NAME, position);
  }
}
