import { Component, computed, input } from '@angular/core';
import type { InvitationListItem, PlatformId } from '@linkage/contracts';
import { platforms } from '@linkage/platform-guide';
import { Icon, PlatformMark, Status, Time } from '@linkage/ui';
import { causeLabels } from '../shared/words/causes';

/** Status and, below it, its cause. */
@Component({
  selector: 'app-invitation-status',
  imports: [Icon, PlatformMark, Status, Time],
  template: `
    @if (item().withdrawnAt; as at) {
      <span class="withdrawn"><lk-icon name="archive" [size]="14" />Withdrawn</span>
      <span class="sub lk-clip">Link does not work · <lk-time [at]="at" /></span>
    } @else {
      @switch (item().status) {
        @case ('action-needed') {
          <lk-status tone="warn" icon="alert" [filled]="true">Action Needed</lk-status>
        }
        @case ('active') {
          <lk-status tone="ok" icon="check">Active</lk-status>
        }
        @default {
          <lk-status tone="info" icon="send">Invited</lk-status>
        }
      }
      @if (item().trouble; as trouble) {
        <span class="sub lk-clip" [title]="cause()">{{ cause() }} · <lk-time [at]="trouble.since" /></span>
      } @else if (item().accounts.length > 0) {
        <span class="sub marks"
          >{{ accounts() }}
          @for (account of item().accounts; track account.accountId) {
            <lk-platform
              [platform]="account.platform"
              [bare]="true"
              [title]="platform(account.platform) + ': ' + account.username"
            />
          }
        </span>
      } @else {
        <span class="sub lk-clip">{{ waiting() }}</span>
      }
    }
  `,
  host: { class: 'cell' },
  styles: `
    :host {
      display: grid;
      justify-items: start;
      min-width: 0;
    }
    .sub {
      display: block;
      max-width: 100%;
      font: var(--lk-caption);
      color: var(--lk-ink-3);
    }
    lk-status {
      line-height: 18px;
    }
    .withdrawn {
      display: flex;
      align-items: center;
      gap: 6px;
      line-height: 18px;
      color: var(--lk-ink-2);
    }
    .marks {
      display: flex;
      align-items: center;
      gap: 6px;
    }
  `,
})
export class InvitationStatusCell {
  readonly item = input.required<InvitationListItem>();
  protected readonly platform = (id: PlatformId): string => platforms[id].name;
  protected readonly cause = computed(() => {
    const trouble = this.item().trouble;
    return trouble === null ? '' : `${platforms[trouble.platform].name}: ${causeLabels[trouble.cause].toLowerCase()}`;
  });
  protected readonly waiting = computed(() => {
    const says = {
      sending: 'Mail on its way',
      retrying: 'Mail on its way',
      sent: 'No account connected yet',
      failed: 'Needs another way to reach them',
    };
    return says[this.item().delivery.state];
  });
  protected readonly accounts = computed(() => {
    const { length } = this.item().accounts;
    return length === 1 ? '1 account' : `${length} accounts`;
  });
}
