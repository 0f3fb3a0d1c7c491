import { Subject } from 'rxjs';
import type { Clock } from '../clock.port';
import type { EventLog } from '../event-log.port';
import type { SubjectKeys } from '../fact-catalog';
import { Backoff } from '../runtime/backoff';
import { type Report, troubleOf } from '../runtime/consumer-health';
import { ErasedReadModels, type ErasedReadModelsParts } from './erased-read-models';
import { Erasures, type ErasureState, type FactsAbout } from './erasures';
import { factsAbout } from './facts-about';
import type { LeavingStep } from './leaving-step';

export interface PersonErasuresParts extends ErasedReadModelsParts {
  readonly log: EventLog;
  readonly keys: SubjectKeys;
  readonly clock: Clock;
  readonly report: Report;
  /** Drops what this process has decrypted. */
  readonly forget: () => void;
  /** How often it is looked whether another process erased somebody; default 5 s. */
  readonly lookEveryMs?: number | undefined;
}

const LOOK_EVERY_MS = 5_000;
const LONGEST_PAUSE_MS = 10 * 60_000;
const NAME = 'erasures';

/**
 * Sees to it, in every process, that nothing is left of a person who was erased by any: what was decrypted is dropped, and the process that folds
 * builds the read models anew. What could not be built is reported, and tried again after growing pauses and at the next start.
 */
export class PersonErasures extends Erasures {
  override readonly steps: LeavingStep[] = [];
  override readonly erased = new Subject<void>();
  override readonly readModelsFree = new Subject<void>();
  private readonly readModels: ErasedReadModels;
  private readonly stopping = new AbortController();
  private readonly backoff: Backoff;
  private running: Promise<void> | undefined;
  private looking: Promise<boolean> | undefined;
  /** As last seen; undefined: not looked yet. */
  private erasures: number | undefined;
  private freeOf: number | undefined;
  private trouble: string | null = null;

  constructor(private readonly parts: PersonErasuresParts) {
    super();
    this.readModels = new ErasedReadModels(parts);
    this.backoff = new Backoff(parts.lookEveryMs ?? LOOK_EVERY_MS, LONGEST_PAUSE_MS, true);
  }

  start(): void {
    this.running ??= this.keepLooking();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.looking;
    this.erased.complete();
    this.readModelsFree.complete();
  }

  override add(step: LeavingStep): void {
    this.steps.push(step);
    this.steps.sort((one, other) => one.rank - other.rank);
  }

  override factsAbout(subject: string, onProgress?: (facts: number) => void): Promise<FactsAbout> {
    return factsAbout(this.parts, subject, onProgress);
  }

  override async erase(subject: string): Promise<void> {
    const { keys } = this.parts;
    if (!keys.erase) throw new Error('The keys of this kernel cannot be deleted.');
    await keys.erase(subject);
    await this.hear();
    void this.look();
  }

  override async whenFree(signal?: AbortSignal): Promise<void> {
    const ended = signal ? AbortSignal.any([this.stopping.signal, signal]) : this.stopping.signal;
    const backoff = new Backoff(20, 1_000);
    while (!(await this.isFree())) {
      await backoff.wait(ended);
      ended.throwIfAborted();
    }
  }

  override state(): ErasureState {
    return { pending: this.erasures !== undefined && this.erasures !== this.freeOf, trouble: this.trouble };
  }

  private async isFree(): Promise<boolean> {
    const [erasures = 0, freeOf] = await Promise.all([this.parts.keys.erasures?.(), this.readModels.freeOf()]);
    return erasures === freeOf;
  }

  private async keepLooking(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      if (await this.look()) this.backoff.reset();
      await this.backoff.wait(signal);
    }
  }

  /** One look at a time. False: something went wrong, and was reported. */
  private look(): Promise<boolean> {
    this.looking ??= this.lookOnce().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async lookOnce(): Promise<boolean> {
    try {
      await this.hear();
      if (!this.stopping.signal.aborted) await this.free();
      this.trouble = null;
      return true;
    } catch (error) {
      if (this.stopping.signal.aborted) return true;
      const { report, clock } = this.parts;
      const trouble = troubleOf(error, clock);
      this.trouble = trouble.message;
      report(NAME, trouble, error);
      return false;
    }
  }

  /** Whether somebody was erased since the last look. */
  private async hear(): Promise<void> {
    const erasures = (await this.parts.keys.erasures?.()) ?? 0;
    const isNews = this.erasures !== undefined && erasures !== this.erasures;
    this.erasures = erasures;
    if (!isNews) return;
    this.parts.forget();
    this.erased.next();
  }

  private async free(): Promise<void> {
    const { erasures } = this;
    if (erasures === undefined || erasures === this.freeOf) return;
    const known = this.freeOf !== undefined;
    this.freeOf = await this.readModels.freeOf();
    if (this.freeOf !== erasures && (await this.readModels.free(erasures))) this.freeOf = erasures;
    if (known && this.freeOf === erasures) this.readModelsFree.next();
  }
}
