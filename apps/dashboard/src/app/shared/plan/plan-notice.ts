import { Component, computed, inject } from '@angular/core';
import { stagingEndText } from '@linkage/contracts';
import { Banner, Icon } from '@linkage/ui';
import { PlanStore } from './plan-store';

/** Says why no new creator can be invited, and whom to ask, for as long as it is so. */
@Component({
  selector: 'app-plan-notice',
  imports: [Banner, Icon],
  template: `
    @if (text(); as text) {
      <lk-banner tone="warn" icon="alert" role="status">
        <span>{{ text }}</span>
        @if (store.plan()?.salesUrl; as url) {
          <a lkActions class="lk-button secondary small" [href]="url" target="_blank" rel="noopener"
            >Book a call<lk-icon name="external" [size]="14"
          /></a>
        }
      </lk-banner>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class PlanNotice {
  protected readonly store = inject(PlanStore);
  protected readonly text = computed(() => {
    const end = this.store.end();
    return end && stagingEndText[end];
  });
}
