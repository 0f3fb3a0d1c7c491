import { Component, inject, signal } from '@angular/core';
import { toApiError } from '@linkage/api-client';
import { DemoDataApi } from '@linkage/api-client/demo-data';
import { Icon } from '@linkage/ui';
import { firstValueFrom } from 'rxjs';
import { TabMemory } from '../base/tab-memory';
import { Changes } from '../shared/changes/changes';
import { Toasts } from '../shared/toasts/toasts';
import { DEMO_DATA } from './demo-memory';

/** Fills an empty workspace with the demo's creators. */
@Component({
  selector: 'app-demo-offer',
  imports: [Icon],
  template: `<button
      type="button"
      class="lk-button secondary"
      aria-describedby="demo-offer"
      [attr.aria-disabled]="busy() || null"
      (click)="load()"
      ><lk-icon name="people" />Load demo data</button
    ><p id="demo-offer">Thirty made-up creators. They stay in this workspace.</p>`,
  styles: `
    :host {
      display: contents;
    }
    p {
      flex-basis: 100%;
      margin: 0;
      font: var(--lk-caption);
      color: var(--lk-ink-3);
    }
  `,
})
export class DemoOffer {
  private readonly api = inject(DemoDataApi);
  private readonly memory = inject(TabMemory);
  private readonly changes = inject(Changes);
  private readonly toasts = inject(Toasts);
  protected readonly busy = signal(false);

  protected async load(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await firstValueFrom(this.api.load());
      this.memory.write(DEMO_DATA, true);
    } catch (error) {
      this.toasts.failed(`No demo data was loaded. ${toApiError(error).message}`, () => void this.load());
    } finally {
      this.busy.set(false);
      this.changes.announce('invitations');
    }
  }
}
