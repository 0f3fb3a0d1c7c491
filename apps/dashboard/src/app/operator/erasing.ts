import { signal } from '@angular/core';
import { toApiError } from '@linkage/api-client';
import type { OperatorApi } from '@linkage/api-client/operator';
import type { Erasure } from '@linkage/contracts';
import { firstValueFrom } from 'rxjs';

const LOOK_AGAIN_MS = 500;

export const stateInWords: Readonly<Record<Erasure['state'], string>> = {
  leaving: 'Ending what goes on for the person …',
  counting: 'Counting the facts that become unreadable …',
  'clearing-read-models': 'The key is deleted. Read models are built anew without it …',
  certified: 'Erased.',
  failed: 'The erasure could not be finished.',
};

/** One erasure on its way, looked at until there is a certificate. */
export class Erasing {
  private readonly shown = signal<Erasure | null>(null);
  private readonly failure = signal<string | null>(null);
  readonly erasure = this.shown.asReadonly();
  /** The server cannot be asked; it goes on by itself. */
  readonly problem = this.failure.asReadonly();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private over = false;

  constructor(
    private readonly api: OperatorApi,
    readonly subject: string,
  ) {}

  begin(): Promise<void> {
    return this.ask(() => firstValueFrom(this.api.erase(this.subject)));
  }

  stop(): void {
    this.over = true;
    clearTimeout(this.timer);
  }

  private async ask(question: () => Promise<Erasure>): Promise<void> {
    clearTimeout(this.timer);
    try {
      this.shown.set(await question());
      this.failure.set(null);
    } catch (error) {
      this.failure.set(toApiError(error).message);
    }
    const state = this.shown()?.state;
    if (this.over || state === 'certified' || state === 'failed') return;
    const look = (): Promise<Erasure> => firstValueFrom(this.api.erasure(this.subject));
    this.timer = setTimeout(() => void this.ask(this.shown() === null ? question : look), LOOK_AGAIN_MS);
  }
}
