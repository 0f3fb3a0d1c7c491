import { Component, computed, inject, input } from '@angular/core';
import type { InvitationListItem } from '@linkage/contracts';
import { Icon, exactTime } from '@linkage/ui';
import { ServerClock } from '../base/server-clock';
import { deliveryText } from './delivery-text';

const settled: ReadonlySet<string> = new Set(['sent', 'bounced', 'failed', 'by-hand']);

/** Where the newest mail is. "Sent" means that the mail server took it, no more. */
@Component({
  selector: 'app-delivery',
  imports: [Icon],
  template: `
    @if (optedOut()) {
      <span class="state lk-warn"><lk-icon name="mail-failed" [size]="14" />Opted out</span>
      <span class="sub lk-clip" title="This creator wants no more e-mails from your workspace. Copy Link still works."
        >Wants no more e-mails</span
      >
    } @else {
      @switch (state()) {
        @case ('by-hand') {
          <span class="state lk-warn"><lk-icon name="link" [size]="14" />Link not sent</span>
        }
        @case ('sending') {
          <span class="state"><lk-icon name="clock" [size]="14" />Sending</span>
        }
        @case ('waiting') {
          <span class="state"><lk-icon name="clock" [size]="14" />Waiting</span>
        }
        @case ('retrying') {
          <span class="state lk-warn" [attr.title]="more()"><lk-icon name="clock" [size]="14" />Delayed</span>
        }
        @case ('bounced') {
          <span class="state lk-bad" [attr.title]="more()"><lk-icon name="mail-failed" [size]="14" />Bounced</span>
        }
        @case ('failed') {
          <span class="state lk-bad"><lk-icon name="mail-failed" [size]="14" />Not sent</span>
        }
        @default {
          <span class="state" [attr.title]="at()"><lk-icon name="check" [size]="14" />Sent</span>
        }
      }
      <span class="sub lk-clip" [attr.title]="more()">{{ below() }}</span>
    }
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
    .state.lk-warn {
      color: var(--lk-warn);
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
  readonly optedOut = input(false);
  private readonly sendsMail = inject(ServerClock).sendsMail;
  /** What waits to be sent waits for a person where nothing is sent any more. */
  protected readonly state = computed(() => {
    const { state } = this.delivery();
    return this.sendsMail() || settled.has(state) ? state : 'by-hand';
  });
  protected readonly below = computed(() => {
    if (this.state() === 'by-hand') return 'Copy it, and send it yourself';
    return this.delivery().reason ?? this.which();
  });
  private readonly which = computed(() => {
    const { state, about, count } = this.delivery();
    if (about === 'reconnect') return 'Asked to reconnect';
    const mails = state === 'sent' ? count : count + 1;
    return mails <= 1 ? 'First e-mail' : `E-mail ${mails}`;
  });
  /** All that is known of it, for the mouse. */
  protected readonly more = computed(() => deliveryText(this.delivery()));
  protected readonly at = computed(() => {
    const { at } = this.delivery();
    return at === null ? null : exactTime(Date.parse(at));
  });
}
