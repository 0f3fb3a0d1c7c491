import { DestroyRef, Injectable, computed, inject, signal, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { LiveUpdates, WorkspacesApi } from '@linkage/api-client';
import type { About } from '@linkage/contracts';

/** In ms. */
const PATIENCE = 1_000;

/**
 * The server's time: in demo mode it can be far from the browser's, and every "3 h ago" counts from it. Also what else
 * the browser must know of the installation.
 */
@Injectable({ providedIn: 'root' })
export class ServerClock {
  private readonly api = inject(WorkspacesApi);
  private readonly ahead = signal(0);
  private readonly tick = signal(Date.now());
  private readonly installation = signal<About | undefined>(undefined);
  private readonly moved = signal(0);
  readonly about = this.installation.asReadonly();
  /** false: there is no mail server, so that links are given by hand. */
  readonly sendsMail = computed(() => this.about()?.sendsMail ?? true);
  /** By how many ms the clock was moved by hand; 0: it runs true. */
  readonly movedBy = this.moved.asReadonly();
  readonly now: Signal<number> = computed(() => this.tick() + this.ahead());

  constructor() {
    const ticking = setInterval(() => this.tick.set(Date.now()), 20_000);
    const listening = inject(LiveUpdates).events.subscribe((heard) => {
      if (heard.event === 'clock') this.set(heard.data.now, heard.data.movedBy);
    });
    inject(DestroyRef).onDestroy(() => {
      clearInterval(ticking);
      listening.unsubscribe();
    });
  }

  /**
   * Before the first page, so that nothing on it moves when the demo's clock is known; a server that is slow to say so
   * is not waited for.
   */
  async known(): Promise<true> {
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    if (this.about() === undefined) await Promise.race([this.load().catch(() => undefined), patience]);
    return true;
  }

  async load(): Promise<void> {
    const about = await firstValueFrom(this.api.about());
    this.installation.set(about);
    this.set(about.now, about.clockMovedBy);
  }

  /** What time it is at the server, from an answer that says so. */
  hear(now: string): void {
    this.set(now, this.moved());
  }

  private set(now: string, movedBy: number): void {
    this.tick.set(Date.now());
    this.ahead.set(Date.parse(now) - Date.now());
    this.moved.set(movedBy);
  }
}

/** `24 h`, `3 d`, `90 min`: exact where whole units are. */
export const movedText = (ms: number): string => {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const length =
    minutes < 120
      ? `${minutes} min`
      : minutes < 96 * 60
        ? `${Math.round(minutes / 60)} h`
        : `${Math.round(minutes / 1440)} d`;
  return ms < 0 ? `back by ${length}` : `by ${length}`;
};
