import { inject, signal } from '@angular/core';
import { InvitationsApi } from '@linkage/api-client';
import type { ImportProgress } from '@linkage/contracts';
import { firstValueFrom } from 'rxjs';
import { whileShown } from '../base/while-shown';
import { Changes } from '../shared/changes/changes';

const PAUSE_MS = 2_000;

/** How far the newest imports are: asked again while one of them is under way, and when invitations have changed. */
export class ImportsWatch {
  private readonly api = inject(InvitationsApi);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isEnded = false;
  readonly imports = signal<readonly ImportProgress[]>([]);

  constructor() {
    const changes = inject(Changes)
      .of('invitations')
      .subscribe(() => (this.timer ??= this.later()));
    whileShown(() => {
      this.isEnded = true;
      clearTimeout(this.timer);
      changes.unsubscribe();
    });
    void this.ask();
  }

  private later(): ReturnType<typeof setTimeout> {
    return setTimeout(() => void this.ask(), PAUSE_MS);
  }

  private async ask(): Promise<void> {
    try {
      this.imports.set((await firstValueFrom(this.api.imports())).imports);
    } catch {
      // The list beside it says what is wrong; the next change asks again.
    }
    this.timer = undefined;
    if (!this.isEnded && this.imports().some(({ finishedAt, states }) => finishedAt === null || states.sending > 0))
      this.timer = this.later();
  }
}
