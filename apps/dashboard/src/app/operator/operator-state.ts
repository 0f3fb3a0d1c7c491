import { Injectable, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ApiError, toApiError } from '@linkage/api-client';
import { OperatorApi } from '@linkage/api-client/operator';
import type { ConsumerOverview } from '@linkage/contracts';
import { whileShown } from '../base/while-shown';
import { ServerClock } from '../base/server-clock';

/** Often enough for a bar that moves. */
const LOOK_AGAIN_MS = 1_000;

/** What the operator page shows, asked anew every second while it is open. */
@Injectable()
export class OperatorState {
  private readonly api = inject(OperatorApi);
  private readonly clock = inject(ServerClock);
  private readonly consumersShown = signal<readonly ConsumerOverview[] | null>(null);
  private readonly accessKnown = signal<'unknown' | 'in' | 'out'>('unknown');
  private readonly problemShown = signal<ApiError | null>(null);
  readonly access = this.accessKnown.asReadonly();
  /** null: not loaded yet. */
  readonly consumers = this.consumersShown.asReadonly();
  /** The last answer was none; what is shown is from before. */
  readonly problem = this.problemShown.asReadonly();
  readonly building = computed(() =>
    (this.consumers() ?? []).some(({ build }) => build?.state === 'building' || build?.state === 'waiting'),
  );
  private timer: ReturnType<typeof setTimeout> | undefined;
  private gone = false;

  constructor() {
    whileShown(() => {
      this.gone = true;
      clearTimeout(this.timer);
    });
    void this.look();
  }

  /** Rejects with an `ApiError`. */
  async signIn(key: string): Promise<void> {
    await firstValueFrom(this.api.signIn(key));
    await this.look();
  }

  async signOut(): Promise<void> {
    clearTimeout(this.timer);
    await firstValueFrom(this.api.signOut()).catch(() => undefined);
    this.leave();
  }

  /** Rejects with an `ApiError`. */
  async rebuild(projection: string): Promise<void> {
    await firstValueFrom(this.api.rebuild(projection));
    await this.look();
  }

  /** Rejects with an `ApiError`. */
  async retry(consumer: string): Promise<void> {
    await firstValueFrom(this.api.retry(consumer));
    await this.look();
  }

  /** Answers with how many facts are tried again. Rejects with an `ApiError`. */
  async replay(reaction: string): Promise<number> {
    const { replayed } = await firstValueFrom(this.api.replay(reaction));
    await this.look();
    return replayed;
  }

  async look(): Promise<void> {
    clearTimeout(this.timer);
    try {
      const { now, consumers } = await firstValueFrom(this.api.overview());
      this.clock.hear(now);
      this.consumersShown.set(consumers);
      this.accessKnown.set('in');
      this.problemShown.set(null);
    } catch (error) {
      const problem = toApiError(error);
      if (problem.status === 401) return this.leave();
      this.problemShown.set(problem);
    }
    clearTimeout(this.timer);
    if (!this.gone) this.timer = setTimeout(() => void this.look(), LOOK_AGAIN_MS);
  }

  private leave(): void {
    this.accessKnown.set('out');
    this.consumersShown.set(null);
    this.problemShown.set(null);
  }
}
