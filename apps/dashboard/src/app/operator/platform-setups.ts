import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, signal } from '@angular/core';
import { toApiError } from '@linkage/api-client';
import { OperatorApi } from '@linkage/api-client/operator';
import type { PlatformId, PlatformSetupShown } from '@linkage/contracts';
import { platformData, platforms, type Permission } from '@linkage/platform-guide';
import { Banner, Icon, PlatformMark, Status } from '@linkage/ui';
import { firstValueFrom } from 'rxjs';
import { PageHeading } from '../shared/shell/page-heading';
import { Toasts } from '../shared/toasts/toasts';
import { ageInWords, callsInWords, stateInWords, testInWords } from './platform-words';

type Outcomes = Readonly<Partial<Record<PlatformId, ReturnType<typeof testInWords>>>>;

/** For each platform: whether creators can connect it, what is missing, and what to register there. */
@Component({
  selector: 'app-platform-setups',
  imports: [Banner, Icon, PageHeading, PlatformMark, Status],
  templateUrl: './platform-setups.html',
  styleUrl: './platform-setups.css',
})
export class PlatformSetups {
  private readonly api = inject(OperatorApi);
  private readonly clipboard = inject(Clipboard);
  private readonly toasts = inject(Toasts);
  /** null: not loaded yet. */
  protected readonly setups = signal<readonly PlatformSetupShown[] | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly testing = signal<PlatformId | null>(null);
  protected readonly outcomes = signal<Outcomes>({});
  protected readonly stateOf = stateInWords;
  protected readonly callsOf = callsInWords;
  protected readonly ageOf = ageInWords;

  constructor() {
    void this.load();
  }

  protected async load(): Promise<void> {
    this.problem.set(null);
    try {
      this.setups.set((await firstValueFrom(this.api.platforms())).platforms);
    } catch (error) {
      this.problem.set(toApiError(error).message);
    }
  }

  protected guideOf({ platform }: PlatformSetupShown) {
    const permissions: readonly Permission[] = Object.values(platforms[platform].permissions);
    const { makeAppAt, product, webhook } = platformData[platform].setup;
    return { name: platforms[platform].name, permissions, makeAppAt, product, webhook };
  }

  protected async test(platform: PlatformId): Promise<void> {
    this.testing.set(platform);
    this.outcomes.update(({ [platform]: _before, ...others }) => others);
    try {
      const outcome = testInWords(await firstValueFrom(this.api.test(platform)));
      this.outcomes.update((outcomes) => ({ ...outcomes, [platform]: outcome }));
    } catch (error) {
      this.toasts.failed(toApiError(error).message, () => void this.test(platform));
    } finally {
      this.testing.set(null);
    }
  }

  protected copy(redirectUri: string): void {
    if (this.clipboard.copy(redirectUri)) this.toasts.show('The redirect URI is copied.', 'copy');
  }
}
