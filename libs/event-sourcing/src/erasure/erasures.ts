import { Subject } from 'rxjs';
import { Backoff } from '../runtime/backoff';
import { troubleOf } from '../runtime/consumer-health';
import type { PersonalData } from '../personal-data/personal-data';
import type { Rebuilding } from '../rebuild/rebuilding';
import type { Kernel } from '../runtime/kernel';
import { ErasedReadModels } from './erased-read-models';
import { factsAbout, type FactsAbout } from './facts-about';
import type { LeavingStep } from './leaving-step';

export interface ErasureState {
  readonly pending: boolean;
  readonly trouble: string | null;
}

export type ErasuresKernel = Kernel & { readonly rebuilding: Rebuilding };

const LOOK_EVERY_MS = 5_000;
const LONGEST_PAUSE_MS = 10 * 60_000;
const NAME = 'erasures';

/** In every process, for erasures by any. What failed is tried again after growing pauses and at the next start. */
export class Erasures {
  readonly steps: LeavingStep[] = [];
  /** In every process: what is remembered of decrypted facts has to go. */
  readonly erased = new Subject<void>();
  readonly readModelsFree = new Subject<void>();
  private readonly readModels: ErasedReadModels;
  private readonly stopping = new AbortController();
  private readonly backoff: Backoff;
  private running: Promise<void> | undefined;
  private looking: Promise<boolean> | undefined;
  private erasures: number | undefined;
  private freeOf: number | undefined;
  private trouble: string | null = null;

  constructor(
    private readonly kernel: ErasuresKernel,
    private readonly personalData: PersonalData,
    lookEveryMs = LOOK_EVERY_MS,
  ) {
    this.readModels = new ErasedReadModels(kernel, personalData);
    this.backoff = new Backoff(lookEveryMs, LONGEST_PAUSE_MS, true);
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

  add(step: LeavingStep): void {
    this.steps.push(step);
    this.steps.sort((one, other) => one.rank - other.rank);
  }

  factsAbout(subject: string, onProgress?: (facts: number) => void): Promise<FactsAbout> {
    return factsAbout(this.kernel.parts.log, this.personalData, subject, onProgress);
  }

  /** What is decrypted is dropped here at once, elsewhere within seconds; the read models are then built anew. */
  async erase(subject: string): Promise<void> {
    const { keys } = this.personalData;
    if (!keys.erase) throw new Error('The keys of this kernel cannot be deleted.');
    await keys.erase(subject);
    await this.hear();
    void this.look();
  }

  /** Of all persons erased before, whichever process folds. Rejects when `signal` is aborted. */
  async whenFree(signal?: AbortSignal): Promise<void> {
    const ended = signal ? AbortSignal.any([this.stopping.signal, signal]) : this.stopping.signal;
    const backoff = new Backoff(20, 1_000);
    while (!(await this.isFree())) {
      await backoff.wait(ended);
      ended.throwIfAborted();
    }
  }

  state(): ErasureState {
    return { pending: this.erasures !== undefined && this.erasures !== this.freeOf, trouble: this.trouble };
  }

  private async isFree(): Promise<boolean> {
    const [erasures = 0, freeOf] = await Promise.all([this.personalData.keys.erasures?.(), this.readModels.freeOf()]);
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
      const { report, clock } = this.kernel.parts;
      const trouble = troubleOf(error, clock);
      this.trouble = trouble.message;
      report(NAME, trouble, error);
      return false;
    }
  }

  private async hear(): Promise<void> {
    const erasures = (await this.personalData.keys.erasures?.()) ?? 0;
    const isNews = this.erasures !== undefined && erasures !== this.erasures;
    this.erasures = erasures;
    if (!isNews) return;
    this.kernel.forget();
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
