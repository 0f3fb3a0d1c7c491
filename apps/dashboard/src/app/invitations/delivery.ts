import { Component, computed, input } from '@angular/core';
import type { InvitationListItem } from '@linkage/contracts';
import { Icon, exactTime } from '@linkage/ui';

/** Where the newest mail is. "Sent" means that the mail server took it, no more. */
@Component({
  selector: 'app-delivery',
  imports: [Icon],
  template: `
    @switch (delivery().state) {
      @case ('sending') {
        <span class="state"><lk-icon name="clock" [size]="14" />Sending</span>
      }
      @case ('retrying') {
        <span class="state" title="Linkage tries again by itself, for a day."
          ><lk-icon name="clock" [size]="14" />Waiting</span
        >
      }
      @case ('failed') {
        <span class="state lk-bad"><lk-icon name="mail-failed" [size]="14" />Not sent</span>
      }
      @default {
        <span class="state" [attr.title]="at()"><lk-icon name="check" [size]="14" />Sent</span>
      }
    }
    <span class="sub lk-clip" [attr.title]="delivery().reason">{{ delivery().reason ?? which() }}</span>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .state {
      display: flex;
      align-items: center;
      gap: 4px;
      font: 400 12px/18px var(--lk-font);
      color: var(--lk-ink-2);
    }
    .state.lk-bad {
      color: var(--lk-bad);
    }
    .sub {
      display: block;
      font: var(--lk-caption);
      color: var(--lk-ink-3);
    }
  `,
})
export class Delivery {
  readonly delivery = input.required<InvitationListItem['delivery']>();
  protected readonly which = computed(() => {
    const { state, count } = this.delivery();
    const mails = state === 'sent' ? count : count + 1;
    return mails <= 1 ? 'First mail' : `Mail ${mails}`;
  });
  protected readonly at = computed(() => {
    const { at } = this.delivery();
    return at === null ? null : exactTime(Date.parse(at));
  });
}
